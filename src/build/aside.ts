import { appendFileSync, readdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fingerprint } from '../locale/index.js'
import { Kept } from '../memory/index.js'
import type { SaidPrints } from './editions.js'
import type { LedgerEntry } from './ledger.js'
import type { LeafletFacts } from './make-task.js'
import { languageOf } from './notebook.js'
import { NEXT, writeAside } from './publish.js'
import { makeFolder } from './put-in-place.js'
import { textIn } from './read-file.js'
import { parseRecord } from './record.js'
import { look } from './seen.js'

/** A leaflet that is made and waits to be published. */
export interface Waiting {
  readonly id: string
  readonly entry: LedgerEntry
}
/** What leaflets say that were put aside: each list of keys and each text once. */
export interface Told {
  readonly said: ReadonlyMap<string, SaidPrints>
  /** By fingerprint. */
  readonly texts: ReadonlyMap<string, string>
}

interface Line extends Waiting {
  /** Fingerprint of its list of keys, and those of their texts; left out if the book of editions has them. */
  readonly said?: readonly [list: string, prints: string]
  /** What no line before this one has: lists of keys, and texts, by fingerprint. */
  readonly lists?: Readonly<Record<string, readonly string[]>>
  readonly texts?: Readonly<Record<string, string>>
}

/** A list a language: what leaflets of one say is needed in memory no longer than its own book is written. */
const LISTS = `${NEXT}/.made`
const listOf = (language: string): string => `${LISTS}/${language}.jsonl`
/** So many texts are known to stand in a list already; one that is forgotten is written once more. */
const TOLD = 10_000

/** Puts leaflets aside until all that were asked for are made. */
export class Aside {
  readonly #out: string
  readonly #told = new Kept<string, true>(TOLD)
  readonly #begun = new Set<string>()

  constructor(out: string) {
    this.#out = out
  }

  /** Puts a leaflet aside, and on the list of those that are whole. Throws what the disk says. */
  put({ id, entry }: Waiting, pdf: Uint8Array, said: LeafletFacts['said']): void {
    writeAside(this.#out, `${id}.pdf`, pdf)
    const language = languageOf(id)
    const line: Line = { id, entry, ...(said ? this.#news(language, said) : {}) }
    const list = join(this.#out, listOf(language))
    if (!this.#begun.has(language)) makeFolder(dirname(list))
    // A line that a stop cut short is no JSON, and counts for nothing: what comes after it needs a line of its own.
    appendFileSync(list, `${this.#begun.has(language) ? '' : '\n'}${JSON.stringify(line)}\n`)
    this.#begun.add(language)
  }

  #news(language: string, said: NonNullable<LeafletFacts['said']>): Omit<Line, keyof Waiting> {
    const keys = said.map(([key]) => key)
    const list = fingerprint(keys.join('\n'))
    const prints = said.map(([, text]) => fingerprint(text))
    const isNew = (print: string): boolean => {
      const name = `${language} ${print}`
      return this.#told.get(name) === undefined && this.#told.set(name, true)
    }
    const lists = isNew(list) ? { lists: { [list]: keys } } : {}
    const texts = said.map(([, text], i) => [prints[i]!, text] as const).filter(([print]) => isNew(print))
    return { said: [list, prints.join('')], ...lists, texts: Object.fromEntries(texts) }
  }
}

/** Leaflets of a build that was stopped before it published: those that lie there as they were made. */
export function leftAside(out: string): Map<string, Waiting> {
  const left = new Map<string, Waiting>()
  for (const language of listed(out))
    for (const { id, entry } of linesOf(out, language))
      if (look(join(out, NEXT, `${id}.pdf`)).sha256 === entry.sha256) left.set(id, { id, entry })
  return left
}

/** What leaflets of a language say that were put aside since the last publication. */
export function toldAside(out: string, language: string): Told {
  const [said, texts, lists] = [new Map<string, SaidPrints>(), new Map<string, string>(), new Map<string, readonly string[]>()] // prettier-ignore
  for (const line of linesOf(out, language)) {
    // Somebody may have edited it.
    for (const [print, list] of Object.entries(line.lists ?? {})) if (Array.isArray(list)) lists.set(print, list)
    for (const [print, text] of Object.entries(line.texts ?? {})) if (typeof text === 'string') texts.set(print, text)
    const [list = '', prints] = Array.isArray(line.said) ? line.said : []
    const keys = lists.get(list)
    if (keys && typeof prints === 'string') said.set(line.id, { keys, prints })
    else said.delete(line.id)
  }
  return { said, texts }
}

function listed(out: string): string[] {
  try {
    return readdirSync(join(out, LISTS)).flatMap((name) => /^(.+)\.jsonl$/.exec(name)?.[1] ?? [])
  } catch {
    return []
  }
}

/** One at a time: a language may have ten megabytes of them. */
function* linesOf(out: string, language: string): Generator<Line> {
  let begun = ''
  try {
    for (const portion of textIn(join(out, listOf(language)))) {
      const texts = (begun + portion).split('\n')
      begun = texts.pop()!
      for (const text of texts) yield* read(text)
    }
  } catch {
    // What the disk gives no more is as if it had never been put aside.
    return
  }
  yield* read(begun)
}

function read(text: string): Line[] {
  try {
    const line = parseRecord(text) as Line
    return typeof line.id === 'string' && typeof line.entry.sha256 === 'string' ? [line] : []
  } catch {
    return []
  }
}

export function clearAside(out: string): void {
  rmSync(join(out, NEXT), { recursive: true, force: true })
}
