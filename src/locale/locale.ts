import * as v from 'valibot'
import { finding, type Finding } from '../report/index.js'
import { readJson, type Json } from './json.js'
import { seenInPrint as text } from './seen-in-print.js'
import { readShape, type Reading } from './shape.js'
import { isTag, localeMissing } from './locale-form.js'
import { isThere, type Shelf } from './shelf.js'

/** What Doorstep knows about a language, from its locale.json. A new language is a new folder, no code. */
export interface Locale {
  /** BCP 47, also the name of the folder. */
  readonly tag: string
  /** The language's name for itself, as on the language tab. */
  readonly ownName: string
  readonly englishName: string
  /** Further names people may type when they look for the language. */
  readonly otherNames: readonly string[]
  /** ISO 15924. */
  readonly script: string
  readonly direction: 'ltr' | 'rtl'
  /** Unicode numbering system, such as `latn` or `beng`. */
  readonly numerals: string
  /** Ten characters, zero first. */
  readonly digits: string
  readonly calendar: 'gregory'
  readonly date: DatePatterns
  readonly fonts: readonly FontChoice[]
  /** Marks that end a statement, a question, the line before a list, where the script's usual ones are not right. */
  readonly ends?: EndMarks | undefined
  /** Words that the language rightly says twice together. */
  readonly doubles?: readonly string[] | undefined
}
export interface EndMarks {
  readonly statement?: readonly string[]
  readonly question?: readonly string[]
  readonly colon?: readonly string[]
}
export interface DatePatterns {
  /** Of {day}, {dd}, {MM}, {month}, {year}. */
  readonly long: string
  /** As `long`, and {time} as HH:MM:SS. */
  readonly stamp: string
  /** Twelve names in the form that stands in a full date. */
  readonly months: readonly string[]
}
export interface FontChoice {
  /** npm package with .ttf or .otf files, of one weight each or variable. */
  readonly package: string
  /** Set so much larger than the format says, to match Noto Sans in apparent size; measured unless it is given. */
  readonly scale?: number | undefined
  /** Bold is not the package's bold file, but its regular one with strokes that are this much of an em thicker. */
  readonly bolder?: number | undefined
  /** The least distance of the ink of two words, in em: where it is less, the space between them is wider. */
  readonly apart?: number | undefined
  /** BCP 47: for passages in these languages first, such as zh-Hant in a leaflet for zh-Hans. */
  readonly languages?: readonly string[] | undefined
}

const words = (problem: string) => problem
const pattern = (known: RegExp, parts: string) => {
  const isOdd = (p: string): boolean => /[{}]/.test(p.replace(known, ''))
  return v.pipe(
    text,
    v.check((p) => !isOdd(p), words(`only ${parts} may stand in braces`)),
    // "dd MMMM yyyy" would stand on each page as it is written here.
    v.check((p) => isOdd(p) || isWholeDate(p), words(`day, month and year are needed, each once: ${parts}`)),
  )
}

const isWholeDate = (p: string): boolean =>
  [/\{(day|dd)\}/g, /\{(month|MM)\}/g, /\{year\}/g].every((part) => p.match(part)?.length === 1)

const languageTag = v.pipe(v.string(), v.check(isTag, words('it is no BCP 47 language tag')))

const marks = v.exactOptional(v.pipe(v.array(text), v.minLength(1, words('one mark at least is needed'))))

const schema = v.strictObject({
  tag: languageTag,
  ownName: text,
  englishName: text,
  otherNames: v.array(text),
  script: v.pipe(v.string(), v.regex(/^[A-Z][a-z]{3}$/, words('it is no ISO 15924 script, such as "Latn"'))),
  numerals: text,
  calendar: v.pipe(
    v.string(),
    v.check((c) => c === 'gregory', words('only "gregory" is known')),
  ),
  date: v.strictObject({
    long: pattern(/\{(day|dd|MM|month|year)\}/g, '{day}, {dd}, {MM}, {month} and {year}'),
    stamp: pattern(/\{(day|dd|MM|month|year|time)\}/g, '{day}, {dd}, {MM}, {month}, {year} and {time}'),
    months: v.pipe(v.array(text), v.length(12, words('twelve months are needed'))),
  }),
  fonts: v.pipe(
    v.array(
      v.strictObject({
        package: text,
        scale: v.optional(
          v.pipe(
            v.number(),
            v.minValue(1, words('it is under 1: no letter may stand smaller than its format says')),
            v.maxValue(2, words('it is over 2')),
          ),
        ),
        bolder: v.optional(
          v.pipe(
            v.number(),
            v.minValue(0.005, words('it is under 0.005: nobody would see it as bold')),
            v.maxValue(0.1, words('it is over 0.1: letters would fill up')),
          ),
        ),
        apart: v.optional(
          v.pipe(
            v.number(),
            v.minValue(0, words('it is under 0')),
            v.maxValue(0.5, words('it is over 0.5: lines would have holes')),
          ),
        ),
        languages: v.optional(v.pipe(v.array(languageTag), v.minLength(1, words('one language at least is needed')))),
      }),
    ),
    v.minLength(1, words('one font at least is needed')),
  ),
  ends: v.optional(v.strictObject({ statement: marks, question: marks, colon: marks })),
  doubles: v.optional(v.array(text)),
})

/** Reads `locales/<tag>/locale.json`. */
export function readLocale(shelf: Shelf, tag: string): Reading<Locale> {
  const file = `locales/${tag}/locale.json`
  if (!isThere(shelf, file)) return { findings: [localeMissing(shelf, tag)] }
  const json = readJson(shelf, file)
  const { value, findings } = readShape(schema, json)
  if (!value) return { findings }
  const wrong = [...folderProblem(json, value.tag, tag), ...numeralProblem(json, value.numerals)]
  if (wrong.length > 0) return { findings: [...findings, ...wrong] }
  const facts = { calendar: 'gregory', direction: directionOf(value.script), digits: digitsOf(value.numerals) } as const
  return { value: Object.assign(value, facts), findings }
}

/**
 * Scripts written from right to left. Written out, since Intl's answer differs between versions of Node and would
 * mirror a leaflet by surprise.
 */
const RTL_SCRIPTS = new Set([
  'Arab',
  'Aran',
  'Hebr',
  'Syrc',
  'Thaa',
  'Nkoo',
  'Adlm',
  'Rohg',
  'Samr',
  'Mand',
  'Yezi',
  'Mend',
  'Gara',
])
export const directionOf = (script: string): 'ltr' | 'rtl' => (RTL_SCRIPTS.has(script) ? 'rtl' : 'ltr')

// What nearly all languages ask for is known: Intl takes a fresh process 5 ms to say it.
const digits = new Map([['latn', '0123456789']])

/** The ten digits of a numbering system, zero first; fewer than ten when there is no such system of digits. */
function digitsOf(numerals: string): string {
  const known = digits.get(numerals)
  if (known !== undefined) return known
  const found = askIntl(numerals)
  digits.set(numerals, found)
  return found
}

function askIntl(numerals: string): string {
  if (!/^[a-z]{3,8}$/.test(numerals)) return ''
  const format = new Intl.NumberFormat(`en-u-nu-${numerals}`, { useGrouping: false })
  // Intl falls back on western digits without a word when it does not know the system.
  if (format.resolvedOptions().numberingSystem !== numerals) return ''
  return Array.from({ length: 10 }, (_, n) => format.format(n)).join('')
}

function numeralProblem(json: Json, numerals: string): Finding[] {
  if (new Set(digitsOf(numerals)).size === 10) return []
  const problem = `"${numerals}" is no Unicode numbering system with ten digits, such as "latn"`
  return [finding('json-shape', json.place(['numerals']), { path: 'numerals', problem })]
}

function folderProblem(json: Json, said: string, folder: string): Finding[] {
  if (said === folder) return []
  const problem = `the folder is called "${folder}"; one that is no language belongs elsewhere than in locales/`
  return [finding('json-shape', json.place(['tag']), { path: 'tag', problem })]
}
