import { setTimeout as pause } from 'node:timers/promises'
import type { Counter, MakeAll, Made, MakeOptions, Task } from '../build/index.js'
import { fileStart, finding, type Finding } from '../report/index.js'
import { Board } from './bull.js'
import { inOrder } from './in-order.js'
import { filesOn, inputsOf, type Files } from './inputs.js'
import { asideFinding } from './look.js'
import { openTools, storeFinding, troubleOf, type Tools } from './open.js'
import { held, leafletOf, type Receipt, type Refusal, type Slip } from './slip.js'
import { inputsName, pdfName, sha256Of, StoreError, type Store } from './store.js'

export interface CoordinatorOptions extends Tools {
  /** Seconds without any leaflet of the queue being finished after which the rest is left to a later build. */
  readonly patience: number
  /** Nothing has moved for a while; `workers`: how many are connected, if Redis tells. */
  waiting?(workers: number | undefined): void
}

/** Has leaflets made by a queue's workers. */
export interface Coordinator {
  readonly makeAll: MakeAll
  /** What there is to say of queue, store and workers, besides what holds leaflets. */
  findings(): readonly Finding[]
  close(): Promise<void>
}

/** Milliseconds between two looks at a job: asked, not told, since what is told while a connection is lost is lost. */
const GLANCE = 100
/** Leaflets that are looked for at the same time, so that fetching one does not wait for the one before. */
const AHEAD = 8
/** Milliseconds between looks at the whole queue. */
const ROUND = 1_000
/** Seconds without movement after which that is told. */
const QUIET = 3
/** Milliseconds after which a file is looked for again: folders of file servers are seen late. */
const LATE = [0, 200, 400, 800, 1_600]

export async function openCoordinator(
  options: CoordinatorOptions,
): Promise<{ coordinator?: Coordinator; findings: readonly Finding[] }> {
  const { store, findings } = await openTools(options)
  if (!store) return { findings }
  const board = new Board(options.address)
  const told = [...findings]
  const coordinator: Coordinator = {
    async *makeAll(tasks, counter, { proof, release }) {
      const build = new QueueBuild({ options, store, board, told })
      yield* build.makeAll(tasks, counter, { proof, release })
    },
    findings: () => told,
    close: () => board.close(),
  }
  return { coordinator, findings }
}

interface Desk {
  readonly options: CoordinatorOptions
  readonly store: Store
  readonly board: Board
  /** Findings besides those of leaflets. */
  readonly told: Finding[]
}

/** One build's leaflets on the queue. */
class QueueBuild {
  readonly #desk: Desk
  /** Those that are not yet handed over, first to last. */
  #open: readonly Slip[] = []
  /** Why this build waits no longer. */
  #stopped: Finding | undefined
  #over = false
  #putAt = 0
  readonly #warned = new Set<string>()

  constructor(desk: Desk) {
    this.#desk = desk
  }

  async *makeAll(tasks: readonly Task[], counter: Counter, choice: MakeOptions): AsyncGenerator<Made> {
    const inputs = inputsOf(counter.folder, readAll(tasks, counter))
    this.#open = tasks.map((task) => ({ ...task, ...choice, inputs: inputs.fingerprint }))
    try {
      // So that a worker with another workspace can say what differs.
      await this.#desk.store.put(inputsName(inputs.fingerprint), new TextEncoder().encode(JSON.stringify(inputs.parts)))
    } catch (error) {
      this.#stopped = storeFinding(error, this.#desk.options)
    }
    const watching = this.#watch()
    // A fault in it is heard of at the end; until then Node must not take it for unheard.
    watching.catch(() => undefined)
    try {
      for await (const made of inOrder(this.#open, AHEAD, (slip) => this.#collect(slip))) {
        this.#open = this.#open.slice(1)
        yield made
      }
    } finally {
      this.#over = true
      await watching
    }
  }

  /** Looks whether anything moves at all, and ends the waiting when nothing does for too long. */
  async #watch(): Promise<void> {
    const { board, options } = this.#desk
    let [seen, moved] = ['', performance.now()]
    while (this.#waits()) {
      const now = await this.#standing()
      // What other builds have made counts as well: their leaflets may be before ours.
      if (typeof now === 'string' && now !== seen) [seen, moved] = [now, performance.now()]
      const still = (performance.now() - moved) / 1000
      const workers = still < Math.min(QUIET, options.patience) || typeof now !== 'string' ? undefined : await board.workers() // prettier-ignore
      if (still >= options.patience) this.#stopped = typeof now === 'string' ? this.#nobody(workers) : this.#lost(now)
      else if (still >= QUIET) options.waiting?.(workers)
      for (let i = 0; i < ROUND && this.#waits(); i += GLANCE) await pause(GLANCE)
    }
  }

  #waits(): boolean {
    return !this.#over && !this.#stopped
  }

  /** How much of the queue is finished, or why nobody knows. */
  async #standing(): Promise<string | Error> {
    try {
      const { made, aside } = await this.#desk.board.counts()
      return `${made} ${aside}`
    } catch (error) {
      return mayPass(error)
    }
  }

  #lost(error: Error): Finding {
    const { address, placeOf } = this.#desk.options
    return finding('queue-unreachable', placeOf(address.shown), { address: address.shown, problem: troubleOf(error) })
  }

  #nobody(workers: number | undefined): Finding {
    const { address, placeOf, patience } = this.#desk.options
    const there = workers === undefined ? '' : workers === 0 ? 'no worker is there' : `${workers} ${workers === 1 ? 'worker is' : 'workers are'} there` // prettier-ignore
    return finding('queue-still', placeOf(address.shown), { seconds: patience, there })
  }

  /** Waits for one leaflet, whatever happens to the queue meanwhile. */
  async #collect(slip: Slip): Promise<Made> {
    let fetched = 0
    for (;;) {
      if (this.#stopped) return held(slip, this.#stopped)
      // The build wants no more of it, and hears nothing of this.
      if (this.#over) throw new Error('The build is over')
      try {
        const standing = await this.#desk.board.look(slip)
        if ('refusal' in standing) this.#warn(standing.refusal)
        if (standing.kind === 'aside') return held(slip, asideFinding({ leaflet: leafletOf(slip), ...standing }))
        if (standing.kind === 'unknown') await this.#putAll()
        if (standing.kind === 'made') {
          const made = await this.#fetch(slip, standing.receipt)
          if (made) return made
          if (++fetched === 2) return held(slip, this.#gone(slip, standing.receipt))
          // The store was emptied, or the file in it changed: it is made once more.
          await this.#desk.board.forget(slip)
          continue
        }
      } catch (error) {
        if (error instanceof StoreError) return held(slip, storeFinding(error, this.#desk.options))
        mayPass(error)
      }
      await pause(GLANCE)
    }
  }

  /** At the start, and again when Redis lost what it had. Jobs that are there stay as they are. */
  async #putAll(): Promise<void> {
    const now = performance.now()
    if (this.#putAt > 0 && now - this.#putAt < ROUND) return
    this.#putAt = now
    try {
      await this.#desk.board.put(this.#open)
    } catch (error) {
      this.#putAt = 0
      throw error
    }
  }

  /** The leaflet as its maker handed it over; nothing when its file is not in the store, or is another. */
  async #fetch(slip: Slip, { sha256, pages, findings, later, facts, same }: Receipt): Promise<Made | undefined> {
    const { order } = slip
    const made = { order, id: leafletOf(slip), pages, findings, later, same, ...(facts ? { facts } : {}) }
    if (sha256 === undefined) return made
    for (const late of LATE) {
      await pause(late)
      const pdf = await this.#desk.store.get(pdfName(sha256))
      if (pdf) return sha256Of(pdf) === sha256 ? { ...made, pdf } : undefined
    }
    return undefined
  }

  #gone(slip: Slip, { host }: Receipt): Finding {
    const { store, placeOf } = this.#desk.options
    return finding('store-lost', placeOf(store.shown), { store: store.shown, host })
  }

  #warn({ host, kind, problem, file }: Refusal): void {
    const { options, told } = this.#desk
    const key = [host, kind, problem].join('\n')
    if (this.#warned.has(key)) return
    this.#warned.add(key)
    const place = kind === 'store' ? options.placeOf(options.store.shown) : fileStart(file ?? 'doorstep.json')
    told.push(finding(kind === 'store' ? 'worker-without-store' : 'worker-differs', place, { host, problem }))
  }
}

/**
 * All files of the workspace. By taking them over the counter, and with them the program and the fonts, this build notes
 * what its leaflets are made from. What workers read on their hosts need not come back: with the same fingerprint they
 * read the same.
 */
function readAll(tasks: readonly Task[], counter: Counter): Files {
  const files = filesOn(counter.shelf)
  counter.note(new Set(tasks.map((t) => t.order.language)))
  return files
}

/** What is no fault of the program may pass: a lost connection, a Redis that is still loading. */
function mayPass(error: unknown): Error {
  if (!(error instanceof Error) || [TypeError, RangeError, ReferenceError].some((bug) => error instanceof bug))
    throw error
  return error
}
