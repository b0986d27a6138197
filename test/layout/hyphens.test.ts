import { describe, expect, test } from 'vitest'
import { breakLines, type Breaking } from '../../src/layout/break-lines.js'
import { setLine } from '../../src/layout/line.js'
import type { Hyphens } from '../../src/text/index.js'
import { columns, typed } from './helpers/typewriter.js'

/** Divides at the marks of a small dictionary. */
const dictionary = ['chil-dren', 'infor-ma-tion', 'pro-tection', 'under-standing']
const hyphens: Hyphens = () => (word) => {
  const parts = dictionary.find((d) => d.replaceAll('-', '') === word)?.split('-') ?? []
  return parts.slice(0, -1).map((_, i) => parts.slice(0, i + 1).join('').length)
}

/** The printed lines: what stands on each, its hyphen as U+00AD. */
function lines(text: string, measure: number): string[] {
  const set = typed(text)
  return breakLines(set, columns(measure), { rag: 'even', hyphens }).map((range) =>
    setLine(set, range)
      .runs.map((r) => r.shaped.run.text)
      .join(''),
  )
}

describe('a format that divides words', () => {
  test('ends a line with a hyphen where it would be too short', () => {
    // Whole: "give", 7 of 11 short, 0.40. Divided: a hyphen 0.06, nothing and 2 of 11 short, 0.03.
    expect(lines('give information to us', 11)).toEqual(['give infor\u00AD', 'mation to ', 'us'])
  })
  test('leaves words whole where the line is full enough', () => {
    // Whole: 6 of 14 short, 0.18. Divided: a hyphen 0.06, a last line that is the rest of a word 0.25.
    expect(lines('you tell children', 14)).toEqual(['you tell ', 'children'])
  })
  test('counts the hyphen: it stands within the measure', () => {
    const set = typed('give information to us')
    for (const range of breakLines(set, columns(11), { rag: 'even', hyphens })) {
      expect(setLine(set, range).width).toBeLessThanOrEqual(columns(11))
    }
    expect(lines('give information to us', 9)).toEqual(['give ', 'informa\u00AD', 'tion to ', 'us'])
  })
  test('divides a word wider than the measure at its hyphens, before it is cut anywhere', () => {
    expect(lines('understanding', 9)).toEqual(['under\u00AD', 'standing'])
    expect(lines('understandable', 9)).toEqual(['understan', 'dable'])
  })
  test('paints a hyphen of the font at the end of the line', () => {
    const set = typed('understanding')
    const [first] = breakLines(set, columns(9), { rag: 'even', hyphens })
    const { runs, width } = setLine(set, first!)
    expect(runs.map((r) => [r.shaped.run.text, r.x, r.width])).toEqual([
      ['under', 0, columns(5)],
      ['\u00AD', columns(5), columns(1)],
    ])
    expect(runs[1]!.shaped.clusters.map((c) => c.glyph.text)).toEqual(['\u00AD'])
    expect(width).toBe(columns(6))
  })
})

test('a format without hyphens never divides', () => {
  const set = typed('give information to us')
  const ranges = breakLines(set, columns(11), { rag: 'even', hyphens: undefined })
  expect(ranges.map((r) => set.text.slice(r.start, r.end))).toEqual(['give ', 'information ', 'to us'])
  expect(ranges.some((r) => r.hyphen)).toBe(false)
})

describe('a soft hyphen of the text', () => {
  const whole = { rag: 'even', hyphens: undefined } as const
  const printed = (text: string, measure: number, how: Breaking): string[] => {
    const set = typed(text)
    return breakLines(set, columns(measure), how).map((range) =>
      setLine(set, range).runs.map((r) => r.shaped.run.text).join(''),
    ) // prettier-ignore
  }
  test('divides a word that fits no line, and shows as a hyphen only there', () => {
    // The typewriter gives the soft hyphen itself a column, which fonts don't: 4, 1, 3, 1 and the hyphen.
    expect(printed('data\u00ADpro\u00ADtection', 10, whole)).toEqual(['data\u00ADpro\u00AD\u00AD', 'tection'])
    expect(printed('of data\u00ADpro\u00ADtection', 19, whole)).toEqual(['of data\u00ADpro\u00ADtection'])
  })
  test('leaves other words whole where the format does', () => {
    expect(printed('our data\u00ADprotection', 16, whole)).toEqual(['our ', 'data\u00ADprotection'])
    expect(printed('our data\u00ADprotection', 16, { rag: 'even', hyphens })).toEqual([
      'our data\u00AD\u00AD',
      'protection',
    ])
  })
})
