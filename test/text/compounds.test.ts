import { describe, expect, test } from 'vitest'
import { markedWith } from './helpers/marked.js'
import { say, span } from './helpers/spans.js'

/** `~`: a line may end there, but within a word. */
const marked = markedWith({ word: '~' })

test('a Thai prefix is part of its word, but no word ends with it', () => {
  // การ|คุ้มครอง (protection), ความ|เชื่อ (belief); บริการ (service), ทางการ (official) are words.
  for (const expected of ['ใช้|การ~คุ้มครอง|ข้อมูล', 'มี|ความ~เชื่อ|อื่น', '(การ~ศึกษา)', 'บริการ|เด็ก', 'ทางการ|แพทย์'])
    expect(marked(say(expected.replace(/[|~]/g, ''), 'th'))).toBe(expected)
})

describe('compounds that are written with a space', () => {
  const cases: readonly (readonly [law: string, lang: string, marked: string])[] = [
    ['two syllables', 'vi', 'chúng ~tôi |xử ~lý |thông ~tin'],
    ['three', 'vi', 'cho |thanh ~thiếu ~niên'],
    ['capitals', 'vi', 'Quý ~vị |và |GIA ~ĐÌNH'],
    ['punctuation ends a word', 'vi', 'thông, |tin |“trẻ ~em” |trẻ |(em)'],
    ['not in other languages', 'en', 'thông |tin'],
  ]
  test.each(cases)('%s', (_, lang, expected) => {
    expect(marked(say(expected.replace(/[|~]/g, ''), lang))).toBe(expected)
  })
  test('letters in two pieces are the same letters', () => {
    expect(marked(say('xử lý'.normalize('NFD'), 'vi'))).toBe('xử ~lý'.normalize('NFD'))
  })
  test('a passage in the language has its compounds in any leaflet', () => {
    expect(
      marked([span('see ', { lang: 'en' }), span('trẻ em', { lang: 'vi' }), span(' trẻ em', { lang: 'en' })]),
    ).toBe('see |trẻ ~em |trẻ |em')
  })
})
