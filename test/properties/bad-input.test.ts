import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pt } from '../../src/geometry/index.js'
import { composition, setText, type SetText } from '../../src/layout/set-text.js'
import { setLine } from '../../src/layout/line.js'
import { textLines } from '../../src/layout/text-block.js'
import { Counter, makeOrder } from '../../src/build/index.js'
import { isError } from '../../src/report/index.js'
import { offsetsOf, type MissingLetter } from '../../src/text/index.js'
import { changedShelf, diskShelf } from '../helpers/shelf.js'
import { fontsOf } from '../text/helpers/fonts.js'
import { say } from '../text/helpers/spans.js'
import { processorTime } from '../helpers/processor-time.js'

const BIDI_CONTROL = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/
type Shop = readonly [lang: string, direction: 'ltr' | 'rtl']
const shops: readonly [Shop, Shop, Shop, Shop] = [
  ['en', 'ltr'],
  ['bn', 'ltr'],
  ['ar', 'rtl'],
  ['ur', 'rtl'],
]

interface Typeset extends SetText {
  readonly missing: readonly MissingLetter[]
}

function typeset(text: string, [lang, direction]: Shop): Typeset {
  const made = composition(fontsOf(lang), direction)
  const set = setText(say(text, lang), pt(10), made)
  return { ...set, missing: made.missing }
}

interface Placed {
  /** How often each UTF-16 unit of the paragraph stands in a cluster of a line. */
  readonly times: Uint8Array
  /** Clusters that would print as an empty box or on a dotted circle, without spaces. */
  readonly boxes: readonly string[]
}

function placed(set: Typeset, measure: number): Placed {
  const times = new Uint8Array(set.text.length)
  const boxes: string[] = []
  const column = { left: pt(0), width: pt(measure), direction: set.direction }
  const look = { element: null, colour: 'text', leading: pt(12), ink: { top: 1, bottom: 0 }, align: 'start', rag: 'even', hyphens: undefined } as const // prettier-ignore
  for (const { runs } of textLines(set, column, look)) {
    for (const { shaped } of runs) {
      // The hyphen that a soft one becomes at a line's end stands for no unit of the text.
      if (shaped.run.range.start === shaped.run.range.end) continue
      const starts = offsetsOf(shaped)
      shaped.clusters.forEach(({ glyph }, k) => {
        if (glyph.missing) boxes.push(glyph.text.trim())
        for (let i = 0; i < glyph.text.length; i++) times[shaped.run.range.start + starts[k]! + i]!++
      })
    }
  }
  return { times, boxes }
}

/** Every unit is placed once or is an invisible control; what is not placed, or not as a letter, is told to be missing. */
function expectEachOnce(set: Typeset, measure: number): void {
  const told = set.missing.map(({ grapheme }) => grapheme)
  const { times, boxes } = placed(set, measure)
  expect(times.findIndex((n) => n > 1)).toBe(-1)
  expect(boxes.filter((box) => !told.some((grapheme) => grapheme.includes(box)))).toEqual([])
  const unplaced = [...times.keys()].filter((i) => times[i] === 0 && !BIDI_CONTROL.test(set.text[i]!))
  const units = new Set(told.join('').split('')) // prettier-ignore
  expect(unplaced.map((i) => set.text[i]!).filter((unit) => !units.has(unit))).toEqual([])
  expect(unplaced.length).toBeLessThanOrEqual(told.join('').length)
}

/** What no translator means to write, and what lies between it and good text. */
const bad = fc.oneof(
  fc.constantFrom('a', 'b ', 'ب', 'لا', 'ক্ষ', 'ি', '中', ' ', '-', '(', ')', '1', '020 8356', '.', '“'),
  fc.constantFrom('\uD800', '\uDC00', '\uDBFF', '\u0000', '\u001B', '\u0085', '\uFFFF', '\uFFFD', '\uE000', '\u{F0000}'),
  fc.constantFrom('\n', '\r', '\r\n', '\t', '\u2028', '\u2029', '\u00A0', '\u202F', '\u200B', '\u00AD', '\uFEFF', '\u3000'),
  fc.constantFrom('\u2066', '\u2067', '\u2068', '\u2069', '\u202A', '\u202B', '\u202C', '\u202D', '\u202E', '\u200E'),
  fc.constantFrom('\u0301', '\u0651', '\u09CD', '\u200C', '\u200D', '\u034F', '\uFE0F', '\u{E0100}', '\u0600', '\u1160'),
  fc.constantFrom('👩\u200D👧', '🇬🇧', 'ᄀ', '각', '\u{E0067}', '\u{10800}', '\u{1F3FB}', '\uFFF9', '\u17B4', '\u180E'),
) // prettier-ignore
const text = fc.array(bad, { maxLength: 40 }).map((all) => all.join(''))

describe.each(shops)('whatever is written, in fonts of %s', (lang, direction) => {
  const shop = [lang, direction] as const

  test('each letter is placed once or told to be missing, and so is each empty box', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 200 }), (given, measure) => {
        expectEachOnce(typeset(given, shop), measure)
      }),
      { numRuns: 300 },
    )
  })

  test('a line has its paragraph’s levels in a permutation, side by side', () => {
    fc.assert(
      fc.property(text, (given) => {
        const set = typeset(given, shop)
        const { runs, width, hanging } = setLine(set, { start: 0, end: set.text.length, hyphen: false })
        let x = 0
        for (const run of [...runs].sort((a, b) => a.x - b.x || a.width - b.width)) {
          expect(run.x).toBeCloseTo(x, 6)
          x += run.width
        }
        expect(width + hanging).toBeCloseTo(x, 6)
      }),
      { numRuns: 200 },
    )
  })
})

describe.each([shops[0], shops[2]])('every assigned character once, in fonts of %s', (...shop) => {
  test('is placed or told to be missing', () => {
    let line = ''
    for (let codePoint = 0; codePoint < 0x110000; codePoint++) {
      // Of the private planes one in a hundred: no font has any of them.
      if (codePoint >= 0xf0000 && codePoint % 100 > 0) continue
      const character = String.fromCodePoint(codePoint)
      if (/\p{Cn}/u.test(character)) continue
      line += `${character} `
      if (line.length < 3000 && codePoint < 0x10ff00) continue
      expectEachOnce(typeset(line, shop), 300)
      line = ''
    }
  })
})

describe('a hundred thousand characters without an end are set in seconds', () => {
  const long: Readonly<Record<string, string>> = {
    'a word': 'a'.repeat(100_000),
    'a word in Arabic letters': 'ب'.repeat(100_000),
    'words': 'ab '.repeat(33_333),
    'digits': '1'.repeat(100_000),
    'groups of digits': '020 '.repeat(25_000),
    'an address without an end': 'a.'.repeat(50_000) + '@b',
    'many addresses': 'a@b.c '.repeat(16_000),
    'brackets that nothing closes': '(a'.repeat(50_000),
    'brackets before digits': '(1'.repeat(50_000),
    'dates': '1-1-1 '.repeat(16_000),
    'a letter with marks': 'a' + '\u0301'.repeat(100_000),
    'joiners': '\u200D'.repeat(100_000),
    'spaces that keep together': '\u00A0'.repeat(100_000),
    'isolates in isolates': '\u2067a'.repeat(500) + '\u2069'.repeat(500),
    'isolates that nothing closes': '\u2067a'.repeat(50_000),
    'line breaks': '\n'.repeat(100_000),
  } // prettier-ignore
  // In Arabic all of it is looked at for isolates, too; left-to-right texts take fewer steps.
  const cases = Object.keys(long).flatMap((name, i) => (i < 4 ? [shops[0], shops[2]] : [shops[2]]).map((shop) => [name, ...shop] as const)) // prettier-ignore
  test.each(cases)('%s, in fonts of %s', (name, ...shop) => {
    const work = (): void => {
      expectEachOnce(typeset(long[name]!, shop), 200)
    }
    // Half a second each; with time squared it is minutes.
    expect(processorTime(work)).toBeLessThan(10)
  })
})

describe('a leaflet with a bad message is held by a finding, or right', () => {
  const messages: Readonly<Record<string, string>> = {
    'nothing': '',
    'only a space that keeps together': '\u00A0',
    'half of a surrogate pair': 'a\uD800b',
    'a character that terminals obey': 'a\u001B[Jb',
    'line breaks and tabs': 'one\ntwo\r\nthree\tfour\u2028five',
    'a private character': 'a\uE000b',
    'a character that is kept for programs': 'a\uFDD1b',
    'the day of printing, as programs keep its place': 'a\uFDD2b',
    'a thousand isolates': '\u2067a\u2066b'.repeat(500) + '\u2069'.repeat(1000),
    'controls that close nothing': 'a\u202C\u2069b',
    'marks on marks': `Z${'\u0300\u0301\u0302'.repeat(200)}algo`,
    'a word wider than the page': 'Donaudampfschiff'.repeat(60),
    'a byte order mark': '\uFEFFa',
    'letters that were lost': 'a\uFFFDb\uFFFD',
  } // prettier-ignore
  const errors: Readonly<Record<string, readonly string[]>> = {
    'nothing': ['message-empty'],
    'only a space that keeps together': ['message-empty'],
    'half of a surrogate pair': ['glyph-missing'],
    'a character that terminals obey': ['character-invisible', 'glyph-missing'],
    'a private character': ['glyph-missing'],
    'a character that is kept for programs': ['letter-reserved'],
    'the day of printing, as programs keep its place': ['letter-reserved'],
    'a thousand isolates': ['bidi-control', 'bidi-control', 'bidi-control'],
    'controls that close nothing': ['bidi-control', 'bidi-control'],
    'marks on marks': ['marks-piled'],
    'a byte order mark': ['character-invisible'],
    'letters that were lost': ['letter-lost'],
  } // prettier-ignore

  const cases = Object.keys(messages).flatMap((name) => ['en', 'ar'].map((lang) => [name, lang] as const))
  test.each(cases)('%s, in %s', async (name, language) => {
    const file = `locales/${language}/children-and-families.json`
    const json = JSON.parse(diskShelf.read(file)!) as { about: { intro: string } }
    json.about.intro = messages[name]!
    const shelf = changedShelf(diskShelf, { [file]: JSON.stringify(json) })
    const order = { notice: 'children-and-families', language, service: 'clinical', format: 'standard', issueDate: '2026-12-01' } // prettier-ignore
    const { pdf, findings } = await makeOrder(order, new Counter(process.cwd(), shelf), { proof: true, release: false })
    // Latin letters all over an Arabic text are a fault of their own.
    const codes = findings.filter(isError).map((f) => f.code)
    expect(codes.filter((code) => code !== 'script-other')).toEqual(errors[name] ?? [])
    expect(pdf === undefined).toBe(codes.length > 0)
  })
})
