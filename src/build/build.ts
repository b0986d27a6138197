import { mergeFindings, type Finding, type Place } from '../report/index.js'
import { amongInputs } from './among-inputs.js'
import type { MakeOptions } from './make.js'
import type { LeafletOrder, Request } from './orders.js'
import { replay } from './replay.js'
import type { MakeAll } from './workers.js'

export interface BuildOptions extends MakeOptions {
  /** Absolute path of the workspace. */
  readonly folder: string
  readonly request: Request
  /** Absolute path of the output folder. */
  readonly out: string
  /** Where the output folder was named, if not in doorstep.json. */
  readonly outPlace?: Place
  /** Worker threads; 1 makes everything in this one. */
  readonly jobs: number
  /** Who makes the leaflets, if not threads of this process: workers of a queue. */
  readonly makeAll?: MakeAll
  /** Makes every leaflet, also those that would be the same. */
  readonly force?: boolean
  /** Waits for another build that writes to the same folder, instead of saying so. */
  readonly wait?: boolean
  /** Told, before anything is made, how many leaflets are to be, of how many that were asked for. */
  readonly begin?: (leaflets: number, all: number) => void
  readonly progress?: (done: number, all: number, id: string) => void
}

export interface BuildReport {
  readonly findings: readonly Finding[]
  readonly leaflets: readonly BuiltLeaflet[]
}
export interface BuiltLeaflet extends LeafletOrder {
  readonly id: string
  /** `current`: it is in place already, and would come out the same. */
  readonly state: 'built' | 'current' | 'held'
  /** Relative to the output folder. */
  readonly file: string
  readonly bytes: number
  readonly pages: number
  /** The code in its foot; none of what is held. */
  readonly edition?: string
}

/** Files that change while leaflets are made from them: so often the build looks again before it leaves them alone. */
const LOOKS = 3

/**
 * Makes what differs of all leaflets that are asked for, and publishes it in one step. Problems of one hold no other.
 * What is skipped says what it said when it was made.
 */
export async function build(options: BuildOptions): Promise<BuildReport> {
  const misplaced = await amongInputs(options)
  if (misplaced) return { findings: [misplaced], leaflets: [] }
  // First without reading anything, and without loading what makes leaflets.
  const unmoved = options.force === true ? undefined : replay(options)
  if (unmoved) return unmoved
  const { buildWhatDiffers } = await import('./build-what-differs.js')
  let { report, unsettled } = await buildWhatDiffers(options)
  for (let looks = 1; unsettled.length > 0 && looks < LOOKS; looks++) {
    const again = await buildWhatDiffers({ ...options, force: false })
    report = merged(report, again.report, unsettled)
    unsettled = again.unsettled
  }
  return report
}

/** What the second look says stands; leaflets that the first made were built. */
function merged(first: BuildReport, second: BuildReport, unsettled: readonly Finding[]): BuildReport {
  const built = new Set(first.leaflets.filter((l) => l.state === 'built').map((l) => l.id))
  const leaflets = second.leaflets.map((l): BuiltLeaflet =>
    l.state === 'current' && built.has(l.id) ? { ...l, state: 'built' } : l,
  )
  return { leaflets, findings: mergeFindings([...unsettled, ...second.findings]) }
}
