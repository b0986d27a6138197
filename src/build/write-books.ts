import { createHash } from 'node:crypto'
import { existsSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { toldAside, type Told } from './aside.js'
import { EditionDesk, editionsText, emptyBook, parseBook, type EditionBook } from './editions.js'
import type { LedgerEntry, Withdrawn } from './ledger.js'
import { BACK_ROOM, languageOf } from './notebook.js'
import type { Bench } from './plan.js'
import { NEXT, writeAside, type Move } from './publish.js'
import { putInPlace } from './put-in-place.js'
import { bookOf, FORMER, readRecord, type Damage } from './record.js'
import { keepCopy, keepFileCopy, readCopy } from './recover-editions.js'
import { hashed } from './write-file.js'

/** What is to be entered into the books of editions. */
export interface Entries {
  /** By leaflet. */
  readonly published: ReadonlyMap<string, LedgerEntry>
  readonly withdrawn: readonly { readonly id: string; readonly entry: Withdrawn }[]
  /** Day of the build. */
  readonly day: string
}

export interface BooksAside {
  /** Of those that are other than before. */
  readonly moves: readonly Move[]
  /** Those that were broken. */
  readonly broken: readonly { readonly language: string; readonly what: Damage; readonly whole: boolean; readonly known: number }[] // prettier-ignore
}

/**
 * Writes aside the books of all languages of which something is published or withdrawn, and those that are not what the
 * last build left, one at a time. Throws what the disk says.
 */
export function booksAside({ books, notebook }: Bench, entries: Entries, out: string): BooksAside {
  const ids = [...entries.published.keys(), ...entries.withdrawn.map((w) => w.id)]
  const moved = books.moved(notebook?.outputs ?? new Map())
  const moves: Move[] = []
  const broken: BooksAside['broken'][number][] = []
  for (const language of [...new Set([...moved, ...ids.map(languageOf)])].sort()) {
    const found = books.read(language)
    if (found.damage) broken.push({ language, what: found.damage, whole: found.whole, known: found.book.editions.size })
    const print = createHash('sha256')
    const text = editionsText(entered(found.book, language, entries, toldAside(out, language)))
    writeAside(out, bookOf(language), hashed(text, print))
    const move = { from: `${NEXT}/${bookOf(language)}`, to: bookOf(language) }
    if (print.digest('hex') === found.print) {
      rmSync(join(out, move.from))
      keepFileCopy(out, language)
      continue
    }
    // Until the new one is in place the copy says what stood there, and after that too if a leaflet is refused.
    if (found.book !== emptyBook) keepCopy(out, language, found.book)
    moves.push(move)
  }
  return { moves, broken }
}

/** Takes away the one book of all languages that there used to be: the others say what it said. */
export const formerAway = (out: string): Move[] =>
  existsSync(join(out, FORMER)) ? [{ from: FORMER, to: `${BACK_ROOM}/${FORMER}` }] : []

/** Enters everything once more into books that are in place, without leaflets that the disk refused. */
export function withoutRefused(
  moves: readonly Move[],
  failed: ReadonlySet<string>,
  entries: Entries,
  out: string,
): void {
  const published = new Map([...entries.published].filter(([id]) => !failed.has(id)))
  const withdrawn = entries.withdrawn.filter(({ id }) => !failed.has(id))
  const languages = new Set([...failed].map(languageOf))
  for (const language of languages) {
    const path = join(out, bookOf(language))
    const now = parseBook(readRecord(path) ?? '')
    if (!now || !moves.some(({ to }) => to === bookOf(language))) continue
    const before = readCopy(out, language) ?? emptyBook
    putInPlace(path, editionsText(entered(before, language, { ...entries, published, withdrawn }, now)))
  }
}

/** Keeps copies of books that were published. */
export function keepCopies(moves: readonly Move[], out: string): void {
  for (const { to } of moves) keepFileCopy(out, basename(to, '.json'))
}

/** A book with what is published and withdrawn now. */
function entered(book: EditionBook, language: string, { published, withdrawn, day }: Entries, told: Told): EditionBook {
  const desk = new EditionDesk(book)
  desk.learn(told.texts)
  for (const [leaflet, { edition, issueDate }] of published) {
    if (languageOf(leaflet) !== language) continue
    const said = told.said.get(leaflet)
    desk.publish({ leaflet, edition, day: issueDate, ...(said ? { said } : {}) })
  }
  for (const { id, entry } of withdrawn) if (languageOf(id) === language) desk.withdraw(id, entry.edition, day)
  return desk.book
}
