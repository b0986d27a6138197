import { describe, expect, test } from 'vitest'
import { pt } from '../../src/geometry/index.js'
import { cutRun, itemise, offsetsOf, shapeRun, widthOf, type ShapedRun } from '../../src/text/index.js'
import { fontsOf } from './helpers/fonts.js'
import { say } from './helpers/spans.js'

const samples: readonly (readonly [tag: string, text: string])[] = [
  ['en', 'Office of the affinity, “waffle” AVATAR To'],
  ['vi', 'Tiếng Việt có dấu: Hội đồng'],
  ['ar', 'معلومات عن الأسرة لا إله'],
  ['ur', 'یہ پاکستان کے بچوں کی معلومات ہیں'],
  ['yi', 'דאָס איז אַ בלעטל פֿאַר אייך'],
  ['bn', 'ক্ষেত্র র‍্যাব তথ্য সংগ্রহ'],
  ['zh-Hans', '我们收集的信息。'],
]

function shaped(tag: string, text: string): ShapedRun {
  const base = ['ar', 'ur', 'yi'].includes(tag) ? 'rtl' : 'ltr'
  const { runs } = itemise(say(text, tag), fontsOf(tag), base)
  expect(runs).toHaveLength(1)
  return shapeRun(runs[0]!)
}
/** Clusters in logical order. */
const logical = (run: ShapedRun) => {
  const starts = offsetsOf(run)
  const clusters = run.clusters.map((c, i) => ({ ...c, start: starts[i]! }))
  return clusters.sort((a, b) => a.start - b.start)
}
/** All that is painted: text, glyphs with offsets, advance. */
const ink = (run: ShapedRun) =>
  run.clusters.map(({ glyph }, i) => [offsetsOf(run)[i], glyph.text, glyph.parts, glyph.advance])

describe('clusters cover their text exactly once', () => {
  test.each(samples)('%s', (tag, text) => {
    const clusters = logical(shaped(tag, text))
    expect(clusters.map((c) => c.glyph.text).join('')).toBe(text)
    expect(clusters[0]?.start).toBe(0)
    clusters.forEach(({ start, glyph }) => {
      expect(text.startsWith(glyph.text, start)).toBe(true)
    })
  })
})

test('left-to-right clusters stand in logical order, right-to-left ones from the last to the first', () => {
  const starts = (run: ShapedRun) => [...offsetsOf(run)]
  expect(starts(shaped('en', 'abc'))).toEqual([0, 1, 2])
  expect(starts(shaped('ar', 'ابج'))).toEqual([2, 1, 0])
})

test('a Bengali conjunct with its vowel is one cluster', () => {
  // ক ্ ষ ে and ত ্ র: two syllables; the vowel is printed before its consonants.
  expect(shaped('bn', 'ক্ষেত্র').clusters.map((c) => c.glyph.text)).toEqual(['ক্ষে', 'ত্র'])
})

test('an Arabic letter and its vowel sign are one cluster', () => {
  expect(logical(shaped('ar', 'كَتب')).map((c) => c.glyph.text)).toEqual(['كَ', 'ت', 'ب'])
})

test('a Yiddish letter and its mark are one cluster', () => {
  expect(logical(shaped('yi', 'דאָס')).map((c) => c.glyph.text)).toEqual(['ד', 'אָ', 'ס'])
})

test('the same letter raised by another amount is another cluster glyph', () => {
  // In Nastaliq a word starts the higher the longer it is.
  const [short] = logical(shaped('ur', 'بس'))
  const [long] = logical(shaped('ur', 'ببببس'))
  expect(short?.glyph.text).toBe(long?.glyph.text)
  expect(long!.glyph.inkTop).toBeGreaterThan(short!.glyph.inkTop)
  expect(long?.glyph).not.toBe(short?.glyph)
})

test('the same letter in the same shape is the same cluster glyph', () => {
  const [first, , third] = shaped('en', 'aba').clusters
  expect(first?.glyph).toBe(third?.glyph)
  expect(shaped('en', 'cab').clusters[1]?.glyph).toBe(first?.glyph)
})

describe('a run cut anywhere is what shaping the part gives', () => {
  test.each(samples)('%s', (tag, text) => {
    const whole = shaped(tag, text)
    for (let at = 1; at < text.length; at++) {
      for (const range of [{ start: 0, end: at }, { start: at, end: text.length }]) {
        const part = text.slice(range.start, range.end)
        const anew = shapeRun({ ...whole.run, range, text: part, words: undefined })
        expect({ at, ink: ink(cutRun(whole, range)) }).toEqual({ at, ink: ink(anew) })
      }
    }
  }) // prettier-ignore
})

test('a cut that leaves everything gives back the run itself', () => {
  const whole = shaped('en', 'one')
  expect(cutRun(whole, { start: 0, end: 3 })).toBe(whole)
})

test('width grows with the size of the type', () => {
  const run = shaped('en', 'one')
  expect(widthOf(run, pt(20))).toBeCloseTo(2 * widthOf(run, pt(10)), 9)
})
