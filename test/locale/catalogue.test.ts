import { describe, expect, test } from 'vitest'
import { placeForKey, readCatalogue, recording } from '../../src/locale/index.js'
import { memoryShelf } from '../helpers/shelf.js'
import { catalogueOf, localeJson, short } from './shop.js'

describe('a catalogue', () => {
  test('a message has its whole key, its text and the place of its value', () => {
    const { messages } = catalogueOf('tr', { about: { intro: 'Merhaba' } })
    expect([...messages.keys()]).toEqual(['visit:about.intro'])
    expect(messages.get('visit:about.intro')).toMatchObject({
      text: 'Merhaba',
      place: { file: 'locales/tr/visit.json', line: 3, column: 14, key: 'visit:about.intro' },
    })
  })

  test('locale.json and review.json hold no messages', () => {
    const { messages, review } = catalogueOf('tr', {}, { 'locales/tr/review.json': '{}' })
    expect([messages.size, review.size]).toEqual([0, 0])
  })

  test('only texts and objects of texts are messages', () => {
    expect(catalogueOf('tr', { a: 1, b: ['x'], c: null, d: 'fine' }).findings.map(short)).toEqual(
      ['2:8', '3:8', '6:8'].map((at, i) => {
        const name = ['a', 'b', 'c'][i] ?? ''
        const problem = 'only texts, and objects of texts, may stand here'
        return `error[json-shape] locales/tr/visit.json:${at} "${name}" has a value that Doorstep cannot use: ${problem}`
      }),
    )
  })

  test('a name with a full stop or a colon is refused: it would read as a path', () => {
    expect(catalogueOf('tr', { 'a.b': 'x' }).findings.map(short)).toEqual([
      'error[json-shape] locales/tr/visit.json:2:10 "a.b" has a value that Doorstep cannot use: a name may not hold a full stop or a colon',
    ])
  })

  test('a broken namespace leaves the others', () => {
    const { messages, findings } = catalogueOf('tr', { a: 'x' }, { 'locales/tr/other.json': '{' })
    expect([...messages.keys()]).toEqual(['visit:a'])
    expect(findings.map(short)).toEqual([
      'error[json-syntax] locales/tr/other.json:1:2 This file is not JSON: a closing brace } is missing',
    ])
  })

  test('without a usable locale.json there is none', () => {
    const { catalogue, findings } = readCatalogue(memoryShelf({ 'locales/tr/visit.json': '{}' }), 'tr')
    expect(catalogue).toBeUndefined()
    expect(findings.map(short)).toEqual([
      'error[locale-missing] locales/tr/locale.json:1:1 The folder locales/tr is no language yet: it has no locale.json',
    ])
  })

  test('a text that is not there belongs into its nearest object, or else its file', () => {
    const catalogue = catalogueOf('tr', { about: { intro: 'x' } })
    expect(placeForKey(catalogue, 'visit:about.more')).toMatchObject({ line: 2, column: 12 })
    expect(placeForKey(catalogue, 'leaflet:folio')).toMatchObject({
      file: 'locales/tr/leaflet.json',
      line: 1,
      column: 1,
    })
  })
})

describe('a recording shelf', () => {
  test('remembers each file and folder once, sorted, those that are not there too', () => {
    const shelf = recording(memoryShelf({ 'locales/tr/locale.json': localeJson(), 'locales/tr/visit.json': '{}' }))
    readCatalogue(shelf, 'tr')
    expect(shelf.seen()).toEqual([
      'locales/glossary.json',
      'locales/tr/',
      'locales/tr/history.json',
      'locales/tr/locale.json',
      'locales/tr/review.json',
      'locales/tr/visit.json',
      'locales/tr/waivers.json',
    ])
  })
})
