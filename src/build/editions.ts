import { fingerprint } from '../locale/index.js'
import { printsByKey, type Changes, type Edition, type EditionBook, type SaidPrints } from './edition-book.js'

/** Former editions of a leaflet beyond this many are forgotten, oldest first. */
const KEPT = 100

export interface Published {
  readonly leaflet: string
  readonly edition: string
  /** What was in place before it. */
  readonly former?: string
  readonly day: string
  /** Left out when the edition is the same as before. */
  readonly said?: SaidPrints
}

/** A book that is written on: published editions, withdrawn leaflets. */
export class EditionDesk {
  readonly #editions: Map<string, readonly Edition[]>
  readonly #said: Map<string, SaidPrints>
  readonly #texts: Map<string, string>
  /** Lists of keys, each once: hundreds of leaflets ask for the same. */
  readonly #lists = new Map<string, readonly string[]>()

  constructor(book: EditionBook) {
    this.#editions = new Map(book.editions)
    this.#said = new Map(book.said)
    this.#texts = new Map(book.texts)
  }

  get book(): EditionBook {
    return { editions: withoutOldest(this.#editions), said: this.#said, texts: this.#texts }
  }

  /** Whether the texts of an edition are kept, so that nobody need tell them again. */
  knows(leaflet: string, edition: string): boolean {
    return this.#said.has(leaflet) && this.#of(leaflet, edition) !== undefined
  }

  /** Keeps texts, each once: hundreds of leaflets say the same. */
  learn(said: readonly (readonly [key: string, text: string])[]): SaidPrints {
    const keys = said.map(([key]) => key)
    const id = keys.join('\n')
    if (!this.#lists.has(id)) this.#lists.set(id, keys)
    const prints = said.map(([, text]) => {
      const print = fingerprint(text)
      if (!this.#texts.has(print)) this.#texts.set(print, text)
      return print
    })
    return { keys: this.#lists.get(id)!, prints: prints.join('') }
  }

  publish({ leaflet, edition, former, day, said }: Published): void {
    const before = this.#said.get(leaflet)
    if (said) {
      this.#said.set(leaflet, said)
      if (former !== undefined && former !== edition && this.#of(leaflet, former)) {
        const changes = before ? this.#changes(before, said) : {}
        this.#set(former, { ...this.#of(leaflet, former)!, superseded: { by: edition, day, changes } })
      }
    }
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
  }

  #of(leaflet: string, code: string): Edition | undefined {
    return this.#editions.get(code)?.find((e) => e.leaflet === leaflet)
  }

  #set(code: string, edition: Edition): void {
    const others = (this.#editions.get(code) ?? []).filter((e) => e.leaflet !== edition.leaflet)
    this.#editions.set(code, [...others, edition])
  }

  #changes(said: SaidPrints, now: SaidPrints): Changes {
    const [before, after] = [printsByKey(said), printsByKey(now)]
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
