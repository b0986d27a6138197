import { describe, expect, test } from 'vitest'
import { setLine } from '../../src/layout/line.js'
import { columns, typed } from './helpers/typewriter.js'

/** Runs of a line with the column where each starts, in logical order. */
function runs(text: string, direction: 'ltr' | 'rtl', range?: { start: number; end: number }) {
  const set = typed(text, direction)
  const line = setLine(set, { ...(range ?? { start: 0, end: set.text.length }), hyphen: false })
  return {
    runs: line.runs.map((r): [string, number] => [r.shaped.run.text, r.x / columns(1)]),
    width: line.width / columns(1),
    hanging: line.hanging / columns(1),
  }
}

describe('runs stand side by side in printed order, listed in logical order', () => {
  test('left to right', () => {
    expect(runs('one two', 'ltr').runs).toEqual([['one two', 0]])
  })
  test('a number within right-to-left words stands between them', () => {
    // printed: ד 12 באא
    expect(runs('אאב 12 ד', 'rtl').runs).toEqual([
      ['אאב ', 4],
      ['12', 2],
      [' ד', 0],
    ])
  })
  test('a right-to-left word within left-to-right ones', () => {
    // printed: one בא two; the space after the word has the word's script.
    expect(runs('one אב two', 'ltr').runs).toEqual([
      ['one ', 0],
      ['אב', 4],
      [' ', 6],
      ['two', 7],
    ])
  })
})

describe('the space at the end of a line hangs', () => {
  test('beyond the right end from left to right', () => {
    expect(runs('one two', 'ltr', { start: 0, end: 4 })).toEqual({ runs: [['one ', 0]], width: 3, hanging: 1 })
  })
  test('beyond the left end from right to left', () => {
    expect(runs('אב גד', 'rtl', { start: 0, end: 3 })).toEqual({ runs: [['אב ', 0]], width: 2, hanging: 1 })
  })
  test('with the level of the paragraph (UAX #9 L1), so it is at the outer end of Latin words too', () => {
    const line = runs('\u2066one two\u2069 א', 'rtl', { start: 1, end: 5 })
    expect(line.runs).toEqual([
      ['one', 1],
      [' ', 0],
    ])
  })
})
