import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { breakOpportunities } from '../../src/text/index.js'
import { lineBreaks } from '../../src/text/line-break-rules.js'
import { say } from '../text/helpers/spans.js'

// LineBreakTest.txt of Unicode 17.0.0 (2025-07-24), unchanged, © Unicode, Inc., Unicode License V3.
const file = gunzipSync(readFileSync(new URL('LineBreakTest-17.0.0.txt.gz', import.meta.url))).toString()

interface Case {
  readonly line: string
  readonly text: string
  /** UTF-16 offsets; the text's end is the last. */
  readonly breaks: readonly number[]
}
const cases = file.split('\n').flatMap((line): Case[] => {
  const marks = line.split('#')[0]!.trim()
  if (marks === '') return []
  let text = ''
  const breaks: number[] = []
  for (const mark of marks.split(' ')) {
    if (mark === '÷') breaks.push(text.length)
    else if (mark !== '×') text += String.fromCodePoint(parseInt(mark, 16))
  }
  return [{ line, text, breaks }]
})

test('no line of the file is left out', () => {
  expect(cases).toHaveLength(19_338)
})

/** A tailoring that changes nothing: then no word is taken as one, all go through the rules. */
const BY_RULES = () => undefined

test.each([
  ['letter by letter', BY_RULES],
  ['plain words as one', undefined],
] as const)('LineBreakTest, %s: every break of it and no other', (_, tailoring) => {
  const wrong = cases.filter(({ text, breaks }) => {
    const found = [...lineBreaks(text, tailoring)].flatMap((b, at) => (b > 0 ? [at] : []))
    return found.join() !== breaks.join()
  })
  expect(wrong.map((c) => c.line)).toEqual([])
})

test('words taken as one break as they do letter by letter, whatever stands among them', () => {
  const words = fc.constantFrom('word ', 'word, ', 'end. ', 'mot  ', 'שלום ', 'كلمة، ', 'e\u0301t\u00E9 ', 'why? ', '12 ', '(a) ', '« b » ', '“c” ', '— ', 'e-mail ', '中文', '3,5 % ', 'x\u00A0y ', '\u200D', '\u0301', ' ') // prettier-ignore
  const cut = fc.constantFrom(...cases.map((c) => c.text))
  const texts = fc
    .array(fc.oneof({ weight: 4, arbitrary: words }, cut), { maxLength: 12 })
    .map((parts) => parts.join(''))
  fc.assert(fc.property(texts, (text) => {
    expect([...lineBreaks(text, undefined)]).toEqual([...lineBreaks(text, BY_RULES)])
  }), { numRuns: 5000 }) // prettier-ignore
})

describe('LineBreakTest through the opportunities of a paragraph', () => {
  const found = (text: string): string =>
    breakOpportunities(say(text))
      .map((o) => o.at)
      .join()
  // Seven of 19,338.
  const deviations = new Map<string, readonly (readonly [text: string, standard: string, ours: string])[]>([
    [
      'a vowel sign without its letter is a stretch of its own to the dictionary, as in ICU',
      [
        ['\u0E31\u0E01', '2', '1,2'],
        ['\u0E31\u0308\u0E01', '3', '2,3'],
        ['\u102C\u0E01', '2', '1,2'],
        ['\u102C\u0308\u0E01', '3', '2,3'],
      ],
    ],
    [
      'bidi controls are invisible: those before a word stay on the line above, which changes nothing on paper',
      [[' \u2067John \u05D5-Michael\u2069;', '1,7,18', '2,7,18']],
    ],
    [
      'bidi controls are invisible: a mark before a hyphen neither keeps it from its word nor is a word itself',
      [
        ['the Hebrew suffix \u200F-\u05D9', '4,11,18,20,21', '4,11,19,21'],
        ['the Hebrew suffix \u200F -\u05D9', '4,11,18,20,22', '4,11,20,22'],
      ],
    ],
  ])
  const reasons = [...deviations].flatMap(([reason, lines]) => lines.map((line) => [reason, ...line] as const))

  test.each(reasons)('deviates: %s', (_, text, standard, ours) => {
    expect(cases.find((c) => c.text === text)?.breaks.join()).toBe(standard)
    expect(found(text)).toBe(ours)
  })

  test('all other lines are as in the file', () => {
    const known = new Set(reasons.map(([, text]) => text))
    const wrong = cases.filter(({ text, breaks }) => !known.has(text) && found(text) !== breaks.join())
    expect(wrong.map((c) => c.line)).toEqual([])
  })
})
