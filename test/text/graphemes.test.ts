import fc from 'fast-check'
import { expect, test } from 'vitest'
import { graphemesOf } from '../../src/text/index.js'
import { processorTime } from '../helpers/processor-time.js'

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })
const whole = (text: string): string[] => [...segmenter.segment(text)].map((g) => g.segment)
const ours = (text: string): string[] => [...graphemesOf(text)].map((g) => g.segment)

/** One of each kind of UAX #29, table 2, and letters of the scripts that are looked at faster. */
const kinds = [
  ...['a', 'é', 'ب', 'א', '中', ' ', '\r', '\n', '\u200B', '\u0301', '\u064B', '\u0600', '\u0903', '\u0915', '\u094D'],
  ...['ᄀ', 'ᅡ', 'ᆨ', '각', '\u200D', '\u{1F1EC}', '👩', '\u{1F3FB}', '\u{E0067}', '\uD83D', '\uDC69', '\u00AD'],
]

test('a text in windows has the graphemes that it has as a whole', () => {
  const text = fc.array(fc.constantFrom(...kinds), { maxLength: 300 }).map((all) => all.join(''))
  fc.assert(
    fc.property(text, (given) => {
      expect(ours(given)).toEqual(whole(given))
    }),
    { numRuns: 500 },
  )
})

test('every character of the first plane beside a letter, a mark or a joiner', () => {
  const wrong: string[] = []
  for (let unit = 0; unit < 0x10000; unit++) {
    const character = String.fromCharCode(unit)
    const text = `a${character}a\u0301${character}\u0301ب${character}`
    if (ours(text).join('|') !== whole(text).join('|')) wrong.push(unit.toString(16))
  }
  expect(wrong).toEqual([])
})

test('every character of the first plane among letters of all scripts that are looked at faster', () => {
  const wrong: string[] = []
  for (let unit = 0; unit < 0x10000; unit++) {
    const character = String.fromCharCode(unit)
    const text = `${character}${character}a${character}Я${character}א${character}ب${character}አ${character}中${character}か`
    if (ours(text).join('|') !== whole(text).join('|')) wrong.push(unit.toString(16))
  }
  expect(wrong).toEqual([])
})

test('offsets are UTF-16, and the graphemes together are the text', () => {
  expect([...graphemesOf('a👩\u200D👧e\u0301')]).toEqual([
    { segment: 'a', index: 0 },
    { segment: '👩\u200D👧', index: 1 },
    { segment: 'e\u0301', index: 6 },
  ])
  expect([...graphemesOf('')]).toEqual([])
})

test.each([
  ['a word', 'a'.repeat(100_000), 100_000],
  ['a word of letters with marks', 'é\u0301'.repeat(50_000), 50_000],
  ['a letter with marks', 'e' + '\u0301'.repeat(100_000), 1],
  ['Thai', 'กำ'.repeat(50_000), 50_000],
])('%s of a hundred thousand units takes no time squared', (_, text, count) => {
  let found = 0
  expect(processorTime(() => (found = [...graphemesOf(text)].length))).toBeLessThan(3)
  expect(found).toBe(count)
})
