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
}

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
  const jobs = Math.min(options.jobs, orders.length)
  // A thread starts in about 0.3 s: a handful of leaflets is ready sooner without. Sources under test have no worker.js.
  if (jobs <= 1 || orders.length < 12 || !existsSync(script)) {
    for (const order of orders) yield await makeHere(order, counter, { proof, release })
    return
  }
  // One thread has all leaflets of a language, so that its fonts are read once; languages go round by turns.
  const tags = [...new Set(orders.map((o) => o.language))]
  const shares = Array.from({ length: jobs }, (_, i) => orders.filter((o) => tags.indexOf(o.language) % jobs === i))
  const made = new Map<string, Made>()
  let failure: Error | undefined
  let wake: () => void = () => undefined
  const fail = (error: Error): void => {
    failure ??= error
    wake()
  }
  const workers = shares.filter((s) => s.length > 0).map((share) => {
    const worker = new Worker(script, { workerData: { folder, orders: share, proof, release } satisfies WorkerTask })
    let left = share.length
    worker.on('message', (m: Made) => {
      left--
      made.set(keyOf(m.order), m)
      wake()
    })
    worker.on('error', fail)
    // A thread may also end without an error, and its last leaflets would be waited for in vain.
    worker.on('exit', (code) => {
      if (left > 0) fail(new ThreadEnded(left, code))
    })
    return worker
  }) // prettier-ignore
  try {
    for (const order of orders) {
      while (!made.has(keyOf(order))) {
        if (failure) throw failure
        await new Promise<void>((resolve) => (wake = resolve))
      }
      yield made.get(keyOf(order))!
      made.delete(keyOf(order))
    }
  } finally {
    await Promise.all(workers.map((w) => w.terminate()))
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
