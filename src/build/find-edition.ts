import { isEdition, readEdition } from '../document/index.js'
import { showChanges } from '../locale/index.js'
import { finding, type Finding, type Place } from '../report/index.js'
import { Books } from './books.js'
import type { Changes, Edition } from './editions.js'
import { readLedgerIn } from './ledger.js'
import { orderOf } from './notebook.js'

/** What the ledger knows of an edition code. */
export interface EditionAnswer {
  readonly code: string
  readonly state: 'current' | 'superseded' | 'withdrawn'
  readonly leaflet: string
  readonly notice: string
  readonly language: string
  readonly service: string
  readonly format: string
  /** First and last day on which it was issued. */
  readonly first: string
  readonly last: string
  /** The edition that is in place instead. */
  readonly by?: string
  /** Day on which it was superseded or withdrawn. */
  readonly day?: string
  /** What changed between it and the edition in place, in the leaflet's own language. */
  readonly changes?: readonly EditionChange[]
}
export interface EditionChange {
  readonly key: string
  /** Word by word, `[-old-]{+new+}`; none where a text is not known any more. */
  readonly change?: string
}

/** Answers from the ledger alone, offline. Several answers where leaflets have the same code by chance. */
export function findEdition(
  out: string,
  typed: string,
  place: Place,
): { readonly answers: readonly EditionAnswer[]; readonly findings: readonly Finding[] } {
  const code = readEdition(typed)
  const editions = allEditions(new Books(out, readLedgerIn(out).ledger))
  const known = editions.get(code)
  if (known) return { answers: known.map((edition) => answer(code, edition, editions)), findings: [] }
  const near = [...editions.keys()].filter((other) => isNear(code, other)).sort().slice(0, 5).join(', ') // prettier-ignore
  if (!isEdition(code)) return { answers: [], findings: [finding('edition-mistyped', place, { typed, near })] }
  return { answers: [], findings: [finding('edition-unknown', place, { code, near })] }
}

function allEditions(books: Books): Editions {
  const all = new Map<string, readonly Edition[]>()
  for (const language of books.languages)
    for (const [code, some] of books.read(language).book.editions) all.set(code, [...(all.get(code) ?? []), ...some])
  return all
}

type Editions = ReadonlyMap<string, readonly Edition[]>

function answer(code: string, edition: Edition, editions: Editions): EditionAnswer {
  const { leaflet, first, last, superseded, withdrawn } = edition
  const { language, notice, service, format } = orderOf(leaflet, '')
  const known = { code, leaflet, notice, language, service, format, first, last }
  if (superseded) {
    const { by, day, changes } = sinceThen(edition, editions)
    const gone = editions.get(by)?.find((e) => e.leaflet === leaflet)?.withdrawn
    return { ...known, state: 'superseded', by, day: gone ?? day, changes: Object.entries(changes).map(changeOf) }
  }
  return withdrawn === undefined ? { ...known, state: 'current' } : { ...known, state: 'withdrawn', day: withdrawn }
}

/** From edition to edition until the one that nothing superseded: of each text the first and the last wording. */
function sinceThen(edition: Edition, editions: Editions): { by: string; day: string; changes: Changes } {
  const changes = new Map<string, readonly [string | null, string | null]>()
  const seen = new Set<string>()
  const { day } = edition.superseded!
  let by = ''
  for (let at: Edition | undefined = edition; at?.superseded && !seen.has(at.superseded.by);) {
    by = at.superseded.by
    seen.add(by)
    for (const [key, [before, after]] of Object.entries(at.superseded.changes))
      changes.set(key, [changes.get(key)?.[0] ?? before, after])
    at = editions.get(by)?.find((e) => e.leaflet === edition.leaflet)
  }
  const lasting = [...changes].filter(([, [before, after]]) => before !== after || before === null)
  return { by, day, changes: Object.fromEntries(lasting) }
}

const changeOf = ([key, [before, after]]: [string, Changes[string]]): EditionChange =>
  before === null && after === null ? { key } : { key, change: showChanges(before ?? '', after ?? '') }

/** One character more, fewer or another, or two that changed places; two others where the length is right. */
function isNear(typed: string, code: string): boolean {
  if (typed.length === code.length) {
    const differ = [...code].flatMap((c, i) => (c === typed[i] ? [] : [i]))
    return differ.length <= 2
  }
  if (Math.abs(typed.length - code.length) !== 1) return false
  const [short, long] = typed.length < code.length ? [typed, code] : [code, typed]
  return [...long].some((_, i) => long.slice(0, i) + long.slice(i + 1) === short)
}
