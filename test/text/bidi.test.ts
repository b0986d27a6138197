import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Bidi, bidiClassOf } from '../../src/text/bidi-class.js'
import { levelsOf, visualOrder } from '../../src/text/index.js'
import { processorTime } from '../helpers/processor-time.js'

/** Characters of a line in printed order; `levels` has one digit a character. */
function printed(stored: string, levels: string): string {
  expect(stored.length).toBe(levels.length)
  const pieces = [...stored].map((text, i) => ({ text, level: Number(levels[i]) }))
  return visualOrder(pieces).map((p) => p.text).join('') // prettier-ignore
}
const levels = (text: string, base: 'ltr' | 'rtl'): string => [...levelsOf(text, base)].join('')

// Examples of UAX #9, rule L2; capitals stand for right-to-left letters. The isolates' own characters are left out:
// they are never printed.
describe('rule L2 turns stretches around from the highest level down', () => {
  test('level 0 and 1', () => {
    expect(printed('car means CAR.', '00000000001110')).toBe('car means RAC.')
  })
  test('level 1 and 2', () => {
    expect(printed('car MEANS CAR.', '22211111111111')).toBe('.RAC SNAEM car')
  })
  test('level 0, 1 and 2', () => {
    const level = '000000000' + '222' + '1111111111' + '00'
    expect(printed('he said “car MEANS CAR.”', level)).toBe('he said “RAC SNAEM car.”')
  })
  test('levels 1 to 4', () => {
    const stored = 'DID YOU SAY ’he said “car MEANS CAR”‘?'
    const level = '1111111111111' + '222222222' + '444' + '3333333333' + '2' + '11'
    expect(printed(stored, level)).toBe('?‘he said “RAC SNAEM car”’ YAS UOY DID')
  })
  test('a number within right-to-left words keeps its own order', () => {
    expect(printed('BUS 12 HERE', '11112211111')).toBe('EREH 12 SUB')
  })
})

describe('levels by UAX #9', () => {
  // א and ב are letters (class R), digits are class EN, `-` ES, `:` and U+00A0 CS.
  test('letters and digits in a right-to-left paragraph', () => {
    expect(levels('אב 12 ג', 'rtl')).toBe('1112211')
  })
  test('the same in a left-to-right paragraph', () => {
    expect(levels('אב 12 ג', 'ltr')).toBe('1112211')
    expect(levels('ab אב cd', 'ltr')).toBe('00011000')
  })
  test('Latin words in a right-to-left paragraph', () => {
    expect(levels('א ab cd', 'rtl')).toBe('1122222')
  })
  test('groups of digits joined by U+00A0 are one number (W4)', () => {
    expect(levels('א 020\u00A08356', 'rtl')).toBe('11' + '22222222')
  })
  test('groups of digits with spaces are several numbers', () => {
    expect(levels('א 020 8356', 'rtl')).toBe('11' + '222' + '1' + '2222')
  })
  test('an ISO date is one number after a Hebrew letter and three after an Arabic one (W2, W4)', () => {
    expect(levels('א 2018-05-25', 'rtl')).toBe('11' + '2222222222')
    expect(levels('ب 2018-05-25', 'rtl')).toBe('11' + '2222122122')
  })
  test('an isolate keeps an ISO date whole after an Arabic letter', () => {
    expect(levels('ب \u20662018-05-25\u2069', 'rtl')).toBe('11' + '1' + '2222222222' + '1')
  })
  test('brackets go with what is in them in an isolate (N0)', () => {
    expect(levels('א \u2066(ab)\u2069 ב', 'rtl')).toBe('11' + '1' + '2222' + '1' + '11')
  })
  test('a left-to-right text without other letters has level 0, whatever else it has', () => {
    expect(levels('Call 020-8356 (now)!', 'ltr')).toBe('0'.repeat(20))
  })
  test('an empty text has no levels', () => {
    expect(levelsOf('', 'rtl')).toHaveLength(0)
  })
})

describe('a text without right-to-left letters is not looked at any closer', () => {
  // What could change a left-to-right text: strong letters and digits of the other direction, and the controls.
  const matters = new Set<number>([Bidi.R, Bidi.AL, Bidi.AN, Bidi.LRE, Bidi.LRO, Bidi.RLE, Bidi.RLO, Bidi.LRI, Bidi.RLI, Bidi.FSI]) // prettier-ignore
  test('but every character that changes the levels of a paragraph is seen', () => {
    const unseen: string[] = []
    for (let codePoint = 0; codePoint < 0x110000; codePoint++) {
      if (!matters.has(bidiClassOf(codePoint))) continue
      const text = `a${String.fromCodePoint(codePoint)}1!`
      // P1: each paragraph by itself; the first one keeps the rules from being skipped.
      const first = '\u05D0\u2029'
      if (levels(text, 'ltr') !== levels(first + text, 'ltr').slice(first.length)) unseen.push(codePoint.toString(16))
    }
    expect(unseen).toEqual([])
  })
})

describe('each paragraph of a text has the levels that it has alone (P1)', () => {
  const character = fc.constantFrom(
    ...['a', 'א', ' ', 'ا', '1', '(', ')', ',', '-', '%', '\t', '\u0661', '\u200D', '\u202B', '\u202C'],
    ...['\u2066', '\u2067', '\u2068', '\u2069', '\u{10800}', '\uD800'],
  )
  const paragraph = fc.array(character, { maxLength: 12 }).map((all) => all.join(''))
  test.each(['ltr', 'rtl'] as const)('%s', (base) => {
    fc.assert(
      fc.property(paragraph, paragraph, (first, second) => {
        expect(levels(`${first}\u2029${second}`, base)).toBe(levels(`${first}\u2029`, base) + levels(second, base))
      }),
      { numRuns: 2000 },
    )
  })
})

test('a joiner and the second unit of a pair have the level of what they follow', () => {
  expect(levels('a\u200Dא\u200D \u{10800}\u2066\u200D1\u2069', 'ltr')).toBe('00' + '11' + '1' + '11' + '0220')
})

describe('a hundred thousand units are done in no time', () => {
  test.each([
    ['one word', 'א'.repeat(100_000)],
    ['isolates in isolates', '\u2067א'.repeat(50_000)],
    ['isolates of unknown direction in each other', '\u2068'.repeat(100_000)],
    ['isolates side by side', '\u2068a\u2069'.repeat(33_000)],
    ['embeddings that nothing closes', '\u202B1'.repeat(50_000)],
    ['brackets side by side', '(a)'.repeat(33_000) + 'א'],
    ['brackets that nothing closes', '('.repeat(100_000) + 'א'],
  ])('%s', (_, text) => {
    const both = (): void => {
      levelsOf(text, 'ltr')
      levelsOf(text, 'rtl')
    }
    // 0.2 s on a slow machine; a rule that looks at every pair of characters takes minutes.
    expect(processorTime(both)).toBeLessThan(3)
  })
})

test('printed order is a permutation', () => {
  const line = fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 20 })
  fc.assert(
    fc.property(line, (all) => {
      const pieces = all.map((level, id) => ({ level, id }))
      expect(visualOrder(pieces).map((p) => p.id).sort((a, b) => a - b)).toEqual(all.map((_, i) => i))
    }),
  ) // prettier-ignore
})

test('a line of one odd level is turned around, of one even level left as it is', () => {
  const pieces = (level: number) => [1, 2, 3].map((id) => ({ id, level }))
  expect(visualOrder(pieces(1)).map((p) => p.id)).toEqual([3, 2, 1])
  expect(visualOrder(pieces(2)).map((p) => p.id)).toEqual([1, 2, 3])
})
