import { describe, expect, test } from 'vitest'
import { breakOpportunities } from '../../src/text/index.js'
import { say, span } from './helpers/spans.js'
import type { Text } from '../../src/document/index.js'

/** The text with `|` where a line may end and `~` where it may, but within a word. */
function marked(text: Text): string {
  const whole = text.map((s) => s.text).join('')
  let start = 0
  const pieces = breakOpportunities(text).map(({ at, kind }) => {
    const piece = whole.slice(start, at)
    start = at
    return at === whole.length ? piece : piece + (kind === 'word' ? '~' : '|')
  })
  return pieces.join('')
}

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
