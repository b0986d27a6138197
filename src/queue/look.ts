import { type Finding, finding, fileStart, inLeaflets } from '../report/index.js'
import { Board, type Aside, type Counts } from './bull.js'
import { knockFindings, type Tools } from './open.js'

export interface QueueLook {
  readonly findings: readonly Finding[]
  /** Not there when the queue cannot be reached. */
  readonly counts?: Counts
  readonly workers?: number
  readonly aside: readonly Aside[]
}

/** How a queue stands; `empty` first puts leaflets that were set aside back, or forgets them. */
export async function lookIntoQueue(
  tools: Pick<Tools, 'address' | 'placeOf'>,
  empty?: 'again' | 'forget',
): Promise<QueueLook> {
  const findings = await knockFindings(tools)
  if (findings.some((f) => f.severity === 'error')) return { findings, aside: [] }
  const board = new Board(tools.address)
  try {
    if (empty) await board.empty(empty)
    const workers = await board.workers()
    const [counts, aside] = [await board.counts(), await board.aside()]
    return { findings, counts, aside, ...(workers === undefined ? {} : { workers }) }
  } finally {
    await board.close()
  }
}

/** A leaflet that nobody could make, at the notice that it is of. */
export function asideFinding({ leaflet, problem, host }: Aside): Finding {
  const notice = /\/([^.]+)/.exec(leaflet)?.[1] ?? ''
  const place = fileStart(`templates/notices/${notice}.json`)
  return inLeaflets(finding('leaflet-set-aside', place, { leaflet, problem, host }), [leaflet])
}
