import { describe, expect, test } from 'vitest'
import {
  firstDifference,
  firstSpaceDifference,
  lettersOf,
  sliceLetters,
  type Letters,
} from '../../src/proof/compare-text.js'

const letters = (text: string): Letters => lettersOf([{ text, before: 'none' }])
const differs = (source: string, read: string): boolean => firstDifference(letters(source), letters(read)) !== undefined
const spaced = (source: string, read: string): boolean =>
  firstSpaceDifference(letters(source), letters(read)) !== undefined

describe('characters are the same', () => {
  test.each([
    ['whatever whitespace stands between them', 'two words', 'two\n words'],
    ['composed or not', 'caf\u00E9', 'cafe\u0301'],
    ['with or without isolates', 'call \u2068020\u2069', 'call 020'],
    ['with or without direction marks', '\u200Ea\u200F\u061C', 'a'],
    ['with or without joiners, which pdf.js drops', 'a\u200Cb\u200Dc', 'abc'],
    ['with or without the hyphen of a line end', 'hyphen\u00ADation', 'hyphenation'],
    ['outside the first plane', 'a\u{1F600}b', 'a\u{1F600}b'],
    ['in no text', '', ' \n'],
  ])('%s', (_, source, read) => {
    expect(differs(source, read)).toBe(false)
  })

  test.each([
    ['one letter for another', 'hill', 'hall'],
    ['one lost', 'hill', 'hil'],
    ['one too many', 'hill', 'hills'],
    ['two in the wrong order', 'hill', 'ihll'],
    ['a compatible character', '\uFB01', 'fi'],
    ['a mark on another letter', 'a\u0323b', 'ab\u0323'],
    ['nothing', 'hill', ''],
  ])('but not %s', (_, source, read) => {
    expect(differs(source, read)).toBe(true)
  })
})

describe('words stay apart and together', () => {
  test.each([
    ['a space as a space', 'two words', 'two words'],
    ['a space as several', 'two words', 'two  \t words'],
    ['a space as a line end', 'two words', 'two\nwords'],
    ['a no-break space as a space', '020\u00A08356', '020 8356'],
    ['a narrow no-break space as a space', '10\u202F%', '10 %'],
    ['a line end after a hyphen', 'face-to-face', 'face-to-\nface'],
    ['a line end between Chinese characters', '家庭', '家\n庭'],
    ['spaces around the whole', 'a', '\n a \n'],
  ])('%s', (_, source, read) => {
    expect(spaced(source, read)).toBe(false)
  })

  test.each([
    ['glued words', 'two words', 'twowords'],
    ['a split word', 'words', 'wo rds'],
    ['a space between Chinese characters', '家庭', '家 庭'],
    ['a split number', '8356', '83 56'],
    ['groups of a number glued', '020\u00A08356', '0208356'],
    ['a space before a comma', 'a, b', 'a , b'],
  ])('but not %s', (_, source, read) => {
    expect(differs(source, read)).toBe(false)
    expect(spaced(source, read)).toBe(true)
  })

  test('after a bullet anything may stand', () => {
    const source = lettersOf([
      { text: '\u2022', before: 'space' },
      { text: 'home', before: 'any' },
      { text: 'visit', before: 'space' },
    ])
    for (const read of ['\u2022home visit', '\u2022 home visit', '\u2022\nhome\nvisit']) {
      expect(firstSpaceDifference(source, letters(read))).toBeUndefined()
    }
    expect(firstSpaceDifference(source, letters('\u2022 homevisit'))).toBeDefined()
  })
})

describe('a difference', () => {
  test('shows twenty letters on each side, with the spaces between', () => {
    const source = 'We keep what you tell us about your family for seven years.'
    const found = firstDifference(letters(source), letters(source.replace('your', 'yuor')))
    expect(found).toEqual({
      at: 25,
      expected: '…p what you tell us about your family for seven yea…',
      found: '…p what you tell us about yuor family for seven yea…',
    })
  })

  test('is not cut through the middle of a character', () => {
    const text = '\u{1F600}'.repeat(30)
    const found = firstDifference(letters(`${text}a${text}`), letters(`${text}b${text}`))
    expect(found?.expected.isWellFormed()).toBe(true)
  })

  test('at the end says where the text stops', () => {
    expect(firstDifference(letters('home visit'), letters('home'))).toEqual({
      at: 4,
      expected: 'home visit',
      found: 'home',
    })
  })
})

test('each letter knows its stretch, also where NFC makes one letter of two', () => {
  const both = lettersOf([
    { text: 'cafe\u0301 ', before: 'none' },
    { text: ' \u{1F600}x', before: 'none' },
  ])
  expect(both.text).toBe('caf\u00E9\u{1F600}x')
  expect(both.owners).toEqual([0, 0, 0, 0, 1, 1, 1])
  expect(both.gaps).toEqual(['none', 'none', 'none', 'none', 'space', 'none', 'none'])
  expect(sliceLetters(both, 4, 6)).toEqual({ text: '\u{1F600}', owners: [1, 1], gaps: ['space', 'none'] })
})
