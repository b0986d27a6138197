import { describe, expect, test } from 'vitest'
import { breakLines } from '../../src/layout/break-lines.js'
import { columns, typed } from './helpers/typewriter.js'

/** The lines of a text on a typewriter with so many columns. */
function lines(text: string, measure: number): string[] {
  const set = typed(text)
  return breakLines(set, columns(measure), 'even').map(({ start, end }) => set.text.slice(start, end))
}

describe('a paragraph in lines', () => {
  test('each line takes as many words as fit, to the last column', () => {
    //                                       1234567890     1234567890
    expect(lines('one two three four five', 10)).toEqual(['one two ', 'three four ', 'five'])
  })
  test('spaces at the end hang: they need no room and never start a line', () => {
    expect(lines('fives   fives one', 5)).toEqual(['fives   ', 'fives ', 'one'])
  })
  test('a space that does not break hangs too, where there is no other way', () => {
    expect(lines('12345 12345', 5)).toEqual(['12345\u00A0', '12345'])
  })
  test('a text that fits is one line', () => {
    expect(lines('one two', 7)).toEqual(['one two'])
  })
  test('an empty text has no lines', () => {
    expect(lines('', 10)).toEqual([])
  })
  test('a line feed ends a line', () => {
    expect(lines('one\ntwo three', 20)).toEqual(['one\n', 'two three'])
  })
  test('a phone number stays whole', () => {
    expect(lines('Call us: 020 8356 3000.', 16)).toEqual(['Call us: ', '020\u00A08356\u00A03000.'])
  })
  test('Chinese breaks between letters, not before punctuation', () => {
    expect(lines('我们收集的，信息。', 5)).toEqual(['我们收集', '的，信息。'])
  })
  test('isolates take no room', () => {
    expect(lines('one \u2068two\u2069 three', 7)).toEqual(['one \u2068two\u2069 ', 'three'])
  })
})

describe('a word wider than the measure', () => {
  test('starts on a line of its own and is cut where the line is full', () => {
    expect(lines('at hackneycouncil now', 8)).toEqual(['at ', 'hackneyc', 'ouncil ', 'now'])
  })
  test('is never cut within a cluster', () => {
    expect(lines('e\u0301e\u0301e\u0301', 2)).toEqual(['e\u0301e\u0301', 'e\u0301'])
  })
  test('loses one cluster a line where not even one fits', () => {
    expect(lines('abc', 0)).toEqual(['a', 'b', 'c'])
  })
})

describe('the last line', () => {
  // A last line under 14 % of the measure: at 30 columns, under 4.2 characters.
  test('of one short word gets company from the line above', () => {
    expect(lines('What we know about your family is', 31)).toEqual(['What we know about your ', 'family is'])
  })
  test('that is long enough stays as it is', () => {
    expect(lines('What we know about your family today', 31)).toEqual(['What we know about your family ', 'today'])
  })
  test('stays short where the line above would be left half empty', () => {
    expect(lines('We ask: responsibilities is', 24)).toEqual(['We ask: responsibilities ', 'is'])
  })
})
