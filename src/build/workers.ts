import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { Counter } from './counter.js'
import { makeTask, type Made, type Task } from './make-task.js'
import type { MakeOptions } from './make.js'
import { idOf } from './notebook.js'
import type { SeenByPath } from './seen.js'

/**
 * A way to have all leaflets made; they come in the order asked for. It notes in the counter all that they are made from:
 * else the next build would not see that it moved.
 */
export type MakeAll = (
  tasks: readonly Task[],
  counter: Counter,
  options: MakeOptions & { readonly jobs: number },
) => AsyncGenerator<Made>

/** What a worker thread is told at its start. */
export interface WorkerTask extends MakeOptions {
  readonly folder: string
  readonly tasks: readonly Task[]
  /** What an earlier build saw: font files that did not move are not hashed again. */
  readonly before: SeenByPath
}
/** What it hands over: leaflets, and last all that it read. */
export type FromThread = Made | { readonly seen: SeenByPath }

/** A thread ended, though nothing was thrown in it. */
export class ThreadEnded extends Error {
  override readonly name = 'ThreadEnded'

  constructor(left: number, code: number) {
    const leaflets = left === 1 ? 'one leaflet' : `${left} leaflets`
    super(`A thread ended (exit code ${code}) before ${leaflets} of its share were made; --jobs 1 does without threads`)
  }
}

/** Makes all leaflets, in the order asked for, whatever the number of threads; notes in the counter what was read. */
export async function* makeAll(
  tasks: readonly Task[],
  counter: Counter,
  options: MakeOptions & { readonly jobs: number },
): AsyncGenerator<Made> {
  const script = fileURLToPath(new URL('./worker.js', import.meta.url))
  const { proof, release } = options
  // One thread has all leaflets of a language, so that its fonts are read once; languages go round by turns.
  const tags = [...new Set(tasks.map((t) => t.order.language))]
  const jobs = Math.min(options.jobs, tags.length)
  // A thread starts in about 0.3 s: a handful of leaflets is ready sooner without. Sources under test have no worker.js.
  if (jobs <= 1 || workOf(tasks) < 12 || !existsSync(script)) {
    for (const task of tasks) yield await makeHere(task, counter, { proof, release })
    return
  }
  const turn = ({ order }: Task): number => tags.indexOf(order.language) % jobs
  const { folder, seen } = counter
  const threads = Array.from({ length: jobs }, (_, i) => {
    const share = tasks.filter((t) => turn(t) === i)
    const told: WorkerTask = { folder, tasks: share, proof, release, before: seen.before }
    return new Thread(new Worker(script, { workerData: told }), share.length)
  })
  try {
    for (const task of tasks) yield await threads[turn(task)]!.next()
    for (const thread of threads) seen.add(await thread.seen())
  } finally {
    await Promise.all(threads.map((t) => t.end()))
  }
}

/** In leaflets to make: to look whether one would be the same takes a twentieth of the time. */
const workOf = (tasks: readonly Task[]): number =>
  tasks.reduce((sum, task) => sum + (task.known === undefined ? 1 : 0.05), 0)

/** A worker thread, which hands over its leaflets in the order of its share. */
class Thread {
  readonly #worker: Worker
  readonly #made: Made[] = []
  #seen: SeenByPath | undefined
  #failure: Error | undefined
  #wake: () => void = () => undefined

  constructor(worker: Worker, share: number) {
    this.#worker = worker
    let left = share
    worker.on('message', (message: FromThread) => {
      if ('seen' in message) this.#seen = message.seen
      else {
        left--
        this.#made.push(message)
      }
      this.#wake()
    })
    const fail = (error: Error): void => {
      this.#failure ??= error
      this.#wake()
    }
    worker.on('error', fail)
    // A thread may also end without an error, and its last leaflets would be waited for in vain.
    worker.on('exit', (code) => {
      if (left > 0 || !this.#seen) fail(new ThreadEnded(left, code))
    })
  }

  /** The next leaflet of its share; what was made before a failure comes first, as without threads. */
  async next(): Promise<Made> {
    return this.#wait(() => this.#made.shift())
  }

  /** All that it read, once it has made all. */
  async seen(): Promise<SeenByPath> {
    return this.#wait(() => this.#seen)
  }

  async #wait<T>(take: () => T | undefined): Promise<T> {
    for (;;) {
      const taken = take()
      if (taken !== undefined) return taken
      if (this.#failure) throw this.#failure
      await new Promise<void>((resolve) => (this.#wake = resolve))
    }
  }

  async end(): Promise<void> {
    await this.#worker.terminate()
  }
}

export async function makeHere(task: Task, counter: Counter, options: MakeOptions): Promise<Made> {
  try {
    return await makeTask(task, counter, options)
  } catch (error) {
    // Only a fault of Doorstep gets here; whoever reports it should be able to say which leaflet it was.
    if (error instanceof Error) error.message = `${idOf(task.order)}: ${error.message}`
    throw error
  }
}
