import { describe, expect, test } from 'vitest'
import { checkTiny, noticeWith } from '../findings/tiny.js'

const found = (files: Readonly<Record<string, string>>): string[] =>
  checkTiny(files).filter((f) => f.code.endsWith('-unused')).map((f) => `${f.code} ${f.place.file} ${f.title}`) // prettier-ignore

describe('a text of the English', () => {
  test('that no notice and no template names is left over', () => {
    expect(found({ 'locales/en/visit.json': '{ "title": "We visit", "gone": "We left" }' })).toEqual([
      'key-unused locales/en/visit.json No notice and no template prints "visit:gone"',
    ])
  })
  test('of a file that nobody names is said once for the file', () => {
    const copy = { 'locales/en/visit-old.json': '{ "title": "We visit", "a": "A", "b": "B" }' }
    expect(found(copy)).toEqual([
      'file-unused locales/en/visit-old.json No notice and no template prints a text of this file',
    ])
  })
  test('that a template or a partial names is not', () => {
    const partial = { 'templates/partials/end.hbs': '<p>{{t "visit:gone"}}</p>' }
    expect(found({ 'locales/en/visit.json': '{ "title": "We visit", "gone": "We left" }', ...partial })).toEqual([])
  })
  test('that names the format or the whole notice is used by the program', () => {
    const leaflet = '{ "whole": "All", "format": { "standard": "Standard", "old": "Old" } }'
    expect(found({ 'locales/en/leaflet.json': leaflet })).toEqual([
      'key-unused locales/en/leaflet.json No notice and no template prints "leaflet:format.old"',
    ])
  })
  test('that explains a hard word is left over when no row has the word', () => {
    const easyRead = {
      namespace: 'visit-easy-read',
      title: 'title',
      sections: [],
      words: { heading: 'title', order: ['data'] },
      closing: 'title',
    }
    const texts = '{ "title": "We visit", "words": { "data": { "term": "Data", "meaning": "What we know" } } }'
    expect(found({ ...noticeWith({ easyRead }), 'locales/en/visit-easy-read.json': texts })).toHaveLength(2)
  })
})

test('a picture that no notice and no template shows is left over, with its description', () => {
  const files = {
    'templates/pictures.json': '{ "door": { "set": "healthicons", "icon": "home" } }',
    'pictures/step.svg': '<svg/>',
    'locales/en/pictures.json': '{ "door": "A door" }',
  }
  expect(found(files)).toEqual([
    'key-unused locales/en/pictures.json No notice and no template prints "pictures:door"',
    'picture-unused templates/pictures.json No notice shows the picture "door"',
    'picture-unused pictures/step.svg No notice shows the picture "step"',
  ])
})

test('a word that the row and the word list call otherwise is found, an ending is not', () => {
  const row = { picture: 'door', text: 'row', words: ['data'] }
  const words = { heading: 'title', order: ['data'] }
  const section = { id: 'a', heading: 'title', rows: [row] }
  const notice = noticeWith({ easyRead: { namespace: 'visit-easy-read', title: 'title', sections: [section], words, closing: 'title' } }) // prettier-ignore
  const say = (marked: string, term: string): string[] => {
    const texts = { title: 'We visit', row: `We keep <term>${marked}</term>`, words: { data: { term, meaning: 'x' } } }
    const files = { ...notice, 'locales/en/visit-easy-read.json': JSON.stringify(texts), 'locales/en/pictures.json': '{ "door": "A door" }' } // prettier-ignore
    return checkTiny(files).filter((f) => f.code === 'word-other').map((f) => f.title) // prettier-ignore
  }
  expect(say('personal data', 'Personal data')).toEqual([])
  expect(say('dane osobowe', 'Danych osobowych')).toEqual([])
  expect(say('data', 'Information')).toEqual(['The row marks "data", the word list explains "Information"'])
})
