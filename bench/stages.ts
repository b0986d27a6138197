import type { Document } from '../src/document/index.js'
import { paginate } from '../src/layout/index.js'
import type { LeafletShop } from '../src/leaflet.js'
import { composeNotice, leafletId, type Order } from '../src/notice/index.js'
import { writePdf } from '../src/pdf/index.js'
import { proofread } from '../src/proof/index.js'
import { isError } from '../src/report/index.js'
import { ISSUE_DATE, openCounter, shopOf } from './shop.js'
import { median } from './statistics.js'

export const STAGES = ['compose', 'paginate', 'write', 'proof'] as const
/** Milliseconds of each stage. */
export type StageTimes = Readonly<Record<(typeof STAGES)[number], number>>

export interface StageFigures {
  /** Milliseconds to read the workspace, the language and its fonts. */
  readonly read: number
  /** The first leaflet of the process. */
  readonly cold: StageTimes
  /** The same leaflet again, after three more. */
  readonly warm: StageTimes
}

const ORDER: Order = { service: 'whole', format: 'standard', issueDate: ISSUE_DATE }

/** The stages of the whole standard leaflet in one language. Needs a fresh process. */
export async function measureStages(tag: string): Promise<StageFigures> {
  const start = performance.now()
  const shop = shopOf(openCounter(), tag)
  const read = performance.now() - start
  const cold = (await makeTimed(ORDER, shop)).times
  for (let i = 0; i < 3; i++) await makeTimed(ORDER, shop)
  const runs: StageTimes[] = []
  for (let i = 0; i < 5; i++) runs.push((await makeTimed(ORDER, shop)).times)
  const warm = Object.fromEntries(STAGES.map((stage) => [stage, median(runs.map((r) => r[stage]))]))
  return { read, cold, warm: warm as StageTimes }
}

export interface Timed {
  readonly times: StageTimes
  /** Findings of severity error that the proof made. */
  readonly errors: number
}

/** What makeLeaflet does, with a stopwatch at each stage. `edit` changes what is said before it is set. */
export async function makeTimed(
  order: Order,
  shop: LeafletShop,
  edit: (document: Document) => Document = (d) => d,
): Promise<Timed> {
  const times = { compose: 0, paginate: 0, write: 0, proof: 0 }
  let last = performance.now()
  const stop = (stage: keyof typeof times): void => {
    const now = performance.now()
    times[stage] = now - last
    last = now
  }
  const composed = composeNotice(order, shop).document
  if (!composed) throw new Error(`Cannot compose ${leafletId(order, shop)}: run doorstep check`)
  stop('compose')
  const edited = edit(composed)
  last = performance.now()
  const { document, pages } = paginate({ document: edited, theme: shop.theme, fonts: shop.fonts })
  stop('paginate')
  const pdf = writePdf({ document, pages, author: shop.workspace.organisation.name })
  stop('write')
  if (!shop.proof) return { times, errors: 0 }
  const errors = (await proofread(pdf, document, `${leafletId(order, shop)}.pdf`)).filter(isError).length
  stop('proof')
  return { times, errors }
}
