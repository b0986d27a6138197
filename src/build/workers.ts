import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { Finding } from '../report/index.js'
import type { Counter } from './counter.js'
import { makeOrder, type MakeOptions } from './make.js'
import type { LeafletOrder } from './orders.js'

/** A leaflet as it comes back from whoever made it. */
export interface Made {
  readonly order: LeafletOrder
  readonly id: string
  readonly pdf?: Uint8Array
  readonly pages: number
  readonly findings: readonly Finding[]
  /** It is held by what may pass, such as a queue without workers: not because of anything it is made from. */
  readonly passing?: true
}

/** A way to have all leaflets made; they come in the order asked for. */
export type MakeAll = (
  orders: readonly LeafletOrder[],
  counter: Counter,
  options: MakeOptions & { readonly folder: string; readonly jobs: number },
) => AsyncIterable<Made>

/** What a worker thread is told at its start. */
export interface WorkerTask extends MakeOptions {
  readonly folder: string
  readonly orders: readonly LeafletOrder[]
}

/** A thread ended, though nothing was thrown in it. */
export class ThreadEnded extends Error {
  override readonly name = 'ThreadEnded'

  constructor(left: number, code: number) {
    const leaflets = left === 1 ? 'one leaflet' : `${left} leaflets`
    super(`A thread ended (exit code ${code}) before ${leaflets} of its share were made; --jobs 1 does without threads`)
  }
}

/** Makes all leaflets, in the order asked for, whatever the number of threads. */
export async function* makeAll(
  orders: readonly LeafletOrder[],
  counter: Counter,
  options: MakeOptions & { readonly folder: string; readonly jobs: number },
): AsyncGenerator<Made> {
  const script = fileURLToPath(new URL('./worker.js', import.meta.url))
  const { folder, proof, release } = options
  // One thread has all leaflets of a language, so that its fonts are read once; languages go round by turns.
  const tags = [...new Set(orders.map((o) => o.language))]
  const jobs = Math.min(options.jobs, tags.length)
  // A thread starts in about 0.3 s: a handful of leaflets is ready sooner without. Sources under test have no worker.js.
  if (jobs <= 1 || orders.length < 12 || !existsSync(script)) {
    for (const order of orders) yield await makeHere(order, counter, { proof, release })
    return
  }
  const turn = (o: LeafletOrder): number => tags.indexOf(o.language) % jobs
  const threads = Array.from({ length: jobs }, (_, i) => {
    const share = orders.filter((o) => turn(o) === i)
    return new Thread(new Worker(script, { workerData: { folder, orders: share, proof, release } satisfies WorkerTask }), share.length) // prettier-ignore
  })
  try {
    for (const order of orders) yield await threads[turn(order)]!.next()
  } finally {
    await Promise.all(threads.map((t) => t.end()))
  }
}

/** A worker thread, which hands over its leaflets in the order of its share. */
class Thread {
  readonly #worker: Worker
  readonly #made: Made[] = []
  #failure: Error | undefined
  #wake: () => void = () => undefined

  constructor(worker: Worker, share: number) {
    this.#worker = worker
    let left = share
    worker.on('message', (made: Made) => {
      left--
      this.#made.push(made)
      this.#wake()
    })
    const fail = (error: Error): void => {
      this.#failure ??= error
      this.#wake()
    }
    worker.on('error', fail)
    // A thread may also end without an error, and its last leaflets would be waited for in vain.
    worker.on('exit', (code) => {
      if (left > 0) fail(new ThreadEnded(left, code))
    })
  }

  /** The next leaflet of its share; what was made before a failure comes first, as without threads. */
  async next(): Promise<Made> {
    for (;;) {
      const made = this.#made.shift()
      if (made) return made
      if (this.#failure) throw this.#failure
      await new Promise<void>((resolve) => (this.#wake = resolve))
    }
  }

  async end(): Promise<void> {
    await this.#worker.terminate()
  }
}

export async function makeHere(order: LeafletOrder, counter: Counter, options: MakeOptions): Promise<Made> {
  try {
    const { id, pdf, pages, findings } = await makeOrder(order, counter, options)
    return { order, id, pages: pages?.length ?? 0, findings, ...(pdf ? { pdf } : {}) }
  } catch (error) {
    // Only a fault of Doorstep gets here; whoever reports it should be able to say which leaflet it was.
    if (error instanceof Error) error.message = `${keyOf(order)}: ${error.message}`
    throw error
  }
}

const keyOf = (o: LeafletOrder): string => `${o.language}/${o.notice}.${o.service}.${o.format}`
