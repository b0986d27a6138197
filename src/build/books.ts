import { join } from 'node:path'
import { keep } from '../memory/index.js'
import type { EditionBook } from './editions.js'
import type { BuildLedger, LedgerEntry, OfLedger, Withdrawn } from './ledger.js'
import { languageOf } from './notebook.js'
import { bookOf, FORMER } from './record.js'
import { hasCopy, languagesOfBooks, readBook, readFormer, type BookFound } from './recover-editions.js'
import { statOf } from './seen.js'

/**
 * The books of editions of an output folder, one a language. Each is read when somebody asks, and not kept: they are as
 * large as all texts of all languages, and a build seldom needs more than one at a time.
 */
export class Books {
  readonly #out: string
  readonly #ledger = new Map<string, { leaflets: [string, LedgerEntry][]; withdrawn: [string, Withdrawn][] }>()
  readonly #languages: ReadonlySet<string>
  /** Taken apart once: it is asked for every language until each has a book of its own. */
  readonly #former = new Map<typeof FORMER, EditionBook | undefined>()
  /** Language → leaflet → the edition in place, if what it says is kept. */
  readonly #known = new Map<string, ReadonlyMap<string, string>>()

  constructor(out: string, { leaflets, withdrawn }: BuildLedger) {
    this.#out = out
    for (const [id, entry] of leaflets) this.#of(id).leaflets.push([id, entry])
    for (const [id, entry] of withdrawn) this.#of(id).withdrawn.push([id, entry])
    this.#languages = languagesOfBooks(out)
  }

  #of(id: string): { leaflets: [string, LedgerEntry][]; withdrawn: [string, Withdrawn][] } {
    return keep(this.#ledger, languageOf(id), () => ({ leaflets: [], withdrawn: [] }))
  }

  /** Whether anything was ever published here. */
  get some(): boolean {
    return this.#languages.size > 0
  }

  /** All languages of which editions are known, sorted. */
  get languages(): readonly string[] {
    return [...new Set([...this.#languages, ...this.#ledger.keys()])].sort()
  }

  /** Reads the book of a language. */
  read(language: string): BookFound {
    const ledger: OfLedger = this.#ledger.get(language) ?? { leaflets: [], withdrawn: [] }
    return readBook(this.#out, language, { ledger, readWhole: () => keep(this.#former, FORMER, () => readFormer(this.#out)) }) // prettier-ignore
  }

  /** Languages whose book is not the file that the last build left, or has no copy. `outputs`: files as that build left them. */
  moved(outputs: ReadonlyMap<string, string>): string[] {
    return this.languages.filter((language) => {
      const stat = statOf(join(this.#out, bookOf(language)))?.stat
      return stat === undefined || stat !== outputs.get(bookOf(language)) || !hasCopy(this.#out, language)
    })
  }

  /** Whether the texts of an edition are kept, so that nobody need tell them again. */
  knows(leaflet: string, edition: string): boolean {
    const language = languageOf(leaflet)
    return keep(this.#known, language, () => standing(this.read(language))).get(leaflet) === edition
  }
}

/** Leaflet → its edition that nothing came after. */
function standing({ book: { editions, said } }: BookFound): Map<string, string> {
  const found = new Map<string, string>()
  for (const [code, some] of editions)
    for (const { leaflet, superseded, withdrawn } of some)
      if (!superseded && withdrawn === undefined && said.has(leaflet)) found.set(leaflet, code)
  return found
}
