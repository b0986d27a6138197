import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { checkWorkspace, Counter } from '../../src/build/index.js'
import { fileStart } from '../../src/report/index.js'
import { changedShelf, diskShelf } from '../helpers/shelf.js'

/**
 * Wrong texts that show on the page only, or beside the whole notice, two of each; those that show beside their English
 * are in test/locale/seeded.test.ts.
 */
const EASY = 'children-and-families-easy-read.json'
const seeded = [
  ['glyph-missing', 'tr', 'children-and-families.json', /("housing": ")/, '$1\u2D30'],
  ['glyph-missing', 'pl', EASY, /("housing": ")/, '$1\u{10380}'],
  ['place-overfull', 'fr', 'leaflet.json', /("translation": )"(.*?)"/, '$1"$2 $2 $2 $2 $2"'],
  ['place-overfull', 'so', 'leaflet.json', /("content-date": )"(.*?)"/, '$1"$2, $2, $2"'],
  ['word-other', 'es', EASY, /("personal-data": )"(.*?)<term>.*?<\/term>/, '$1"$2<term>bicicleta</term>'],
  ['word-other', 'vi', EASY, /("personal-data": )"(.*?)<term>.*?<\/term>/, '$1"$2<term>xe đạp</term>'],
  ['picture-unused', 'en', 'templates/pictures.json', /\{/, '{ "bicycle": { "set": "openmoji", "icon": "1F6B2" },'],
  ['picture-unused', 'en', 'templates/pictures.json', /\{/, '{ "train": { "set": "openmoji", "icon": "1F686" },'],
  ['key-unused', 'en', 'leaflet.json', /\{/, '{ "never": "Said by nobody",'],
  ['key-unused', 'en', 'children-and-families.json', /\{/, '{ "never": "Said by nobody",'],
] as const

const findingsOf = (tag: string, changes: Readonly<Record<string, string>>): string[] => {
  const counter = new Counter(resolve('.'), changedShelf(diskShelf, changes))
  const request = { languages: [tag], services: ['whole'], issueDate: '2026-12-01', placeOf: fileStart }
  return checkWorkspace(counter, request).map((f) => f.code)
}

test.each(seeded)('%s in %s, %s', (code, tag, name, from, to) => {
  const file = name.includes('/') ? name : `locales/${tag}/${name}`
  const text = diskShelf.read(file)!
  const wrong = text.replace(from, to)
  expect(wrong).not.toBe(text)
  const found = findingsOf(tag, { [file]: wrong })
  const before = findingsOf(tag, {})
  expect(before).not.toContain(code)
  expect(found).toContain(code)
})
