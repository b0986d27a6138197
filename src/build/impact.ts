import { showChanges, sourceOf, stateOf, type State } from '../locale/index.js'
import { keep } from '../memory/index.js'
import { composeNotice, needsApproval, type Composed, type Shop } from '../notice/index.js'
import { isError, mergeFindings, type Finding } from '../report/index.js'
import type { BuildOptions } from './build.js'
import { family } from './dependencies.js'
import { printByKey, type Edition, type EditionBook } from './editions.js'
import { gather } from './gather.js'
import { factsOf, type LeafletFacts } from './make-task.js'
import { idOf } from './notebook.js'
import type { LeafletOrder } from './orders.js'
import { openBench, stepFor, type Bench } from './plan.js'
import { unfinished } from './publish.js'

/** What a build would make again, and what stands in its way. */
export interface Impact {
  readonly keys: readonly KeyImpact[]
  readonly leaflets: readonly LeafletImpact[]
  readonly findings: readonly Finding[]
}
/** A text that changed. */
export interface KeyImpact {
  readonly key: string
  /** Language → what changed, word by word; of the source also where only its translations wait. */
  readonly changes: Readonly<Record<string, string>>
  readonly leaflets: readonly string[]
  readonly languages: readonly string[]
  readonly formats: readonly string[]
  /** Those of the leaflets that can go now, and those that wait for a translator. */
  readonly ready: readonly string[]
  readonly waiting: readonly string[]
}
export interface LeafletImpact extends LeafletOrder {
  readonly id: string
  readonly englishName: string
  readonly why: Why
  readonly state: 'ready' | 'waiting' | 'held'
  /** How many texts it says. */
  readonly texts: number
  /** Texts that a translator or a reader has to look at first. */
  readonly waitsFor: readonly { readonly key: string; readonly state: State }[]
  /** Edition that is handed out now, and would no longer be. */
  readonly recall?: { readonly edition: string; readonly first: string; readonly last: string }
}
/** The nearest reason: texts before looks before the day; `translation`: nothing on it changed, but its English did. */
export type Why = 'new' | 'texts' | 'looks' | 'day' | 'file' | 'translation'

type ImpactOptions = Omit<BuildOptions, 'jobs' | 'proof' | 'progress'>

/** Composes what may be touched and compares it with the ledger; nothing is written. */
export function impactOf(options: ImpactOptions): Impact {
  const passing = unfinished(options.folder, options.out)
  if (passing.length > 0) return { keys: [], leaflets: [], findings: passing }
  const asked: BuildOptions = { ...options, jobs: 1, proof: false }
  const bench = openDesk(asked)
  const findings = [...bench.asking]
  const leaflets: LeafletImpact[] = []
  const keys = new Map<string, Keyed>()
  for (const order of bench.orders) {
    const { step, findings: ofFile } = stepFor(order, bench, asked)
    findings.push(...ofFile)
    if (step.kind === 'keep') continue
    const { findings: gathered, texts, shop } = gather(order, bench.counter)
    const composed = texts && composeNotice(order, texts)
    findings.push(...gathered, ...(composed?.findings ?? []).filter(isError))
    const leaflet: Touched = { order, composed, texts, held: !shop || !composed || [...gathered, ...composed.findings].some(stops), gone: ofFile.length > 0 } // prettier-ignore
    const impact = impactOn(leaflet, bench, options)
    if (!impact) continue
    leaflets.push(impact)
    noteKeys(impact, leaflet, { bench, keys })
  }
  return { keys: [...keys.values()].map(finished), leaflets, findings: mergeFindings(findings) }
}

interface ImpactDesk extends Bench {
  /** The book of editions of a language, read once. */
  bookOf(language: string): EditionBook
}

function openDesk(asked: BuildOptions): ImpactDesk {
  const bench = openBench(asked)
  const books = new Map<string, EditionBook>()
  return { ...bench, bookOf: (language) => keep(books, language, () => bench.books.read(language).book) }
}

/** A text that is missing is a translator's to write; all other errors are somebody else's to mend. */
const stops = (f: Finding): boolean => isError(f) && f.code !== 'key-missing' && f.code !== 'texts-missing'

interface Touched {
  readonly order: LeafletOrder
  readonly composed: Composed | undefined
  readonly texts: Shop | undefined
  readonly held: boolean
  /** Its file is not what was built. */
  readonly gone: boolean
}

function impactOn(leaflet: Touched, bench: ImpactDesk, { release }: ImpactOptions): LeafletImpact | undefined {
  const { order, composed, texts, held } = leaflet
  const id = idOf(order)
  const facts = composed && texts ? factsOf(composed, { order }, { counter: bench.counter, release, target: texts.target }) : undefined // prettier-ignore
  const waitsFor = composed && texts ? waits(composed, texts, release) : []
  const why = whyOf(leaflet, facts, bench) ?? (isNews(waitsFor, bench.ledger.leaflets.get(id)?.findings) ? 'translation' : undefined) // prettier-ignore
  if (why === undefined) return undefined
  const state = held ? 'held' : waitsFor.length > 0 ? 'waiting' : 'ready'
  // What waits is published as it is unless a text is missing or must be approved first.
  const stopped = held || waitsFor.some(({ state: s }) => release || s === 'missing')
  const before = bench.ledger.leaflets.get(id)?.edition
  const recalled = before !== undefined && facts && facts.edition !== before && !stopped
  const edition = recalled
    ? bench
        .bookOf(order.language)
        .editions.get(before)
        ?.find((e: Edition) => e.leaflet === id)
    : undefined
  const recall = recalled ? { recall: { edition: before, first: edition?.first ?? order.issueDate, last: edition?.last ?? order.issueDate } } : {} // prettier-ignore
  const englishName = texts?.target.locale.englishName ?? order.language
  return { ...order, id, englishName, why, state, texts: composed?.keys.length ?? 0, waitsFor, ...recall }
}

function whyOf({ order, gone }: Touched, facts: LeafletFacts | undefined, { ledger }: Bench): Why | undefined {
  const entry = ledger.leaflets.get(idOf(order))
  if (!entry) return 'new'
  if (!facts || facts.edition !== entry.edition) return 'texts'
  if (entry.issueDate !== order.issueDate) return 'day'
  if (facts.fingerprint !== entry.fingerprint) return 'looks'
  return gone ? 'file' : undefined
}

/** Texts without which a translation says something else than the source: missing, stale; for a release all unapproved. */
function waits({ keys, unapproved }: Composed, pair: Shop, release: boolean): LeafletImpact['waitsFor'] {
  const open = new Set(release ? unapproved : [])
  return keys.flatMap((key) => {
    const state = stateOf(pair, key)
    const waiting = open.has(key) || (needsApproval(pair, key) && (state === 'missing' || state === 'needs-editing'))
    return waiting ? [{ key, state }] : []
  })
}

/** Whether the ledger does not know yet that a text is stale or missing. */
const isNews = (waitsFor: LeafletImpact['waitsFor'], known: readonly Finding[] = []): boolean =>
  waitsFor.some(({ key, state }) => state === 'needs-editing' && !known.some((f) => f.code === 'translation-stale' && f.place.key === key)) // prettier-ignore

interface Keyed {
  readonly key: string
  readonly changes: Map<string, string>
  readonly leaflets: LeafletImpact[]
}

function noteKeys(
  impact: LeafletImpact,
  { composed, texts }: Touched,
  { bench, keys }: { bench: ImpactDesk; keys: Map<string, Keyed> },
): void {
  if (!composed || !texts) return
  const note = (key: string): Keyed => {
    const name = family(key)
    if (!keys.has(name)) keys.set(name, { key: name, changes: new Map(), leaflets: [] })
    const keyed = keys.get(name)!
    if (!keyed.leaflets.includes(impact)) keyed.leaflets.push(impact)
    return keyed
  }
  const book = bench.bookOf(impact.language)
  for (const [key, before, after] of changedTexts(impact.id, composed, texts, book))
    note(key).changes.set(impact.language, showChanges(before, after))
  for (const { key, state } of impact.waitsFor) {
    const english = sourceOf(texts.source, key)
    if (state !== 'needs-editing' || !english) continue
    note(key)
  }
}

function changedTexts(
  id: string,
  { keys }: Composed,
  { target }: Shop,
  { said, texts }: EditionBook,
): [string, string, string][] {
  const known = said.get(id)
  if (!known) return []
  const before = printByKey(known)
  const textOf = (key: string): string => texts.get(before.get(key) ?? '') ?? ''
  return [...new Set([...before.keys(), ...keys])].flatMap((key): [string, string, string][] => {
    const now = keys.includes(key) ? (target.messages.get(key)?.text ?? '') : ''
    return textOf(key) === now ? [] : [[key, textOf(key), now]]
  })
}

function finished({ key, changes, leaflets }: Keyed): KeyImpact {
  const ids = (some: readonly LeafletImpact[]): string[] => some.map((l) => l.id)
  return {
    key,
    changes: Object.fromEntries(changes),
    leaflets: ids(leaflets),
    languages: [...new Set(leaflets.map((l) => l.language))],
    formats: [...new Set(leaflets.map((l) => l.format))],
    ready: ids(leaflets.filter((l) => l.state === 'ready')),
    waiting: ids(leaflets.filter((l) => l.state === 'waiting')),
  }
}
