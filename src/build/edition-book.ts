import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sealed, unsealed } from './seal.js'

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

/** What an edition says in its own language: a fingerprint for each key, one after the other. */
export interface SaidPrints {
  /** One object for all that say the same keys. */
  readonly keys: readonly string[]
  readonly prints: string
}
/** Characters of a fingerprint. */
const PRINT = 12

export const printsByKey = ({ keys, prints }: SaidPrints): Map<string, string> =>
  new Map(keys.map((key, i) => [key, prints.slice(i * PRINT, (i + 1) * PRINT)]))

/** `output/editions.json`: every edition that was published, and what those in place say. */
export interface EditionBook {
  /** By code. Two leaflets have the same code by a chance of one in 17,000 million. */
  readonly editions: ReadonlyMap<string, readonly Edition[]>
  /** By leaflet. */
  readonly said: ReadonlyMap<string, SaidPrints>
  /** By fingerprint: the texts of what is said. */
  readonly texts: ReadonlyMap<string, string>
}
export const EDITIONS = 'editions.json'

interface Stored {
  readonly editions: Readonly<Record<string, readonly Edition[]>>
  readonly keys: readonly (readonly string[])[]
  readonly said: Readonly<Record<string, readonly [list: number, prints: string]>>
  readonly texts: Readonly<Record<string, string>>
}

/** The book of an output folder. */
export function readEditions(out: string): {
  readonly book: EditionBook
  /** `damaged`: somebody changed it or it was cut short; what can be read of it is in the book. */
  readonly state: 'whole' | 'damaged' | 'gone'
} {
  let text: string
  try {
    text = readFileSync(join(out, EDITIONS), 'utf8')
  } catch {
    return { book: { editions: new Map(), said: new Map(), texts: new Map() }, state: 'gone' }
  }
  return unsealed(text) ? { book: bookOf(JSON.parse(text) as Stored), state: 'whole' } : { book: saved(text), state: 'damaged' } // prettier-ignore
}

const bookOf = ({ editions, keys, said, texts }: Stored): EditionBook => ({
  editions: new Map(Object.entries(editions)),
  said: new Map(Object.entries(said).map(([id, [list, prints]]) => [id, { keys: keys[list]!, prints }])),
  texts: new Map(Object.entries(texts)),
})

/** Editions that can still be read, each on its line: paper with their codes is in families' hands. */
function saved(text: string): EditionBook {
  const editions = new Map<string, readonly Edition[]>()
  for (const [, code, list] of text.matchAll(/^"([0-9A-Z]{8})": (\[\{.*\}\]),?$/gm)) {
    try {
      editions.set(code!, (JSON.parse(list!) as Edition[]).filter(isEdition))
    } catch {
      // Its line was changed: nothing can be said of it.
    }
  }
  return { editions, said: new Map(), texts: new Map() }
}

const isDay = (value: unknown): boolean => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)
function isEdition({ leaflet, first, last, superseded: s, withdrawn }: Partial<Edition>): boolean {
  const known = typeof leaflet === 'string' && isDay(first) && isDay(last)
  const after = s === undefined || (typeof s.by === 'string' && isDay(s.day) && typeof s.changes === 'object')
  return known && after && (withdrawn === undefined || isDay(withdrawn))
}

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1)

/** The file: sorted, one edition and one text a line. */
export function editionsText({ editions, said, texts }: EditionBook): string {
  const lists = new Map<string, number>()
  const used = new Set<string>()
  const shelved = [...said].sort(byName).map(([id, { keys, prints }]): [string, unknown] => {
    const list = JSON.stringify(keys)
    if (!lists.has(list)) lists.set(list, lists.size)
    for (let at = 0; at < prints.length; at += PRINT) used.add(prints.slice(at, at + PRINT))
    return [id, [lists.get(list), prints]]
  })
  const lines = (entries: readonly (readonly [string, unknown])[]): string =>
    `{\n${entries.map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`).join(',\n')}\n}`
  const parts = [
    `"editions": ${lines([...editions].sort(byName))}`,
    `"keys": [\n${[...lists.keys()].join(',\n')}\n]`,
    `"said": ${lines(shelved)}`,
    `"texts": ${lines([...texts].filter(([print]) => used.has(print)).sort(byName))}`,
  ]
  return sealed(`{\n${parts.join(',\n')},\n`)
}
