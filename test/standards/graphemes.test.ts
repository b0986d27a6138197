import fc from 'fast-check'
import { expect, test } from 'vitest'
import { graphemesOf } from '../../src/text/index.js'
import { unicodeLines } from './unicode-file.js'
import { processorTime } from '../helpers/processor-time.js'

/**
 * Deviations from version 15.0, by Node's newer data: U+2701 lost its property Extended_Pictographic after it (rule GB11).
 * Rule GB9c, which came with 15.1 and keeps the parts of an Indic conjunct together, changes no case of this version.
 */
const newer = /\p{Extended_Pictographic}/u.test('\u2701') ? [] : ['÷ 2701 × 200D × 2701 ÷']

test('GraphemeBreakTest: every case, but for those that a newer version decides otherwise', () => {
  const other: string[] = []
  let cases = 0
  for (const line of unicodeLines('GraphemeBreakTest.txt')) {
    // ÷ stands at a boundary, × where there is none.
    const pieces = line.split('÷').map((piece) => piece.match(/[0-9A-F]{4,}/g) ?? []).filter((p) => p.length > 0) // prettier-ignore
    const expected = pieces.map((hexes) => String.fromCodePoint(...hexes.map((hex) => parseInt(hex, 16))))
    const got = [...graphemesOf(expected.join(''))].map((g) => g.segment)
    if (got.join('|') !== expected.join('|')) other.push(line)
    cases++
  }
  expect(other).toEqual(newer)
  expect(cases).toBe(602)
})

test('Latin text with punctuation and bidi controls has the graphemes that ICU finds, whatever stands beside what', () => {
  const icu = new Intl.Segmenter('en', { granularity: 'grapheme' })
  const ranges = [[0x20, 0x7e], [0xa0, 0x2ff], [0x2010, 0x2069]] as const // prettier-ignore
  const letters = ranges.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => String.fromCharCode(from + i))) // prettier-ignore
  const neighbours = ['a', ' ', '\u00A9', '\u00AD', '\u203C', '\u2060', '\u2068', '\u2069']
  const texts = letters.map((letter) => neighbours.map((n) => n + letter + n + letter + letter).join(''))
  const pairs = (found: Iterable<{ segment: string; index: number }>): string[] => [...found].map((g) => `${g.index}:${g.segment}`) // prettier-ignore
  for (const text of texts) expect(pairs(graphemesOf(text))).toEqual(pairs(icu.segment(text)))
})

test('a long text is cut as its parts are, and takes no square of time', () => {
  const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })
  const letters = fc.constantFrom(
    'a',
    'é',
    'e\u0301',
    '\r',
    '\n',
    'ក',
    '្ក',
    'ั',
    '한',
    'ᄀ',
    'ᆨ',
    '🇬',
    '🇧',
    '👩',
    '\u200D',
    '\u0600',
    ' ',
  )
  fc.assert(
    fc.property(fc.array(letters, { maxLength: 300 }).map((l) => l.join('')), (text) => {
      const whole = [...segmenter.segment(text)].map(({ segment, index }) => ({ segment, index }))
      expect([...graphemesOf(text)]).toEqual(whole)
    }),
  ) // prettier-ignore
  expect([...graphemesOf(`a${'\u0301'.repeat(1000)}b`)].map((g) => g.index)).toEqual([0, 1001])
  let found = 0
  expect(processorTime(() => (found = [...graphemesOf('ก'.repeat(100_000))].length))).toBeLessThan(2)
  expect(found).toBe(100_000)
})
