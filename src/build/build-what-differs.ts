import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileStart, finding, inLeaflets, mergeFindings, type Finding } from '../report/index.js'
import { Alike } from './alike.js'
import { Aside, clearAside } from './aside.js'
import type { BuildOptions, BuildReport, BuiltLeaflet } from './build.js'
import { sweep, takeLock, type Holder } from './lock.js'
import type { LedgerEntry, Making } from './ledger.js'
import type { Made, Task } from './make-task.js'
import { BACK_ROOM, idOf } from './notebook.js'
import type { LeafletOrder } from './orders.js'
import { openBench, stepFor, type Bench, type Step } from './plan.js'
import { finishPublication, LOCK } from './publish.js'
import { publishAll, unsettledFiles, type Outcome } from './publish-all.js'
import { unwritable } from './put-in-place.js'
import { named, tell, type Told } from './replay.js'
import { sha256 } from './seen.js'
import { makeAll } from './workers.js'
import { wrongRequest } from './wrong-request.js'

export interface Differing {
  readonly report: BuildReport
  /** Files that changed while leaflets were made from them. */
  readonly unsettled: readonly Finding[]
}

/** Makes what differs from what is in place, and publishes it. One build at a time writes to an output folder. */
export async function buildWhatDiffers(options: BuildOptions): Promise<Differing> {
  const wrong = wrongRequest(options)
  if (wrong) return { report: { findings: mergeFindings(wrong.findings), leaflets: [] }, unsettled: [] }
  let lock: ReturnType<typeof takeLock>
  try {
    lock = takeLock(join(options.out, LOCK))
    while (options.wait === true && 'holder' in lock) {
      await pause(100)
      lock = takeLock(join(options.out, LOCK))
    }
  } catch (error) {
    return refused(error, options)
  }
  if ('holder' in lock) return { report: busy(lock.holder, options), unsettled: [] }
  try {
    return await buildAlone(options)
  } finally {
    lock.release()
  }
}

function busy({ pid, host }: Holder, { folder, out }: BuildOptions): BuildReport {
  const place = unwritable(Object.assign(new Error(), { code: 'EISDIR' }), { folder, out, file: LOCK }).place
  return { findings: [finding('build-busy', place, { pid, host })], leaflets: [] }
}

/** Nothing can be written: everything that was asked for is held, and nothing else is said. */
function refused(error: unknown, options: BuildOptions): Differing {
  const { orders, asking } = openBench(options)
  const leaflets = orders.map((order) => heldLeaflet(order))
  const problem = unwritable(error, { ...options, file: '' })
  const findings =
    leaflets.length > 0
      ? [
          inLeaflets(
            problem,
            leaflets.map((l) => l.id),
          ),
        ]
      : []
  return { report: { findings: mergeFindings([...asking, ...findings]), leaflets }, unsettled: [] }
}

async function buildAlone(options: BuildOptions): Promise<Differing> {
  const { out, folder } = options
  const findings: Finding[] = []
  sweep(join(out, BACK_ROOM))
  // What cannot be moved even now is not what the ledger says, and made again.
  if (finishPublication(out, () => undefined))
    findings.push(finding('publication-finished', unwritableAt(options, 'ledger.json'), {}))
  const bench = openBench(options)
  findings.push(...bench.asking)
  const outcome: Outcome = { waiting: new Map(), entries: new Map(), held: new Map(), passing: new Set(), asked: new Map() } // prettier-ignore
  const steps = new Map<string, Planned>()
  for (const order of bench.orders) {
    const id = idOf(order)
    const { step, findings: said } = stepFor(order, bench, options)
    steps.set(id, { id, order, step, findings: said })
  }
  if (bench.aside.size === 0) clearAside(out)
  let done: ReadonlyMap<string, Told>
  try {
    done = await doAll(steps, { bench, outcome, options, alike: new Alike(), aside: new Aside(out) })
  } catch (error) {
    if (!(error instanceof DiskRefusal)) throw error
    clearAside(out)
    return refused(error.cause, options)
  }
  bench.counter.closeAll()
  // Whatever was ready first, it is published and told in the order that was asked for.
  const { waiting, entries, held, asked } = outcome
  for (const map of [waiting, entries, held, asked] as Map<string, unknown>[]) sortLike(map, steps.keys())
  const leaflets = [...steps.keys()].map((id) => done.get(id)!.leaflet)
  const { findings: publishing, failed } = publishAll(bench, outcome, options)
  const unsettled = unsettledFiles(bench.counter.seen.all, folder).map((file) =>
    finding('input-moved', fileStart(file), {}),
  )
  const final = leaflets.map((l) => (failed.has(l.id) ? heldLeaflet(l) : l))
  return { report: { findings: mergeFindings(all()), leaflets: final }, unsettled }

  function* all(): Generator<Finding> {
    yield* findings
    for (const [id, step] of steps) {
      yield* step.findings
      yield* named([done.get(id)!])
    }
    yield* publishing
  }
}

interface Planned {
  readonly id: string
  readonly order: LeafletOrder
  readonly step: Step
  readonly findings: readonly Finding[]
}

/** What the disk said when a leaflet could not be put aside: then none is published. */
class DiskRefusal extends Error {}

/** Does what is to be done for each leaflet, as they get ready. */
async function doAll(steps: ReadonlyMap<string, Planned>, desk: Desk): Promise<ReadonlyMap<string, Told>> {
  const { bench, options } = desk
  const done = new Map<string, Told>()
  const finish = (id: string, what: Told): void => {
    done.set(id, what)
    options.progress?.(done.size, steps.size, id)
  }
  const tasks: Task[] = []
  for (const [id, { order, step }] of steps) {
    if ('task' in step) tasks.push(step.task)
    else finish(id, kept(order, step, desk))
  }
  options.begin?.(tasks.length, steps.size)
  for await (const made of (options.makeAll ?? makeAll)(tasks, bench.counter, options)) {
    // What another thread hands over is a copy: of ten thousand names, each would be kept several times.
    const { id, order, step } = steps.get(made.id)!
    finish(id, take({ ...made, id, order }, step, desk))
  }
  if (done.size < steps.size) throw new TypeError('Fewer leaflets came back than were asked for')
  return done
}

/** Puts a map's entries in an order of their keys. */
function sortLike<V>(map: Map<string, V>, keys: Iterable<string>): void {
  for (const key of keys) {
    const value = map.get(key)
    if (value === undefined) continue
    map.delete(key)
    map.set(key, value)
  }
}

/** What the ledger says of a leaflet that stays as it is, with what is said of it now. */
function kept(order: LeafletOrder, step: Step, { bench: { ledger }, outcome, options }: Desk): Told {
  const id = idOf(order)
  if (step.kind === 'recheck') {
    outcome.entries.set(id, step.rechecked.entry)
    outcome.asked.set(id, step.rechecked.asked)
  }
  const known = step.kind === 'recheck' ? { ...ledger, leaflets: new Map([[id, step.rechecked.entry]]) } : ledger
  const told = tell(id, known, options)
  if (!told) throw new TypeError(`Nothing is known of ${id}`)
  return told
}

interface Desk {
  readonly bench: Bench
  readonly outcome: Outcome
  readonly options: BuildOptions
  readonly alike: Alike
  readonly aside: Aside
}

/** Takes over what was made, or would be the same. */
function take(made: Made, step: Step, { outcome, options, alike, aside }: Desk): Told {
  const { id, order, pdf, facts } = made
  const findings = made.findings.map((f) => alike.finding(plain(f)))
  if (made.passing) {
    // Nothing is known of it but that it could not be had this time: neither noted nor replayed, and asked for again.
    outcome.passing.add(id)
    return { findings, leaflet: heldLeaflet(order) }
  }
  const { issueDate } = order
  const { proof: proven, release } = options
  if (facts) outcome.asked.set(id, alike.asked(facts.asked))
  if (made.same && step.kind === 'look') {
    const { entry: before, waiting } = step
    const later = before.findings.slice(before.findings.length - before.later)
    const entry = { ...before, findings: [...findings, ...later] }
    if (waiting) outcome.waiting.set(id, entry)
    else outcome.entries.set(id, entry)
    return { findings: entry.findings, leaflet: leafletOf(made, entry, waiting ? 'built' : 'current') }
  }
  if (!pdf || !facts) {
    outcome.held.set(id, { issueDate, proven, release, findings } satisfies Making)
    return { findings, leaflet: heldLeaflet(order) }
  }
  const entry: LedgerEntry = {
    issueDate,
    proven,
    release,
    edition: facts.edition,
    fingerprint: facts.fingerprint,
    sha256: sha256(pdf),
    bytes: pdf.byteLength,
    pages: made.pages,
    later: made.later,
    findings,
  }
  try {
    aside.put({ id, entry }, pdf, facts.said)
  } catch (error) {
    throw new DiskRefusal('', { cause: error })
  }
  outcome.waiting.set(id, entry)
  return { findings, leaflet: leafletOf(made, entry, 'built') }
}

/** Written out: of `{ ...order, id }` V8 makes each object a class of its own, 360 bytes. */
function leafletOf({ id, order }: Made, entry: LedgerEntry, state: BuiltLeaflet['state']): BuiltLeaflet {
  const { notice, language, service, format, issueDate } = order
  const { bytes, pages, edition } = entry
  return { notice, language, service, format, issueDate, id, state, file: `${id}.pdf`, bytes, pages, edition }
}

/** A finding of a leaflet names it; in the ledger that is said by where it stands. */
function plain(finding: Finding): Finding {
  const { leaflets: named, ...rest } = finding
  return named ? rest : finding
}

const heldLeaflet = ({ notice, language, service, format, issueDate }: LeafletOrder): BuiltLeaflet => {
  const id = idOf({ notice, language, service, format })
  return { notice, language, service, format, issueDate, id, state: 'held', file: `${id}.pdf`, bytes: 0, pages: 0 }
}

const unwritableAt = ({ folder, out }: BuildOptions, file: string) =>
  unwritable(Object.assign(new Error(), { code: 'EISDIR' }), { folder, out, file }).place
