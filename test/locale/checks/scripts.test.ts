import { expect, test } from 'vitest'
import { checkCatalogue } from '../../../src/locale/index.js'
import { catalogueOf } from '../shop.js'

const titles = (text: string): string[] =>
  checkCatalogue(catalogueOf('en', { a: 'Ring Anna' }), catalogueOf('tr', { a: text })).map((f) => f.title)

test('letters are called by the name of their script, and foreign where nothing here knows it', () => {
  expect(titles('Анна ara')).toEqual(['"Анна" is in Cyrillic letters, Turkish is not'])
  expect(titles('ⴰⴱ ara')).toEqual(['"ⴰⴱ" is in foreign letters, Turkish is not'])
})
