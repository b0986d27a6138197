import { join } from 'node:path'
import { fileStart, finding, inLeaflets, type Finding } from '../report/index.js'
import { leftAside, type Waiting } from './aside.js'
import { Books } from './books.js'
import type { BuildOptions } from './build.js'
import { Counter } from './counter.js'
import { isTouched, readDependencies, touchOf, type Dependencies, type Touch } from './dependencies.js'
import { PLATFORM } from './engine.js'
import { readLedgerIn, type BuildLedger, type LedgerEntry } from './ledger.js'
import type { Task } from './make-task.js'
import { idOf, readNotebook, type Notebook } from './notebook.js'
import { takeOrders, type LeafletOrder } from './orders.js'
import type { Damage } from './record.js'
import { recheck, type Rechecked } from './recheck.js'
import { isAsAsked } from './replay.js'
import { look, moved, sha256, SeenFiles, statOf, type SeenByPath } from './seen.js'

/** All that is known when a build begins: the workspace as it is, and what the last build left. */
export interface Bench {
  readonly counter: Counter
  readonly orders: readonly LeafletOrder[]
  /** What is wrong with the request. */
  readonly asking: readonly Finding[]
  readonly ledger: BuildLedger
  readonly damage: Damage | undefined
  /** SHA-256 of the ledger's file as it was read; undefined when there was none. */
  readonly print: string | undefined
  readonly notebook: Notebook | undefined
  readonly dependencies: Dependencies
  readonly books: Books
  /** Made by a build that was stopped before it published. */
  readonly aside: ReadonlyMap<string, Waiting>
  readonly moved: SeenByPath
  /** Files that had to be hashed, and were the same. */
  readonly again: SeenByPath
  readonly touch: Touch
  /** Leaflet → its file on the disk when it was found to be what was built. */
  readonly intact: Map<string, string>
}

/** Looks at the workspace and at what the last build left. */
export function openBench({
  folder,
  out,
  request,
  force,
}: Pick<BuildOptions, 'folder' | 'out' | 'request' | 'force'>): Bench {
  const { ledger, damaged, print } = readLedgerIn(out)
  const left = readNotebook(out)
  // A notebook of another ledger or another Node still knows the fonts' fingerprints, and nothing else.
  const trusted = left && left.ledger === (print ?? sha256('')) && left.platform === PLATFORM
  const notebook = trusted ? left : left && { ...left, outputs: new Map<string, never>(), requests: new Map<string, never>() } // prettier-ignore
  const before = notebook?.seen ?? new Map<string, never>()
  const { moved: gone, again } = moved(before, folder)
  const counter = new Counter(folder, undefined, new SeenFiles(folder, new Map([...before, ...again])))
  const dependencies = readDependencies(out, notebook?.texts)
  const { orders, findings: asking } = takeOrders(counter, request)
  const everything: Touch = { everything: true, languages: new Set(), keys: new Map() }
  const touch = trusted && force !== true ? touchOf(gone, counter, dependencies) : everything
  const aside = force === true ? new Map<string, never>() : leftAside(out)
  const books = new Books(out, ledger)
  const isGone = print === undefined && books.some
  return {
    counter,
    orders,
    asking,
    ledger,
    damage: damaged ? 'changed' : isGone ? 'gone' : undefined,
    print,
    notebook,
    dependencies,
    books,
    aside,
    moved: gone,
    again,
    touch,
    intact: new Map(),
  }
}

/** What is to be done for one leaflet. */
export type Step =
  /** Nothing that it is made from moved: it says what it said. */
  | { readonly kind: 'keep'; readonly entry: LedgerEntry }
  /** It stays as it is; what is said of it may be another. */
  | { readonly kind: 'recheck'; readonly rechecked: Rechecked }
  /** It may be another: it is composed, and made if it is. `waiting`: what is there was not published yet. */
  | { readonly kind: 'look'; readonly task: Task; readonly entry: LedgerEntry; readonly waiting?: Waiting }
  | { readonly kind: 'make'; readonly task: Task }

/** Mostly nothing is said, of thousands of leaflets. */
const NONE: readonly Finding[] = []

/** What is to be done for one leaflet, and what is to be said of its file. */
export function stepFor(
  order: LeafletOrder,
  bench: Bench,
  options: BuildOptions,
): { readonly step: Step; readonly findings: readonly Finding[] } {
  const id = idOf(order)
  const entry = bench.ledger.leaflets.get(id)
  const task = (): Task =>
    entry && bench.books.knows(id, entry.edition) ? { order, edition: entry.edition } : { order }
  const make = (): Step => ({ kind: 'make', task: task() })
  if (options.force === true) return { step: make(), findings: NONE }
  const waiting = bench.aside.get(id)
  if (waiting && isAsAsked(waiting.entry, options)) {
    const look = { ...task(), known: waiting.entry.fingerprint }
    return { step: { kind: 'look', task: look, entry: waiting.entry, waiting }, findings: NONE }
  }
  if (!entry || !isAsAsked(entry, options)) return { step: make(), findings: NONE }
  const wrong = whatIsWrong(id, entry, bench, options)
  if (wrong) return { step: make(), findings: [inLeaflets(wrong, [id])] }
  // What stood in its way was not in its own files, or is gone: see there.
  const held = bench.ledger.held.has(id)
  const asked = bench.dependencies.asked.get(id)
  const source = bench.counter.workspace?.source ?? ''
  const touched = isTouched(
    { language: order.language, asked, findings: entry.findings },
    { ...bench.touch, source, moved: bench.moved },
  )
  if (!held && !touched) return { step: { kind: 'keep', entry }, findings: NONE }
  // What was said of the set or printed leaflet is known from setting or printing it only.
  const later = entry.findings.slice(entry.findings.length - entry.later)
  if (later.some((f) => bench.touch.everything || bench.moved.has(f.place.file)))
    return { step: make(), findings: NONE }
  const rechecked = held ? undefined : recheck(order, entry, bench)
  if (rechecked) return { step: { kind: 'recheck', rechecked }, findings: NONE }
  return { step: { kind: 'look', task: { ...task(), known: entry.fingerprint }, entry }, findings: NONE }
}

/** The file of a leaflet, if it is not what was built. */
function whatIsWrong(
  id: string,
  entry: LedgerEntry,
  { notebook, intact }: Bench,
  { folder, out }: BuildOptions,
): Finding | undefined {
  const path = join(out, `${id}.pdf`)
  const stat = statOf(path)?.stat
  if (stat !== undefined && stat === notebook?.outputs.get(id)) return undefined
  const { sha256: found } = look(path)
  if (found === entry.sha256) {
    if (stat !== undefined) intact.set(id, stat)
    return undefined
  }
  const place = fileStart(new SeenFiles(folder).name(path))
  return finding('output-changed', place, { what: stat === undefined ? 'gone' : 'changed' })
}
