import { describe, expect, test } from 'vitest'
import { checkCatalogue, readCatalogue, type Catalogue } from '../../src/locale/index.js'
import { diskShelf, memoryShelf } from '../helpers/shelf.js'
import { localeJson } from './shop.js'

const GLOSSARY = {
  keep: [{ term: 'Hackney', forms: { el: ['Χάκνεϊ'] } }, { term: 'DWP' }],
  terms: [
    { id: 'consent', english: ['consent'], translations: { tr: ['rıza', 'İzin'], pl: ['zgod'] }, note: 'A yes.' },
    { id: 'carer', english: ['foster carer', 'foster carers'], translations: { tr: ['koruyucu aile'] } },
  ],
}
const read = (tag: string, text: string, glossary: unknown): Catalogue => {
  const files = {
    'locales/glossary.json': typeof glossary === 'string' ? glossary : JSON.stringify(glossary),
    [`locales/${tag}/locale.json`]: localeJson({ tag, script: tag === 'el' ? 'Grek' : 'Latn' }),
    [`locales/${tag}/visit.json`]: JSON.stringify({ a: text }),
  }
  return readCatalogue(memoryShelf(files), tag).catalogue!
}
const check = (tag: string, english: string, text: string): string[] =>
  checkCatalogue(read('en', english, GLOSSARY), read(tag, text, GLOSSARY)).map((f) => `${f.code}: ${f.title}`)

describe('a term', () => {
  test('is any of its stems, without case, as the language has it', () => {
    expect(check('tr', 'Your consent', 'Rızanız')).toEqual([])
    // The small letter of "İ" is "i" in Turkish.
    expect(check('tr', 'CONSENT', 'izin')).toEqual([])
    expect(check('tr', 'Your consent', 'Onayınız')).toEqual(['term-other: "consent" is not translated as the glossary has it']) // prettier-ignore
  })
  test('is whole words of the English', () => {
    expect(check('tr', 'consenting', 'kabul eden')).toEqual([])
    expect(check('tr', 'foster carers', 'bakıcılar')).toEqual(['term-other: "foster carer" is not translated as the glossary has it']) // prettier-ignore
  })
  test('that the glossary has no translation of is not asked for', () => {
    expect(check('pl', 'foster carers', 'rodziny zastępcze')).toEqual([])
  })
})

describe('a name', () => {
  test('stays, or takes a form that the glossary allows the language', () => {
    expect(check('tr', 'Hackney helps', 'Hackney’nin yardımı')).toEqual([])
    expect(check('el', 'Hackney helps', 'Το Χάκνεϊ βοηθά')).toEqual([])
    expect(check('tr', 'Hackney helps', 'Χάκνεϊ yardımı')).toContain('name-lost: The name "Hackney" of the English is missing here') // prettier-ignore
  })
  test('is found with its capitals', () => {
    expect(check('tr', 'the dwp of old', 'eski bakanlık')).toEqual([])
  })
  test('may stand in the letters of another script', () => {
    expect(check('el', 'Ask DWP now', 'Ρωτήστε τώρα το DWP')).toEqual([])
  })
})

test('a broken glossary is a finding of each language, and nothing throws', () => {
  for (const broken of ['', '{', '[]', '{ "keep": [], "terms": [{ "id": "A B" }] }', '{ "keep": [{ "term": "" }], "terms": [] }']) {
    const shelf = memoryShelf({ 'locales/glossary.json': broken, 'locales/tr/locale.json': localeJson() })
    const [first] = readCatalogue(shelf, 'tr').findings
    expect([first?.place.file, first?.severity]).toEqual(['locales/glossary.json', 'error'])
  }
}) // prettier-ignore

test('the glossary of this workspace has every term in every language', () => {
  const { glossary } = readCatalogue(diskShelf, 'en').catalogue!
  const tags = diskShelf.list('locales').filter((tag) => tag !== 'en' && !tag.endsWith('.json'))
  const lacking = glossary.terms.flatMap(({ id, translations }) => tags.filter((tag) => !translations[tag]).map((tag) => `${tag} ${id}`)) // prettier-ignore
  expect(lacking).toEqual([])
})
