import { makeLeaflet, type Leaflet } from '../leaflet.js'
import { composeNotice } from '../notice/index.js'
import { isError, mergeFindings } from '../report/index.js'
import type { Counter } from './counter.js'
import { gather } from './gather.js'
import type { LeafletOrder } from './orders.js'

export interface MakeOptions {
  readonly proof: boolean
  readonly release: boolean
}

/** Makes one leaflet over the counter, or says all that stands in its way. */
export async function makeOrder(order: LeafletOrder, counter: Counter, options: MakeOptions): Promise<Leaflet> {
  const { id, findings, texts, shop } = gather(order, counter)
  if (shop && !findings.some(isError)) return makeLeaflet(order, { ...options, ...shop })
  // A font that is missing hides no lost bracket: one run says both.
  const composed = texts ? composeNotice(order, texts).findings : []
  return { id, findings: mergeFindings([...findings, ...composed]) }
}
