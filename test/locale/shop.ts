import { readCatalogue, type Catalogue, type Pair } from '../../src/locale/index.js'
import { printFinding, type Finding } from '../../src/report/index.js'
import { memoryShelf } from '../helpers/shelf.js'

/** A locale.json that works; fields may be changed. */
export const localeJson = (changes: Readonly<Record<string, unknown>> = {}): string =>
  JSON.stringify({
    tag: 'tr',
    ownName: 'Türkçe',
    englishName: 'Turkish',
    otherNames: ['Turkce'],
    script: 'Latn',
    numerals: 'latn',
    calendar: 'gregory',
    date: {
      long: '{day} {month} {year}',
      stamp: '{dd}.{MM}.{year} {time}',
      months: [
        'Ocak',
        'Şubat',
        'Mart',
        'Nisan',
        'Mayıs',
        'Haziran',
        'Temmuz',
        'Ağustos',
        'Eylül',
        'Ekim',
        'Kasım',
        'Aralık',
      ],
    },
    fonts: [{ package: '@expo-google-fonts/noto-sans' }],
    ...changes,
  })

/** The catalogue of one namespace `visit`, written as one line a text. */
export function catalogueOf(tag: string, texts: Readonly<Record<string, unknown>>, more: Files = {}): Catalogue {
  const files: Record<string, string> = {
    [`locales/${tag}/locale.json`]: localeJson({ tag, englishName: tag === 'en' ? 'English' : 'Turkish' }),
    [`locales/${tag}/visit.json`]: JSON.stringify(texts, undefined, 2),
  }
  const { catalogue, findings } = readCatalogue(memoryShelf({ ...files, ...more }), tag)
  if (!catalogue) throw new Error(findings.map(printFinding).join('\n'))
  return catalogue
}
type Files = Readonly<Record<string, string>>

export const pairOf = (source: Readonly<Record<string, unknown>>, target: Readonly<Record<string, unknown>>): Pair => ({
  source: catalogueOf('en', source),
  target: catalogueOf('tr', target),
})

/** A finding in one line: `error[slot-lost] locales/tr/visit.json:2:11 The slot …` */
export const short = (f: Finding): string =>
  `${f.severity}[${f.code}] ${f.place.file}:${f.place.line}:${f.place.column} ${f.title}`
