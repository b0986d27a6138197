import { isSealed, parseRecord, sealed } from './record.js'
import { listed } from './write-file.js'

/** One edition of one leaflet, in place or not. */
export interface Edition {
  readonly leaflet: string
  /** First and last day on which it was issued. */
  readonly first: string
  readonly last: string
  /** What came after it. */
  readonly superseded?: { readonly by: string; readonly day: string; readonly changes: Changes }
  /** Day on which its leaflet was withdrawn. */
  readonly withdrawn?: string
}
/** Key → text before and after; null where there was none. */
export type Changes = Readonly<Record<string, readonly [before: string | null, after: string | null]>>

/** What an edition says in its own language. Hundreds of leaflets share one list of keys. */
export interface SaidPrints {
  readonly keys: readonly string[]
  /** Fingerprints of their texts, one after the other. */
  readonly prints: string
}

/** `output/editions/<tag>.json`: every edition of a language that was published, and what those in place say. */
export interface EditionBook {
  /** By code. Two leaflets have the same code by a chance of one in 17,000 million. */
  readonly editions: ReadonlyMap<string, readonly Edition[]>
  /** By leaflet. */
  readonly said: ReadonlyMap<string, SaidPrints>
  /** By fingerprint: the texts of what is said. */
  readonly texts: ReadonlyMap<string, string>
}
export const emptyBook: EditionBook = { editions: new Map(), said: new Map(), texts: new Map() }

/** Former editions of a leaflet beyond this many are forgotten, oldest first. */
const KEPT = 100

interface Stored {
  readonly editions: Readonly<Record<string, readonly Edition[]>>
  readonly keys: readonly (readonly string[])[]
  readonly said: Readonly<Record<string, readonly [list: number, prints: string]>>
  readonly texts: Readonly<Record<string, string>>
}
/** Letters of a fingerprint. */
const PRINT = 12
const printsOf = ({ keys, prints }: SaidPrints): string[] =>
  keys.map((_, i) => prints.slice(i * PRINT, (i + 1) * PRINT))

/** Key → fingerprint of its text. */
export function printByKey(said: SaidPrints): ReadonlyMap<string, string> {
  const prints = printsOf(said)
  return new Map(said.keys.map((key, i) => [key, prints[i]!]))
}

/** What the text of a book says; undefined if somebody changed it, or it was cut short. */
export function parseBook(text: string): EditionBook | undefined {
  if (!isSealed(text)) return undefined
  try {
    const { editions, keys, said, texts } = parseRecord(text) as Stored
    const prints = ([list, joined]: readonly [number, string]): SaidPrints => ({ keys: keys[list] ?? [], prints: joined }) // prettier-ignore
    return {
      editions: new Map(Object.entries(editions)),
      said: new Map(Object.entries(said).map(([id, stored]) => [id, prints(stored)])),
      texts: new Map(Object.entries(texts)),
    }
  } catch {
    return undefined
  }
}

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1)

/** The file, in parts: sorted, one edition and one text a line. */
export const editionsText = (book: EditionBook): Iterable<string> => sealed(bookLines(book))

function* bookLines({ editions, said, texts }: EditionBook): Generator<string> {
  const lists = new Map<string, number>()
  const used = new Set<string>()
  const shelved = [...said].sort(byName).map(([id, prints]): [string, unknown] => {
    const keys = JSON.stringify(prints.keys)
    if (!lists.has(keys)) lists.set(keys, lists.size)
    for (const print of printsOf(prints)) used.add(print)
    return [id, [lists.get(keys), prints.prints]]
  })
  const line = ([name, value]: readonly [string, unknown]): string =>
    `${JSON.stringify(name)}: ${JSON.stringify(value)}`
  yield '{\n"editions": {\n'
  yield* listed([...editions].sort(byName), ',\n', line)
  yield '\n},\n"keys": [\n'
  yield* listed(lists.keys(), ',\n', (keys) => keys)
  yield '\n],\n"said": {\n'
  yield* listed(shelved, ',\n', line)
  yield '\n},\n"texts": {\n'
  yield* listed([...texts].filter(([print]) => used.has(print)).sort(byName), ',\n', line)
  yield '\n},\n'
}

export interface Published {
  readonly leaflet: string
  readonly edition: string
  readonly day: string
  /** Left out when the edition is the same as before. */
  readonly said?: SaidPrints
}

/** A book that is written on: published editions, withdrawn leaflets. */
export class EditionDesk {
  readonly #editions: Map<string, readonly Edition[]>
  readonly #said: Map<string, SaidPrints>
  readonly #texts: Map<string, string>
  /** Leaflet → its editions that nothing came after: one, unless a ledger was lost. */
  readonly #standing = new Map<string, readonly string[]>()

  constructor(book: EditionBook) {
    this.#editions = new Map(book.editions)
    this.#said = new Map(book.said)
    this.#texts = new Map(book.texts)
    for (const [code, some] of book.editions)
      for (const { leaflet, superseded, withdrawn } of some)
        if (!superseded && withdrawn === undefined)
          this.#standing.set(leaflet, [...(this.#standing.get(leaflet) ?? []), code])
  }

  get book(): EditionBook {
    return { editions: withoutOldest(this.#editions), said: this.#said, texts: this.#texts }
  }

  has(leaflet: string, edition: string): boolean {
    return this.#of(leaflet, edition) !== undefined
  }

  /** Keeps texts, by their fingerprints. */
  learn(texts: ReadonlyMap<string, string>): void {
    for (const [print, text] of texts) this.#texts.set(print, text)
  }

  publish({ leaflet, edition, day, said }: Published): void {
    const before = this.#said.get(leaflet)
    if (said) this.#said.set(leaflet, said)
    else if (!this.has(leaflet, edition)) this.#said.delete(leaflet)
    const changes = before && said ? this.#changes(before, said) : {}
    for (const former of this.#standing.get(leaflet) ?? [])
      if (former !== edition)
        this.#set(former, { ...this.#of(leaflet, former)!, superseded: { by: edition, day, changes } })
    this.#standing.set(leaflet, [edition])
    // An edition may come back: then nothing supersedes it.
    const known = this.#of(leaflet, edition)
    const first = known && known.first < day ? known.first : day
    const last = known && known.last > day ? known.last : day
    this.#set(edition, { leaflet, first, last })
  }

  withdraw(leaflet: string, edition: string, day: string): void {
    const known = this.#of(leaflet, edition) ?? { leaflet, first: day, last: day }
    this.#set(edition, { ...known, withdrawn: day })
    this.#said.delete(leaflet)
    this.#standing.delete(leaflet)
  }

  #of(leaflet: string, code: string): Edition | undefined {
    return this.#editions.get(code)?.find((e) => e.leaflet === leaflet)
  }

  #set(code: string, edition: Edition): void {
    const others = (this.#editions.get(code) ?? []).filter((e) => e.leaflet !== edition.leaflet)
    this.#editions.set(code, [...others, edition])
  }

  #changes(former: SaidPrints, later: SaidPrints): Changes {
    const [before, after] = [printByKey(former), printByKey(later)]
    const keys = [...new Set([...before.keys(), ...after.keys()])].filter((k) => before.get(k) !== after.get(k))
    const text = (print: string | undefined): string | null => (print === undefined ? null : (this.#texts.get(print) ?? null)) // prettier-ignore
    return Object.fromEntries(keys.map((key) => [key, [text(before.get(key)), text(after.get(key))]]))
  }
}

/** Of each leaflet the last hundred former editions, and all that nothing superseded. */
function withoutOldest(editions: ReadonlyMap<string, readonly Edition[]>): Map<string, readonly Edition[]> {
  const former = new Map<string, string[]>()
  const all = [...editions].flatMap(([code, some]) => some.map((edition) => ({ code, edition })))
  for (const { edition } of all)
    if (edition.superseded)
      former.set(edition.leaflet, [...(former.get(edition.leaflet) ?? []), edition.superseded.day])
  const since = new Map([...former].map(([leaflet, days]) => [leaflet, days.sort().at(-KEPT) ?? '']))
  const kept = new Map<string, Edition[]>()
  for (const { code, edition } of all)
    if (!edition.superseded || edition.superseded.day >= since.get(edition.leaflet)!)
      kept.set(code, [...(kept.get(code) ?? []), edition])
  return kept
}
