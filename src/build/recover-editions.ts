import { join } from 'node:path'
import { EditionDesk, emptyBook, parseBook, type Edition, type EditionBook } from './editions.js'
import type { BuildLedger } from './ledger.js'
import { BACK_ROOM } from './notebook.js'
import { putInPlace } from './put-in-place.js'
import { EDITIONS, parseRecord, readRecord, type Damage } from './record.js'

/** The book of editions of an output folder. */
export interface BookFound {
  readonly book: EditionBook
  readonly damage?: Damage
  /** Of a broken book: nothing is lost, for a good copy of it was found. */
  readonly whole: boolean
  /** Undefined when there is none. */
  readonly text: string | undefined
}

const COPY = join(BACK_ROOM, EDITIONS)

/**
 * Reads the book. Nobody can make a former edition again to learn its code, so a book that is broken or gone is put
 * together from its last good copy, from the entries that can still be read, and from the ledger.
 */
export function readBookIn(out: string, ledger: BuildLedger): BookFound {
  const text = readRecord(join(out, EDITIONS))
  const good = text === undefined ? undefined : parseBook(text)
  if (good) return { book: withLedger(good, ledger), whole: true, text }
  const copy = parseBook(readRecord(join(out, COPY)) ?? '')
  if (text === undefined && !copy && ledger.leaflets.size === 0) return { book: emptyBook, whole: true, text }
  const read = withEntries(copy ?? emptyBook, readable(text ?? ''))
  const damage = text === undefined ? 'gone' : 'changed'
  return { book: withLedger(read, ledger), damage, whole: copy !== undefined, text }
}

/** Keeps a copy of a book that was published. A disk that refuses it takes nothing from the book itself. */
export function keepCopy(out: string, text: string): void {
  try {
    if (readRecord(join(out, COPY)) !== text) putInPlace(join(out, COPY), text)
  } catch {
    // Said by whoever could not write the leaflets either.
  }
}

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
function withLedger(book: EditionBook, { leaflets, withdrawn }: BuildLedger): EditionBook {
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
