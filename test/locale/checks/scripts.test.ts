import { expect, test } from 'vitest'
import { checkCatalogue } from '../../../src/locale/index.js'
import { LOOK_ALIKES } from '../../../src/locale/checks/look-alikes.js'
import { catalogueOf } from '../shop.js'

const titles = (text: string): string[] =>
  checkCatalogue(catalogueOf('en', { a: 'Ring Anna' }), catalogueOf('tr', { a: text })).map((f) => f.title)

test('letters are called by the name of their script, and foreign where nothing here knows it', () => {
  expect(titles('Анна ara')).toEqual(['"Анна" is in Cyrillic letters, Turkish is not'])
  expect(titles('ᎠᎣ ara')).toEqual(['"ᎠᎣ" is in Cherokee letters, Turkish is not'])
  expect(titles('𐤀𐤁 ara')).toEqual(['"𐤀𐤁" is in foreign letters, Turkish is not'])
})

test('of a word in two scripts, the part that is of the other is named', () => {
  expect(titles('yarᏣᎳ ara')).toEqual(['"ᏣᎳ" is in Cherokee letters, Turkish is not'])
  expect(titles('ВОЗdan ara')).toEqual(['"ВОЗ" is in Cyrillic letters, Turkish is not'])
})

test('a letter of another script within a word is said to look like one only if it does', () => {
  const mixed = (text: string) => titles(text).map((title) => title.replace(/^.* is /, ''))
  expect(mixed('аra')).toEqual(['a letter of another script, Cyrillic, and looks like "a"'])
  expect(mixed('Οra')).toEqual(['a letter of another script, Greek, and looks like "O"'])
  expect(mixed('ᎪRA')).toEqual(['a letter of another script, Cherokee, and looks like "A"'])
  expect(mixed('жara')).toEqual(['a letter of another script, Cyrillic'])
  expect(mixed('araა')).toEqual(['a letter of another script, Georgian'])
  expect(mixed('arᎣa')).toEqual(['a letter of another script, Cherokee'])
  expect(mixed('ar𐤀a')).toEqual(['a letter of another script'])
})

test('a letter that looks like another is no letter of the script that it looks right in', () => {
  for (const [script, pairs] of Object.entries(LOOK_ALIKES))
    for (const pair of pairs.split(' ')) {
      const [letter, own] = pair.split('→')
      const form = new RegExp(`^\\p{Script=${script}}$`, 'u')
      expect(form.test(own!), pair).toBe(true)
      expect(form.test(letter!), pair).toBe(false)
    }
})
