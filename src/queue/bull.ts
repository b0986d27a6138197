// The one file that knows BullMQ. Its job ids are ours: adding a job whose id is there already changes nothing, finished or
// not. A worker that gives a job back throws DelayedError. A delayed job comes back at the end of the queue. An object without a listener for `error` throws.
// It writes to the console about old versions and policies of Redis unless told not to; redis.ts looks at both.
import { setTimeout as pause } from 'node:timers/promises'
import { DelayedError, Job, Queue, Worker } from 'bullmq'
import { connect } from './redis.js'
import type { QueueAddress } from './address.js'
import { leafletOf, readReceipt, readRefusal, readSlip, slipId, type Receipt, type Refusal, type Slip } from './slip.js'

const NAME = 'leaflets'
const PREFIX = 'doorstep'
/** Seconds that a finished job is kept: who asks again meanwhile gets what was made. */
const KEPT = { made: 2 * 24 * 3600, aside: 30 * 24 * 3600 }
/** A job is tried so often; then it is set aside. So is one whose worker stopped twice in the middle. */
const TRIES = 3
const STOPS = 2
/** Jobs put at once: one command of Redis each, sent together. */
const BATCH = 500

/** What is known of a job. */
export type Standing =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'waiting'; readonly refusal?: Refusal }
  | { readonly kind: 'made'; readonly receipt: Receipt; readonly refusal?: Refusal }
  | { readonly kind: 'aside'; readonly problem: string; readonly host: string }

/** A job that was set aside. */
export interface Aside {
  readonly leaflet: string
  readonly problem: string
  readonly host: string
}
export interface Counts {
  readonly waiting: number
  readonly making: number
  readonly made: number
  readonly aside: number
}

/** The queue as those see it who put jobs on it. Every method throws when Redis is lost; asking again is harmless. */
export class Board {
  readonly #redis: ReturnType<typeof connect>
  readonly #queue: Queue

  constructor(address: QueueAddress) {
    this.#redis = connect(address, 'asking')
    this.#queue = new Queue(NAME, { connection: this.#redis, prefix: PREFIX, skipVersionCheck: true })
    this.#queue.on('error', () => undefined)
  }

  /**
   * Puts jobs that are not there yet, before all others and the first of them first: those of a build that nobody waits
   * for any more, of a workspace that no worker has any more, must not stand in the way.
   */
  async put(slips: readonly Slip[]): Promise<void> {
    const lastFirst = [...slips].reverse()
    for (let i = 0; i < lastFirst.length; i += BATCH)
      await this.#queue.addBulk(
        lastFirst.slice(i, i + BATCH).map((slip) => ({
          name: leafletOf(slip),
          data: slip,
          opts: {
            jobId: slipId(slip),
            lifo: true,
            attempts: TRIES,
            backoff: { type: 'exponential', delay: 1_000 },
            removeOnComplete: { age: KEPT.made },
            removeOnFail: { age: KEPT.aside },
          },
        })),
      )
  }

  async look(slip: Slip): Promise<Standing> {
    const job = await this.#job(slip)
    if (!job) return { kind: 'unknown' }
    const refusal = readRefusal(job.progress)
    const rest = refusal ? { refusal } : {}
    const receipt = readReceipt(job.returnvalue)
    if (receipt) return { kind: 'made', receipt, ...rest }
    if (job.finishedOn === undefined) return { kind: 'waiting', ...rest }
    if (job.failedReason) return { kind: 'aside', ...asideOf(job) }
    // Nobody had its workspace, for too long.
    await job.remove()
    return { kind: 'unknown' }
  }

  /** Forgets a finished job, so that it can be put again. */
  async forget(slip: Slip): Promise<void> {
    await (await this.#job(slip))?.remove()
  }

  async counts(): Promise<Counts> {
    const n = await this.#queue.getJobCounts('wait', 'delayed', 'prioritized', 'active', 'completed', 'failed')
    const of = (...names: string[]): number => names.reduce((sum, name) => sum + (n[name] ?? 0), 0)
    return { waiting: of('wait', 'delayed', 'prioritized'), making: of('active'), made: of('completed'), aside: of('failed') } // prettier-ignore
  }

  /** Workers that are connected; undefined where Redis may not be asked that. */
  async workers(): Promise<number | undefined> {
    return this.#queue.getWorkersCount().catch(() => undefined)
  }

  async aside(): Promise<Aside[]> {
    return (await this.#failed()).map((job) => ({ leaflet: job.name, ...asideOf(job) }))
  }

  /** Puts all jobs that were set aside back, as if they had never been tried, or forgets them. */
  async empty(how: 'again' | 'forget'): Promise<void> {
    const jobs = await this.#failed()
    for (const job of jobs) await job.remove()
    const slips = how === 'again' ? jobs.map((job) => readSlip(job.data)) : []
    await this.put(slips.filter((slip) => slip !== undefined))
  }

  async close(): Promise<void> {
    await this.#queue.close().catch(() => undefined)
    this.#redis.disconnect()
  }

  async #job(slip: Slip): Promise<Job | undefined> {
    return (await this.#queue.getJob(slipId(slip))) as Job | undefined
  }

  async #failed(): Promise<Job[]> {
    // The last comes first; people read in the order of names.
    const jobs = (await this.#queue.getFailed()) as Job[]
    return jobs.sort((a, b) => (a.name < b.name ? -1 : 1))
  }
}

function asideOf(job: Job): { problem: string; host: string } {
  const reason = (job.failedReason as string | undefined) ?? ''
  // It is moved by whoever finds it, not by a host that it brought down.
  return { problem: reasonOf(reason), host: STALLED.test(reason) ? '' : (job.processedBy ?? '') }
}

const STALLED = /stalled more than/
const reasonOf = (reason: string): string =>
  STALLED.test(reason) ? `its worker stopped in the middle, ${STOPS} times` : reason

export interface BenchOptions {
  readonly address: QueueAddress
  /** Name of this host, which stands at the jobs that it takes. */
  readonly host: string
  /** Leaflets at the same time. */
  readonly jobs: number
  /** Milliseconds after which a job whose worker went silent is anybody's. */
  readonly lock: number
  /** Makes one leaflet, or says why this worker cannot. What it throws counts as a try that failed. */
  make(data: unknown): Promise<Receipt | Refusal>
  /** A job was tried in vain. */
  failed(leaflet: string, problem: string): void
  /** Redis was lost, or there is something else that BullMQ itself has to say. */
  trouble(error: Error): void
}

/** The queue as a worker sees it. */
export class Bench {
  readonly #redis: ReturnType<typeof connect>
  readonly #worker: Worker
  #rest: NodeJS.Timeout | undefined
  /** Leaflets that are being made. */
  #making = 0

  constructor(options: BenchOptions) {
    const { host, jobs, lock } = options
    this.#redis = connect(options.address, 'patient')
    this.#worker = new Worker(
      NAME,
      async (job, token) => {
        this.#making++
        const outcome = await options.make(job.data).finally(() => {
          this.#making--
        })
        if (!('kind' in outcome)) return outcome
        if (Date.now() - job.timestamp > KEPT.made * 1000) return outcome
        await job.updateProgress(outcome)
        this.#restAWhile()
        // To the end of the queue, so that it keeps nobody from the others.
        await job.moveToDelayed(Date.now() + REST, token)
        throw new DelayedError()
      },
      {
        connection: this.#redis,
        prefix: PREFIX,
        name: host,
        concurrency: jobs,
        lockDuration: lock,
        stalledInterval: Math.min(lock, 10_000),
        maxStalledCount: STOPS - 1,
        runRetryDelay: 1_000,
        skipVersionCheck: true,
      },
    )
    this.#worker.on('failed', (job, error) => {
      options.failed(job?.name ?? '', reasonOf(error.message))
    })
    this.#worker.on('error', (error) => {
      options.trouble(error)
    })
  }

  /** What this worker cannot make others may: it takes nothing for a while, or it would take the same job at once. */
  #restAWhile(): void {
    if (this.#rest) return
    void this.#worker.pause(true)
    this.#rest = setTimeout(() => {
      this.#rest = undefined
      void this.#worker.resume()
    }, REST)
  }

  /**
   * Takes no more jobs, and ends when those that it has are finished and told. A Redis that is away is waited for a
   * while only; BullMQ itself would wait for it without end, and goes on to do so.
   */
  async close(): Promise<void> {
    clearTimeout(this.#rest)
    void this.#worker.pause(true)
    const end = { begun: false, done: false }
    for (let away = 0; !end.done && away < GRACE;) {
      const there = this.#redis.status === 'ready'
      if (there && !end.begun) {
        end.begun = true
        void this.#worker.close().then(() => {
          end.done = true
        })
      }
      away = there || this.#making > 0 ? 0 : away + GLANCE
      await pause(GLANCE)
    }
    this.#redis.disconnect()
  }
}

/** Milliseconds that a Redis may be away from a worker that ends, and between two looks at it. */
const GRACE = 5_000
const GLANCE = 50
/** Milliseconds that a worker rests that gave a job back. */
const REST = 2_000
