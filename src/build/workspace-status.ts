import { composeNotice } from '../notice/index.js'
import {
  formerSource,
  keysNeeded,
  showChanges,
  sourceOf,
  stateOf,
  statusOf,
  type Catalogue,
  type Review,
  type State,
  type Status,
} from '../locale/index.js'
import { mergeFindings, type Finding } from '../report/index.js'
import type { Counter } from './counter.js'
import { gather } from './gather.js'
import { takeOrders, type Request } from './orders.js'

export interface LanguageStatus extends Status {
  readonly tag: string
  readonly englishName: string
  readonly ownName: string
  readonly texts: readonly TextStatus[]
}
/** One text of one language. */
export interface TextStatus {
  readonly key: string
  readonly state: State
  /** What a person said of it last, whether or not it still counts. */
  readonly review?: Review
}

/** An English text that some language has no translation of, or one of an older sentence. */
export interface Waiting {
  readonly key: string
  readonly english: string
  /** What changed since the translations were made, word by word, where the older sentence was kept. */
  readonly change?: string
  /** Tags. */
  readonly missing: readonly string[]
  readonly stale: readonly string[]
  /** Leaflets that print it in one of these languages: a release holds them. */
  readonly leaflets: readonly string[]
}

export interface WorkspaceStatus {
  readonly languages: readonly LanguageStatus[]
  readonly waiting: readonly Waiting[]
  /** Files that cannot be read: their texts count as missing, and a language without a locale.json is not counted. */
  readonly findings: readonly Finding[]
}

/** How many texts of each language are missing, stale, draft, reviewed and approved, and what waits for a translator. */
export function workspaceStatus(counter: Counter, request: Request): WorkspaceStatus {
  const { orders, findings: asking } = takeOrders(counter, request)
  const findings = [...counter.findings, ...asking]
  const source = counter.workspace ? counter.catalogue(counter.workspace.source) : undefined
  findings.push(...(source?.findings ?? []))
  const english = source?.catalogue
  if (!english) return { languages: [], waiting: [], findings: mergeFindings(findings) }

  const targets: Catalogue[] = []
  for (const tag of request.languages ?? counter.languages()) {
    const { catalogue, findings: reading } = counter.catalogue(tag)
    findings.push(...reading)
    if (catalogue) targets.push(catalogue)
  }
  const languages = targets.map((target) => languageStatus(english, target))
  const printed = leafletsByText(
    counter,
    orders,
    languages.filter(isOpen).map((l) => l.tag),
  )
  return { languages, waiting: waitingOf(english, targets, printed), findings: mergeFindings(findings) }
}

const isOpen = (status: Status): boolean => status.missing + status['needs-editing'] > 0

function languageStatus(source: Catalogue, target: Catalogue): LanguageStatus {
  const { tag, englishName, ownName } = target.locale
  const texts = keysNeeded(source, tag).map((key) => {
    const review = target.review.get(key)
    return { key, state: stateOf({ source, target }, key), ...(review ? { review } : {}) }
  })
  return { tag, englishName, ownName, ...statusOf(source, target), texts }
}

/** `tag key` → leaflets that print the text; only of the languages that are asked for, since each is composed. */
function leafletsByText(
  counter: Counter,
  orders: ReturnType<typeof takeOrders>['orders'],
  tags: readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const printed = new Map<string, string[]>()
  for (const order of orders.filter((o) => tags.includes(o.language))) {
    const { id, texts } = gather(order, counter)
    for (const key of texts ? composeNotice(order, texts).keys : []) {
      const name = `${order.language} ${key}`
      printed.set(name, [...(printed.get(name) ?? []), id])
    }
  }
  return printed
}

function waitingOf(
  source: Catalogue,
  targets: readonly Catalogue[],
  printed: ReadonlyMap<string, readonly string[]>,
): Waiting[] {
  const waiting = new Map<string, { missing: string[]; stale: string[]; leaflets: string[]; change?: string }>()
  for (const target of targets) {
    const { tag } = target.locale
    const pair = { source, target }
    for (const key of keysNeeded(source, tag)) {
      const state = stateOf(pair, key)
      if (state !== 'missing' && state !== 'needs-editing') continue
      const english = sourceOf(source, key)
      if (!english) continue
      const entry = waiting.get(english.key) ?? { missing: [], stale: [], leaflets: [] }
      ;(state === 'missing' ? entry.missing : entry.stale).push(tag)
      entry.leaflets.push(...(printed.get(`${tag} ${key}`) ?? []))
      const former = formerSource(pair, key)
      if (former !== undefined) entry.change = showChanges(former, english.text)
      waiting.set(english.key, entry)
    }
  }
  return [...waiting].map(([key, entry]) => ({ key, english: source.messages.get(key)?.text ?? '', ...entry }))
}
