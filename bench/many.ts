import type { Document } from '../src/document/index.js'
import { freshen } from './fresh-text.js'
import { ISSUE_DATE, openCounter, shopOf } from './shop.js'
import { makeTimed, STAGES } from './stages.js'
import { sum } from './statistics.js'

/** What is different from one leaflet to the next of its language: only the date, or every text. */
export type Difference = 'date' | 'texts'

export interface ManyFigures {
  readonly perSecond: number
  readonly made: number
  /** Leaflets that the proof refused. */
  readonly refused: number
}

const PASSES = 3

/** Leaflets a second in one warm process: the whole standard leaflet, all languages in turn. Needs a fresh process. */
export async function measureMany(difference: Difference, proof: 'proven' | 'unproven'): Promise<ManyFigures> {
  const counter = openCounter()
  const shops = counter.languages().map((tag) => ({ ...shopOf(counter, tag), proof: proof === 'proven' }))
  const spent: number[] = []
  let refused = 0
  for (let pass = 0; pass <= PASSES; pass++) {
    const issueDate = difference === 'date' ? dayAfter(pass) : ISSUE_DATE
    for (const shop of shops) {
      const edit = (document: Document): Document => (difference === 'texts' ? freshen(document, pass) : document)
      const { times, errors } = await makeTimed({ service: 'whole', format: 'standard', issueDate }, shop, edit)
      // The first pass warms the process up.
      if (pass === 0) continue
      spent.push(sum(STAGES.map((stage) => times[stage])))
      refused += Math.min(errors, 1)
    }
  }
  return { perSecond: (1000 * spent.length) / sum(spent), made: spent.length, refused }
}

const dayAfter = (days: number): string =>
  new Date(Date.parse(`${ISSUE_DATE}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
