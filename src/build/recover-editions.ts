import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { EditionDesk, editionsText, emptyBook, parseBook, type Edition, type EditionBook } from './editions.js'
import { isTag } from '../locale/index.js'
import type { OfLedger } from './ledger.js'
import { BACK_ROOM, languageOf } from './notebook.js'
import { copyInPlace, putInPlace } from './put-in-place.js'
import { bookOf, EDITIONS, FORMER, parseRecord, readRecord, sealedFilePrint, type Damage } from './record.js'
import { look, sha256 } from './seen.js'
import { printOf } from './write-file.js'

/** The book of editions of a language, as it was found. */
export interface BookFound {
  readonly book: EditionBook
  readonly damage?: Damage
  /** Of a broken book: nothing is lost, for a good copy of it was found. */
  readonly whole: boolean
  /** SHA-256 of its file; undefined when there is none. */
  readonly print: string | undefined
}

interface Sources {
  readonly ledger: OfLedger
  readonly readWhole: () => EditionBook | undefined
}

const copyOf = (language: string): string => join(BACK_ROOM, bookOf(language))

/**
 * Reads a book. Nobody can make a former edition again to learn its code, so a book that is broken or gone is put
 * together from its last good copy, from the entries that can still be read, and from the ledger. `ledger`: what it says
 * of the language. `readWhole`: gives the one book of all languages that there used to be.
 */
export function readBook(out: string, language: string, { ledger, readWhole }: Sources): BookFound {
  const text = readRecord(join(out, bookOf(language)))
  const print = text === undefined ? undefined : sha256(text)
  const good = text === undefined ? undefined : parseBook(text)
  if (good) return { book: withLedger(good, ledger), whole: true, print }
  const copy = readCopy(out, language)
  const whole = text === undefined && !copy ? readWhole() : undefined
  if (whole) return { book: withLedger(ofLanguage(whole, language), ledger), whole: true, print }
  if (text === undefined && !copy && ledger.leaflets.length === 0) return { book: emptyBook, whole: true, print }
  const read = withEntries(copy ?? emptyBook, readable(text ?? ''))
  const damage = text === undefined ? 'gone' : 'changed'
  return { book: withLedger(read, ledger), damage, whole: copy !== undefined, print }
}

/** The last good copy of a book, if there is one. */
export const readCopy = (out: string, language: string): EditionBook | undefined =>
  parseBook(readRecord(join(out, copyOf(language))) ?? '')

/** The one book of all languages, where a version of Doorstep left it that had no other. */
export const readFormer = (out: string): EditionBook | undefined => parseBook(readRecord(join(out, FORMER)) ?? '')

function ofLanguage(whole: EditionBook, language: string): EditionBook {
  const isOfLanguage = (leaflet: string): boolean => languageOf(leaflet) === language
  const editions = [...whole.editions].map(
    ([code, some]) => [code, some.filter((e) => isOfLanguage(e.leaflet))] as const,
  )
  return {
    editions: new Map(editions.filter(([, some]) => some.length > 0)),
    said: new Map([...whole.said].filter(([leaflet]) => isOfLanguage(leaflet))),
    texts: whole.texts,
  }
}

export const hasCopy = (out: string, language: string): boolean => existsSync(join(out, copyOf(language)))

/** Keeps a copy of a book. A disk that refuses it takes nothing from the book itself. */
export function keepCopy(out: string, language: string, book: EditionBook): void {
  const path = join(out, copyOf(language))
  attempt(() => {
    if (look(path).sha256 !== printOf(editionsText(book))) putInPlace(path, editionsText(book))
  })
}

/** Keeps a copy of the book that is in place, if it is whole. */
export function keepFileCopy(out: string, language: string): void {
  const path = join(out, copyOf(language))
  attempt(() => {
    const book = join(out, bookOf(language))
    const print = sealedFilePrint(book)
    if (print !== undefined && look(path).sha256 !== print) copyInPlace(path, book)
  })
}

/** Languages of which an output folder has a book, or a copy of one. A file of somebody's own beside them is none. */
export function languagesOfBooks(out: string): Set<string> {
  const namesIn = (folder: string): string[] =>
    (attempt(() => readdirSync(join(out, folder))) ?? []).flatMap((name) => /^([\w-]+)\.json$/.exec(name)?.[1] ?? [])
  const copied = new Set(namesIn(join(BACK_ROOM, EDITIONS)))
  return new Set([...copied, ...namesIn(EDITIONS).filter((name) => copied.has(name) || isBook(out, name))])
}

/** A book that nothing else tells of: by its name and by how it begins, since the rest of it may be broken. */
const isBook = (out: string, name: string): boolean =>
  isTag(name) && /^\s*\{\s*"editions"/.test(readRecord(join(out, bookOf(name))) ?? '')

type Entry = readonly [code: string, edition: Edition]

/** Entries of a broken book: the file has the editions of one code a line. */
function readable(text: string): Entry[] {
  const whole = attempt(() => (parseRecord(text) as { editions: object }).editions)
  const codes = whole
    ? Object.entries(whole as Readonly<Record<string, unknown>>)
    : [...text.matchAll(/^"([^"]+)": (\[\{.*\}\]),?\r?$/gm)].map(([, code, some]): [string, unknown] => [
        code!,
        attempt(() => parseRecord(some!)),
      ])
  return codes.flatMap(([code, some]) =>
    Array.isArray(some) ? some.filter(isEdition).map((edition): Entry => [code, edition]) : [],
  )
}

const isDay = (value: unknown): boolean => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)

function isEdition(value: unknown): value is Edition {
  const { leaflet, first, last, superseded, withdrawn } = (value ?? {}) as Loose<Edition>
  const { by, day, changes } = (superseded ?? {}) as Loose<NonNullable<Edition['superseded']>>
  return (
    typeof leaflet === 'string' &&
    isDay(first) &&
    isDay(last) &&
    (superseded === undefined || (typeof by === 'string' && isDay(day) && typeof changes === 'object')) &&
    (withdrawn === undefined || isDay(withdrawn))
  )
}

/** What somebody may have made of a thing. */
type Loose<T> = Partial<Record<keyof T, unknown>>

/** With what the ledger says was printed, where the book does not know it. */
function withLedger(book: EditionBook, { leaflets, withdrawn }: OfLedger): EditionBook {
  const desk = new EditionDesk(book)
  for (const [leaflet, { edition, issueDate: day }] of leaflets)
    if (!desk.has(leaflet, edition)) desk.publish({ leaflet, edition, day })
  for (const [leaflet, { edition, withdrawn: day }] of withdrawn)
    if (!desk.has(leaflet, edition)) desk.withdraw(leaflet, edition, day)
  return desk.book
}

/** A book with entries that it lacks. */
function withEntries(book: EditionBook, entries: readonly Entry[]): EditionBook {
  const editions = new Map(book.editions)
  for (const [code, edition] of entries) {
    const some = editions.get(code) ?? []
    if (!some.some((e) => e.leaflet === edition.leaflet)) editions.set(code, [...some, edition])
  }
  return { ...book, editions }
}

function attempt<T>(act: () => T): T | undefined {
  try {
    return act()
  } catch {
    return undefined
  }
}
