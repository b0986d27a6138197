import { expect, test } from 'vitest'
import { checkCatalogue, readCatalogue, type Catalogue } from '../../src/locale/index.js'
import type { Finding } from '../../src/report/index.js'
import { diskShelf, memoryShelf } from '../helpers/shelf.js'
import { localeJson } from './shop.js'

/** One fault, worked out by hand: a text of a language with it and without it. */
interface Seeded {
  readonly language: string
  readonly english: Texts
  readonly right: Texts
  readonly wrong: Texts
  readonly code: string
  /** The texts are easy read. */
  readonly easy?: boolean
}
type Texts = string | Readonly<Record<string, string>>

const seeded = JSON.parse(diskShelf.read('test/fixtures/wrong-translations.json')!) as readonly Seeded[]

/** Script and digits of the languages that are not written in Latin letters and western digits. */
const WRITING: Readonly<Record<string, readonly [script: string, numerals: string]>> = {
  am: ['Ethi', 'latn'],
  ar: ['Arab', 'latn'],
  bg: ['Cyrl', 'latn'],
  bn: ['Beng', 'beng'],
  ckb: ['Arab', 'latn'],
  el: ['Grek', 'latn'],
  fa: ['Arab', 'arabext'],
  hi: ['Deva', 'deva'],
  pa: ['Guru', 'latn'],
  uk: ['Cyrl', 'latn'],
  ur: ['Arab', 'latn'],
  yi: ['Hebr', 'latn'],
  'zh-Hans': ['Hans', 'latn'],
  'zh-Hant': ['Hant', 'latn'],
}
/** Months as the committed locales have them; those of other languages stand in no text here. */
const dateOf = (tag: string): unknown => {
  const file = diskShelf.read(`locales/${tag}/locale.json`)
  return file === undefined ? {} : { date: (JSON.parse(file) as { readonly date: unknown }).date }
}

function catalogueWith(tag: string, texts: Texts, { easy = false }: Seeded): Catalogue {
  const [script, numerals] = WRITING[tag] ?? ['Latn', 'latn']
  const namespace = easy ? 'visit-easy-read' : 'visit'
  const { catalogue, findings } = readCatalogue(
    memoryShelf({
      'locales/glossary.json': diskShelf.read('locales/glossary.json')!,
      [`locales/${tag}/locale.json`]: localeJson({ tag, script, numerals, ...(dateOf(tag) as object) }),
      [`locales/${tag}/${namespace}.json`]: JSON.stringify(typeof texts === 'string' ? { text: texts } : texts),
    }),
    tag,
  )
  if (!catalogue || findings.length > 0) throw new Error(findings.map((f) => f.title).join('\n'))
  return catalogue
}

const check = (set: Seeded, texts: Texts): Finding[] =>
  checkCatalogue(catalogueWith('en', set.english, set), catalogueWith(set.language, texts, set))

const named = seeded.map((set, i) => [`${i + 1} ${set.language} ${set.code}`, set] as const)

test('there are more than sixty, two at least of a kind, in more than fifteen languages', () => {
  const codes = seeded.map(({ code }) => code)
  expect(seeded.length).toBeGreaterThanOrEqual(60)
  expect(codes.filter((code, i) => codes.indexOf(code) === i && codes.lastIndexOf(code) === i)).toEqual([])
  expect(new Set(seeded.map(({ language }) => language)).size).toBeGreaterThan(15)
})

test.each(named)('%s: the fault is found, and nothing else', (_, set) => {
  expect(new Set(check(set, set.wrong).map((f) => f.code))).toEqual(new Set([set.code]))
})

test.each(named)('%s: nothing is found without it', (_, set) => {
  expect(check(set, set.right).map((f) => f.title)).toEqual([])
})
