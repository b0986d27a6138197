import { expect, test } from 'vitest'
import { keysNeeded, readCatalogue } from '../../src/locale/index.js'
import { keyPlaces, readNotice, templatePlaces } from '../../src/notice/index.js'
import { diskShelf } from '../helpers/shelf.js'

const english = readCatalogue(diskShelf, 'en').catalogue!
const notice = readNotice(diskShelf, 'children-and-families').value!
const templates = ['templates/standard.hbs', 'templates/easy-read.hbs', ...diskShelf.list('templates/partials').map((f) => `templates/partials/${f}`)] // prettier-ignore
const places = new Map([...keyPlaces(notice, english), ...templatePlaces(templates.map((f) => diskShelf.read(f)!))])

test('a translator is told where a text stands', () => {
  const of = (key: string): string[] | undefined => places.get(key)
  expect(of('children-and-families:about.services.clinical')).toEqual([
    'Children and families service privacy notice, at the start: item 3 of 4 in a list',
  ])
  expect(of('children-and-families:lawful-basis.special-category')?.[0]).toBe(
    'Children and families service privacy notice, section "What legally allows us to collect and handle information about you?": paragraph 2; in the whole notice and the leaflet for Children\'s social care only',
  )
  expect(of('children-and-families-easy-read:about.what')).toEqual([
    'Easy read, section "About this leaflet": beside the picture "Printed pages with words and a picture"',
  ])
  expect(of('pictures:leaflet')).toEqual([
    'Easy read: says what the picture beside "This leaflet says how we use your personal data." shows, for people who cannot see it',
  ])
  expect(of('leaflet:who-to-ask')).toEqual(["The leaflet's own words: a heading, in the box at the start"])
  expect(of('leaflet:folio')).toEqual(["The leaflet's own words: the page number at the foot of each page"])
})

test('only words that the program puts together are told no place', () => {
  const silent = keysNeeded(english, 'tr').filter((key) => !places.has(key))
  expect(silent).toEqual([
    'leaflet:format.standard',
    'leaflet:format.easy-read',
    'leaflet:whole',
    'leaflet:draft.source',
  ])
})
