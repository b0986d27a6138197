import { keysNeeded, type Catalogue } from '../locale/index.js'
import { composeNotice } from '../notice/index.js'
import { finding, isError, mergeFindings, someOf, type Finding } from '../report/index.js'
import type { Counter } from './counter.js'
import { findKeys } from './find-keys.js'
import { gather } from './gather.js'
import { takeOrders, type LeafletOrder, type Request } from './orders.js'

/** What a person wants to see of one language. Formats, services and notice narrow the choice of the leaflet. */
export interface Wish extends Omit<Request, 'languages'> {
  readonly language: string
  /** As typed; see {@link findKeys}. None: no message, the leaflet as a whole. */
  readonly keys: readonly string[]
}

export interface Choice {
  /** Leaflets that print the messages, the one that prints most first; or the one that was asked for. */
  readonly orders: readonly LeafletOrder[]
  readonly keys: readonly string[]
  /** Why there is no leaflet to show. */
  readonly findings: readonly Finding[]
}

/** Which messages a person means, and which leaflet shows them: the first that prints most of them. */
export function choosePreview(counter: Counter, wish: Wish): Choice {
  const { workspace } = counter
  const none = (findings: readonly Finding[]): Choice => ({ orders: [], keys: [], findings })
  const request = { ...wish, languages: [wish.language] }
  const { orders, findings } = takeOrders(counter, request)
  if (findings.some(isError) || !workspace) return none(findings)
  const source = counter.catalogue(workspace.source)
  const target = counter.catalogue(wish.language)
  if (!source.catalogue || !target.catalogue) return none([...source.findings, ...target.findings])
  if (wish.keys.length === 0) return { orders: orders.slice(0, 1), keys: [], findings: [] }

  const named = wish.formats !== undefined || wish.services !== undefined || wish.notice !== undefined
  const printed = printedIn(counter)
  const { keys, wrong } = meant(wish, [...knownKeys(source.catalogue, target.catalogue)], (key) =>
    // Of two texts of one name the person means the one that stands in the leaflet they named.
    named ? orders.some((order) => printed(order).keys.has(key)) : true,
  )
  // A key may be unknown only because the rest of a file cannot be read.
  if (wrong.length > 0) return none([...[...source.findings, ...target.findings].filter(isError), ...wrong])

  const count = (order: LeafletOrder): number => keys.filter((key) => printed(order).keys.has(key)).length
  const best = (list: readonly LeafletOrder[]): LeafletOrder[] =>
    list
      .map((order) => ({ order, count: count(order) }))
      .filter((c) => c.count > 0)
      .sort((a, b) => b.count - a.count)
      .map((c) => c.order)
  const chosen = best(orders)
  if (chosen.length > 0) return { orders: chosen, keys, findings: [] }
  const others = best(takeOrders(counter, everything(request)).orders)
  if (!named && others.length > 0) return { orders: others, keys, findings: [] }
  const stopped = mergeFindings(orders.flatMap((order) => printed(order).stopped))
  return none(stopped.length > 0 ? stopped : [notPrinted(wish, keys, others)])
}

const everything = (request: Request): Request => ({
  languages: request.languages ?? [],
  services: ['all'],
  issueDate: request.issueDate,
  placeOf: (asked) => request.placeOf(asked),
})

/** Whose keys can be asked for: those that the language should have and those that it has. */
const knownKeys = (source: Catalogue, target: Catalogue): Set<string> =>
  new Set([...keysNeeded(source, target.locale.tag), ...target.messages.keys()])

interface Printed {
  /** Those of a text that cannot be printed too. */
  readonly keys: ReadonlySet<string>
  /** Why nobody knows what else the leaflet would print: its template is broken, or the like. */
  readonly stopped: readonly Finding[]
}

/** What a leaflet prints, worked out once. */
function printedIn(counter: Counter): (order: LeafletOrder) => Printed {
  const known = new Map<LeafletOrder, Printed>()
  return (order) => {
    let printed = known.get(order)
    if (!printed) {
      const { texts, findings } = gather(order, counter)
      const composed = texts && composeNotice(order, texts)
      const stopped = composed?.document ? [] : [...findings, ...(composed?.findings ?? [])].filter(isError)
      known.set(order, (printed = { keys: new Set(composed?.keys), stopped }))
    }
    return printed
  }
}

function meant(
  wish: Wish,
  known: readonly string[],
  stands: (key: string) => boolean,
): { keys: string[]; wrong: Finding[] } {
  const keys = new Set<string>()
  const wrong: Finding[] = []
  for (const name of wish.keys) {
    const found = findKeys(name, known)
    if (found.kind === 'none') {
      wrong.push(finding('key-not-found', wish.placeOf(name), { asked: name, near: found.near.join(', ') }))
      continue
    }
    const likely = found.kind === 'several' ? found.keys.filter(stands) : found.keys
    if (found.kind === 'several' && likely.length !== 1) {
      wrong.push(finding('key-ambiguous', wish.placeOf(name), { asked: name, have: someOf(found.keys, MOST) }))
    } else for (const key of likely) keys.add(key)
  }
  return { keys: [...keys], wrong }
}

/** Leaflets that show none of the messages that were asked for. */
export function notPrinted(wish: Wish, keys: readonly string[], others: readonly LeafletOrder[]): Finding {
  const asked = wish.keys[0] ?? ''
  const names = others.map((o) => `--format ${o.format} --service ${o.service}`)
  return finding('key-not-printed', wish.placeOf(asked), {
    key: keys.length === 1 ? keys[0]! : asked,
    have: someOf(names, MOST),
  })
}

const MOST = 6
