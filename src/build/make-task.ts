import { makeLeaflet } from '../leaflet.js'
import type { Catalogue } from '../locale/index.js'
import { composeNotice, type Composed } from '../notice/index.js'
import { isError, mergeFindings, type Finding } from '../report/index.js'
import type { Counter } from './counter.js'
import type { Asked } from './dependencies.js'
import { fingerprintOf } from './fingerprint.js'
import { gather } from './gather.js'
import type { MakeOptions } from './make.js'
import type { LeafletOrder } from './orders.js'

/** A leaflet to make, unless it would be the same as one that is there. */
export interface Task {
  readonly order: LeafletOrder
  /** Fingerprint of the one that is there. */
  readonly known?: string
  /** Edition whose texts are kept already. */
  readonly edition?: string
}

/** A leaflet as it comes back from whoever made it. */
export interface Made {
  readonly order: LeafletOrder
  readonly id: string
  /** Only when no finding is an error, and it is not the same as the one that is there. */
  readonly pdf?: Uint8Array
  readonly pages: number
  /** Of one that is the same, only what is said of its document. */
  readonly findings: readonly Finding[]
  /** How many of them, from the end, were made after the document was composed. */
  readonly later: number
  /** Of one that could be composed and whose texts hold nothing back. */
  readonly facts?: LeafletFacts
  /** It would be the same as the one that is there. */
  readonly same: boolean
  /** It is held by what may pass, such as a queue without workers: not because of anything it is made from. */
  readonly passing?: true
}
export interface LeafletFacts {
  readonly fingerprint: string
  readonly edition: string
  readonly asked: Asked
  /** What it says in its own language, key by key; left out if the edition's texts are kept already. */
  readonly said?: readonly (readonly [key: string, text: string])[]
}

/** Makes one leaflet over the counter unless it would be the same as the one that is there, or says what stands in its way. */
export async function makeTask(task: Task, counter: Counter, options: MakeOptions): Promise<Made> {
  const { order } = task
  const { id, findings, texts, shop } = gather(order, counter)
  const composed = texts ? composeNotice(order, { once: true, ...texts }) : undefined
  if (!shop || !composed || findings.some(isError)) {
    // A font that is missing hides no lost bracket: one run says both.
    const all = mergeFindings([...findings, ...(composed?.findings ?? [])])
    return { order, id, pages: 0, findings: all, later: 0, same: false }
  }
  const facts = factsOf(composed, task, { counter, release: options.release, target: shop.target })
  const held = composed.findings.some(isError) || (options.release && composed.unapproved.length > 0)
  if (facts && !held && facts.fingerprint === task.known)
    return { order, id, pages: 0, findings: composed.findings, later: 0, facts, same: true }

  const { pdf, pages, findings: said } = await makeLeaflet(order, { ...options, ...shop }, composed)
  const later = said.length - composed.findings.length
  const made = { order, id, pages: pages?.length ?? 0, findings: said, later, same: false }
  return pdf && facts ? { ...made, pdf, facts } : made
}

interface Desk {
  readonly counter: Counter
  readonly release: boolean
  readonly target: Catalogue
}

/** What is known of a leaflet once it is composed. */
export function factsOf(
  { print, document, keys, foreign, drafts }: Composed,
  task: Task,
  desk: Desk,
): LeafletFacts | undefined {
  if (print === undefined || !document) return undefined
  const { edition } = document
  const said = keys.map((key) => [key, desk.target.messages.get(key)?.text ?? ''] as const)
  const fingerprint = fingerprintOf(print, task.order, desk)
  const asked = { own: keys, foreign, drafts }
  return { fingerprint, edition, asked, ...(edition === task.edition ? {} : { said }) }
}
