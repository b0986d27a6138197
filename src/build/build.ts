import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { mergeFindings, type Finding } from '../report/index.js'
import { Counter } from './counter.js'
import { readBuildLedger, writeBuildLedger, type LedgerEntry } from './ledger.js'
import type { MakeOptions } from './make.js'
import { takeOrders, type LeafletOrder, type Request } from './orders.js'
import { putInPlace, unwritable } from './put-in-place.js'
import { makeAll, type MakeAll, type Made } from './workers.js'

export interface BuildOptions extends MakeOptions {
  /** Absolute path of the workspace. */
  readonly folder: string
  readonly request: Request
  /** Absolute path of the output folder. */
  readonly out: string
  /** Worker threads; 1 makes everything in this one. */
  readonly jobs: number
  /** Who makes the leaflets, if not threads of this process: workers of a queue. */
  readonly makeAll?: MakeAll
  readonly progress?: (done: number, all: number, id: string) => void
}

export interface BuildReport {
  readonly findings: readonly Finding[]
  readonly leaflets: readonly BuiltLeaflet[]
}
export interface BuiltLeaflet extends LeafletOrder {
  readonly id: string
  readonly state: 'built' | 'held'
  /** Relative to the output folder. */
  readonly file: string
  readonly bytes: number
  readonly pages: number
}

/** Makes every leaflet that is asked for and puts the good ones in place. Problems of one hold no other. */
export async function build(options: BuildOptions): Promise<BuildReport> {
  const counter = new Counter(options.folder)
  const { orders, findings: asking } = takeOrders(counter, options.request)
  const findings = [...asking]
  const leaflets: BuiltLeaflet[] = []
  const entries = new Map(readBuildLedger(options.out))
  try {
    for await (const made of (options.makeAll ?? makeAll)(orders, counter, options)) {
      const placed = place(made, options)
      findings.push(...placed.findings)
      leaflets.push(placed.leaflet)
      if (made.pdf && placed.leaflet.state === 'built') entries.set(made.id, entryOf(made.order, made.pdf))
      options.progress?.(leaflets.length, orders.length, made.id)
    }
  } finally {
    // Also when something stops the build in the middle: what is in place is in the ledger.
    if (leaflets.some((l) => l.state === 'built')) findings.push(...writeBuildLedger(options, entries))
  }
  return { findings: mergeFindings(findings), leaflets }
}

function place(made: Made, { out, folder }: BuildOptions): { findings: Finding[]; leaflet: BuiltLeaflet } {
  const file = `${made.id}.pdf`
  const findings = [...made.findings]
  let state: BuiltLeaflet['state'] = made.pdf ? 'built' : 'held'
  if (made.pdf) {
    try {
      putInPlace(join(out, file), made.pdf)
    } catch (error) {
      state = 'held'
      findings.push({ ...unwritable(error, { folder, out, file }), leaflets: [made.id] })
    }
  }
  return {
    findings,
    leaflet: { ...made.order, id: made.id, state, file, bytes: made.pdf?.byteLength ?? 0, pages: made.pages },
  }
}

const entryOf = (order: LeafletOrder, pdf: Uint8Array): LedgerEntry => ({
  issueDate: order.issueDate,
  sha256: createHash('sha256').update(pdf).digest('hex'),
  bytes: pdf.byteLength,
})
