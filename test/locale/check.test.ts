import { describe, expect, test } from 'vitest'
import { checkCatalogue, readCatalogue } from '../../src/locale/index.js'
import { diskShelf, memoryShelf } from '../helpers/shelf.js'
import { catalogueOf, localeJson, short } from './shop.js'

type Texts = Readonly<Record<string, unknown>>
const check = (source: Texts, target: Texts): string[] =>
  checkCatalogue(catalogueOf('en', source), catalogueOf('tr', target)).map(short)

/** One easy-read text of a language beside its English. */
function checkEasy(tag: string, english: string, text: string): string[] {
  const at = (folder: string, message: string) => ({
    [`locales/${folder}/locale.json`]: localeJson({ tag: folder, script: folder.startsWith('zh') ? 'Hans' : 'Latn' }),
    [`locales/${folder}/visit-easy-read.json`]: JSON.stringify({ a: message }),
  })
  const shelf = memoryShelf({ ...at('en', english), ...at(tag, text) })
  const [source, target] = [readCatalogue(shelf, 'en').catalogue, readCatalogue(shelf, tag).catalogue]
  return source && target ? checkCatalogue(source, target).map(short) : ['no catalogue']
}

describe('a language beside the English', () => {
  test('a complete one has no findings', () => {
    expect(check({ a: 'Come at {{time}}' }, { a: '{{time}} gelin' })).toEqual([])
  })

  test('a text that is missing is said in its own file', () => {
    expect(check({ a: { b: 'x', c: 'y' } }, { a: { b: 'x' } })).toEqual([
      'error[key-missing] locales/tr/visit.json:2:8 Turkish has no text for "visit:a.c"',
    ])
  })

  describe('of a file that somebody has only begun', () => {
    const english = { a: 'A', b: 'B', c: 'C', d: 'D', e: 'E', f: 'F', g: 'G' }
    const checkBegun = (have: number) =>
      checkCatalogue(
        catalogueOf('en', english),
        catalogueOf('tr', Object.fromEntries(Object.entries(english).slice(0, have))),
      ).filter((f) => f.code.endsWith('-missing'))

    test('one finding says what is missing, and names each text to programs', () => {
      expect(checkBegun(1).map(short)).toEqual([
        'error[texts-missing] locales/tr/visit.json:1:1 Turkish lacks 6 of the 7 texts of this file: b, c, d and 3 more',
      ])
      expect(checkBegun(1)[0]?.keys).toEqual(['visit:b', 'visit:c', 'visit:d', 'visit:e', 'visit:f', 'visit:g'])
      expect(checkBegun(0).map((f) => f.title)).toEqual(['Turkish lacks all 7 texts of this file: a, b, c and 4 more'])
    })

    test('as many as five are said one by one', () => {
      expect(checkBegun(2).map((f) => f.code)).toEqual(Array(5).fill('key-missing'))
    })
  })

  test('a text that the English lacks is never printed', () => {
    expect(check({}, { a: 'x' })).toEqual([
      'warning[key-orphan] locales/tr/visit.json:2:8 "visit:a" is not in the English, so it is never printed',
    ])
  })

  describe('a file of which nothing is printed is said once', () => {
    const english = { a: 'A', b: 'B', c: 'C' }
    const turkish = { a: 'G', b: 'H', c: 'I' }
    const saidOf = (files: Readonly<Record<string, object>>, own: Texts = turkish): string[] => {
      const more = Object.entries(files).map(([name, json]): [string, string] => [
        `locales/tr/${name}`,
        JSON.stringify(json),
      ])
      const findings = checkCatalogue(catalogueOf('en', english), catalogueOf('tr', own, Object.fromEntries(more)))
      return findings.map((f) => `${f.code} ${f.place.file}:${f.place.line}:${f.place.column} ${f.fix}`)
    }

    test.each(['visit (1)', 'visit - Copy', 'Copy of visit', 'visit copy 2'])('%s.json', (name) => {
      expect(saidOf({ [`${name}.json`]: turkish })).toEqual([
        `file-orphan locales/tr/${name}.json:1:1 Delete it, if it is a copy of "visit.json"; what it has that is newer belongs in that file`,
      ])
    })
    test('a copy of what holds no texts, which nobody reads for texts', () => {
      const copies = { 'review (1).json': { 'visit:a': { state: 'draft' } }, 'locale (1).json': { fonts: [] } }
      expect(saidOf(copies).map((s) => s.replace(/:1:1.*copy of/, ''))).toEqual([
        'file-orphan locales/tr/locale (1).json "locale.json"; what it has that is newer belongs in that file',
        'file-orphan locales/tr/review (1).json "review.json"; what it has that is newer belongs in that file',
      ])
      const shelf = memoryShelf({ 'locales/tr/locale.json': localeJson(), 'locales/tr/review (1).json': '{ "visit:a": {' }) // prettier-ignore
      expect(readCatalogue(shelf, 'tr').findings).toEqual([])
    })
    test('a file of another name than the English has', () => {
      const english = 'Delete it, or call it as the English file'
      expect(saidOf({ 'ziyaret.json': turkish })).toEqual([`file-orphan locales/tr/ziyaret.json:1:1 ${english}`])
      const { catalogue } = readCatalogue(memoryShelf({ 'locales/tr/locale.json': localeJson(), 'locales/tr/vist.json': '{ "a": "G" }' }), 'tr') // prettier-ignore
      expect(checkCatalogue(catalogueOf('en', {}), catalogue!).map((f) => f.fix)).toEqual([
        'Perhaps it is "visit.json", which is missing here: call it so; or delete it',
      ])
    })
    test('but each text of a file that the English has', () => {
      expect(saidOf({}, { ...turkish, d: 'x', e: 'y' }).map((s) => s.split(' ')[0])).toEqual([
        'key-orphan',
        'key-orphan',
      ])
    })
    test('of the English itself too', () => {
      const source = catalogueOf('en', english, { 'locales/en/visit (1).json': JSON.stringify(english) })
      expect(checkCatalogue(source, source).map(short)).toEqual([
        'warning[file-orphan] locales/en/visit (1).json:1:1 No key can name a file that is called so: none of its texts is ever printed',
      ])
      // Nobody has to translate it.
      expect(checkCatalogue(source, catalogueOf('tr', turkish))).toEqual([])
    })
  })

  test('a key that is misspelt, or stands elsewhere, is told from one that nobody needs', () => {
    const fixes = (turkish: Texts): string[] =>
      checkCatalogue(catalogueOf('en', { date: 'D', a: { name: 'N' } }), catalogueOf('tr', turkish))
        .filter((f) => f.code === 'key-orphan')
        .map((f) => f.fix)
    expect(fixes({ dtae: 'G', a: { name: 'İ' } })).toEqual([
      'Perhaps it is "visit:date", which is missing here: call it so; or delete it',
    ])
    expect(fixes({ date: 'G', name: 'İ' })).toEqual([
      'Perhaps it is "visit:a.name", which is missing here: call it so; or delete it',
    ])
    expect(fixes({ date: 'G', a: { name: 'İ' }, dates: 'G' })).toEqual(['Delete it, or correct its key'])
    expect(fixes({ other: 'G', a: { name: 'İ' } })).toEqual(['Delete it, or correct its key'])
  })

  test('an empty text is a finding', () => {
    expect(check({ a: 'x' }, { a: ' ' })).toEqual([
      'error[message-empty] locales/tr/visit.json:2:8 The text of "visit:a" is empty',
    ])
  })

  test('slots are those of the English', () => {
    expect(check({ a: '{{time}}' }, { a: '{{saat}}' })).toEqual([
      'error[slot-unknown] locales/tr/visit.json:2:9 The slot {{saat}} does not exist in this message',
      'error[slot-lost] locales/tr/visit.json:2:8 The slot {{time}} of the English is missing here',
    ])
  })

  test.each(['Gel {time}', 'Gel {{time}', 'Gel %time%', 'Gel ｛｛Time｝｝'])(
    'a slot that is written as in %s is found',
    (text) => {
      const [lost] = checkCatalogue(catalogueOf('en', { a: 'Come {{time}}' }), catalogueOf('tr', { a: text }))
      expect([lost?.code, lost?.place.column, lost?.fix]).toEqual([
        'slot-lost',
        13,
        `Write {{time}} in place of ${text.slice(4)}`,
      ])
    },
  )

  // In the file:  "a": "…   the text starts in column 9.
  test.each([
    ['Gel {{saat', 'Come', ['slot-half 2:13 The braces {{ open a slot that is not closed']],
    ['Gel {{saat} x', 'Come', ['slot-half 2:13 The braces {{ open a slot that is not closed']],
    ['Gel saat}}', 'Come', ['slot-half 2:17 The braces }} close no slot']],
    ['Gel {{x ve {{time}}', 'Come {{time}}', ['slot-half 2:13 The braces {{ open a slot that is not closed']],
    ['Gel {{time}} }}', 'Come {{time}}', ['slot-half 2:22 The braces }} close no slot']],
    // One finding is enough of a slot that is named.
    ['Gel {{time', 'Come {{time}}', ['slot-lost 2:13 The slot {{time}} of the English is missing here']],
    ['Gel time}}', 'Come {{time}}', ['slot-lost 2:13 The slot {{time}} of the English is missing here']],
    ['Gel {{time}}', 'Come {{time}}', []],
  ])('half a slot is never printed: %s beside %s', (text, english, said) => {
    const findings = checkCatalogue(catalogueOf('en', { a: english }), catalogueOf('tr', { a: text }))
    expect(findings.map(({ code, title, place: p }) => `${code} ${p.line}:${p.column} ${title}`)).toEqual(said)
  })

  test('of the English too, whose slots nothing else names', () => {
    const english = catalogueOf('en', { a: 'Come at {{time' })
    expect(checkCatalogue(english, english).map(short)).toEqual([
      'error[slot-half] locales/en/visit.json:2:17 The braces {{ open a slot that is not closed',
    ])
  })

  test('a word that is called like a slot is none', () => {
    const [lost] = checkCatalogue(
      catalogueOf('en', { a: 'Come {{time}}' }),
      catalogueOf('tr', { a: '50 % time, times]' }),
    )
    expect(lost?.fix).toBe('Put {{time}} where its value belongs in the sentence')
  })

  test('of what is no text only that is said, not that the text is missing', () => {
    const tr = memoryShelf({ 'locales/tr/locale.json': localeJson(), 'locales/tr/visit.json': '{ "a": ["x"] }' })
    const { catalogue, findings } = readCatalogue(tr, 'tr')
    expect(findings.map((f) => f.code)).toEqual(['json-shape'])
    expect(checkCatalogue(catalogueOf('en', { a: 'x' }), catalogue!)).toEqual([])
  })

  test('an invisible control is found where it stands', () => {
    expect(check({ a: 'x' }, { a: 'y\u202Ez' })).toEqual([
      'error[bidi-control] locales/tr/visit.json:2:10 A message may not hold the invisible control U+202E',
    ])
  })

  test('wrong marks are found', () => {
    expect(check({ a: 'x' }, { a: '<em>y</em>' })).toEqual([
      'error[markup-forbidden] locales/tr/visit.json:2:9 A message may not hold <em>',
    ])
  })

  test('a text made from an older sentence is a warning', () => {
    const old = '000000000000'
    const review = { 'visit:a': { source: old, text: old, state: 'approved', by: '', date: '2026-11-23', note: '' } }
    const target = catalogueOf('tr', { a: 'y' }, { 'locales/tr/review.json': JSON.stringify(review) })
    expect(checkCatalogue(catalogueOf('en', { a: 'x' }), target).map(short)).toEqual([
      'warning[translation-stale] locales/tr/visit.json:2:8 "visit:a" was translated from an older English sentence: the older sentence was not kept',
    ])
  })

  test('of an English text that was changed, it is not said that somebody translated it', () => {
    const old = '000000000000'
    const review = { 'visit:a': { source: old, text: old, state: 'approved', by: '', date: '2026-11-23', note: '' } }
    const english = catalogueOf('en', { a: 'x' }, { 'locales/en/review.json': JSON.stringify(review) })
    expect(checkCatalogue(english, english).map(short)).toEqual([
      'warning[translation-stale] locales/en/visit.json:2:8 The English of "visit:a" was changed since it was reviewed: the older sentence was not kept',
    ])
  })

  test('a letter that was lost before the file was written is found in its text, and nothing else of the text is said', () => {
    const target = catalogueOf('tr', {}, { 'locales/tr/visit.json': '{ "a": "x \\uFFFD  y" }' })
    expect(checkCatalogue(catalogueOf('en', { a: 'x 2' }), target).map(short)).toEqual([
      'error[letter-lost] locales/tr/visit.json:1:11 "\uFFFD" (U+FFFD) stands in place of a letter that was lost',
    ])
  })

  test('plural forms are those of the language, not of English', () => {
    const english = catalogueOf('en', { n_one: '{{count}} day', n_other: '{{count}} days' })
    const polish = { n_one: 'dzień', n_few: '{{count}} dni', n_many: '{{count}} dni', n_other: '{{count}} dnia' }
    expect(checkCatalogue(english, catalogueOf('pl', polish))).toEqual([])
    expect(checkCatalogue(english, catalogueOf('pl', { n_one: 'x' })).map((f) => f.title)).toEqual(
      ['few', 'many', 'other'].map((form) => `Turkish has no text for "visit:n_${form}"`),
    )
    expect(checkCatalogue(english, catalogueOf('vi', { n_other: '{{count}} ngày' }))).toEqual([])
  })

  test('a key that merely ends like a plural form is none', () => {
    expect(check({ the_one: 'x' }, { the_one: 'y' })).toEqual([])
  })
})

describe('easy read', () => {
  const words = (n: number): string =>
    `Word${Array.from({ length: n - 1 }, (_, i) => (i % 2 === 0 ? ' and' : ' word')).join('')}.`

  test('a sentence has at most 15 words', () => {
    expect(checkEasy('tr', 'X.', `${words(15)} ${words(15)}`)).toEqual([])
    expect(checkEasy('tr', 'X.', `${words(15)} ${words(16)}`)).toEqual([
      'warning[sentence-long] locales/tr/visit-easy-read.json:1:6 A sentence of easy read has 16 words, the limit is 15',
    ])
  })

  test('Chinese is counted in characters, without its punctuation', () => {
    expect(checkEasy('zh-Hans', 'X.', `${'字'.repeat(35)}。${'字'.repeat(35)}。`)).toEqual([])
    expect(checkEasy('zh-Hans', 'X.', `${'字'.repeat(36)}。`)).toEqual([
      'warning[sentence-long-letters] locales/zh-Hans/visit-easy-read.json:1:6 A sentence of easy read has 36 characters, the limit is 35',
    ])
  })

  test('the same number of hard words is marked as in the English', () => {
    expect(checkEasy('tr', '<term>x</term>', 'y')).toEqual([
      'error[word-unexplained] locales/tr/visit-easy-read.json:1:6 This row marks 0 hard words, the notice lists 1 for it',
    ])
  })

  test('other notices may have long sentences', () => {
    expect(check({ a: 'X.' }, { a: words(40) })).toEqual([])
  })
})

describe('the locales of this workspace', () => {
  test.each(diskShelf.list('locales').filter((name) => !name.endsWith('.json')))(
    'of %s there is nothing to say',
    (tag) => {
      const [source, target] = [readCatalogue(diskShelf, 'en'), readCatalogue(diskShelf, tag)]
      if (!source.catalogue || !target.catalogue) throw new Error(target.findings.map(short).join('\n'))
      const findings = [...target.findings, ...checkCatalogue(source.catalogue, target.catalogue)]
      expect(findings.map(short)).toEqual([])
    },
  )
})
