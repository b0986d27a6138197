import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { Counter } from './counter.js'
import { makeTask, type Made, type Task } from './make-task.js'
import type { MakeOptions } from './make.js'
import { idOf } from './notebook.js'
import type { SeenByPath } from './seen.js'
import { Shares } from './shares.js'

/**
 * A way to have all leaflets made, in whatever order they get ready. It notes in the counter all that they are made from:
 * else the next build would not see that it moved.
 */
export type MakeAll = (
  tasks: readonly Task[],
  counter: Counter,
  options: MakeOptions & { readonly jobs: number },
) => AsyncGenerator<Made>

/** What a worker thread is told at its start; then it is answered shares of leaflets, and at the end undefined. */
export interface WorkerTask extends MakeOptions {
  readonly folder: string
  /** What an earlier build saw: font files that did not move are not hashed again. */
  readonly before: SeenByPath
}
/** What it says: that it wants a share, with the language whose files it has open; leaflets; last all that it read. */
export type FromThread = Made | { readonly asks: string | undefined } | { readonly seen: SeenByPath }

/** A thread ended, though nothing was thrown in it. */
export class ThreadEnded extends Error {
  override readonly name = 'ThreadEnded'

  constructor(code: number) {
    super(`A thread ended (exit code ${code}) before its leaflets were made; --jobs 1 does without threads`)
  }
}

/** Makes all leaflets, in this thread or in several; notes in the counter what was read. */
export async function* makeAll(
  tasks: readonly Task[],
  counter: Counter,
  options: MakeOptions & { readonly jobs: number },
): AsyncGenerator<Made> {
  const script = fileURLToPath(new URL('./worker.js', import.meta.url))
  const { proof, release, jobs } = options
  const shares = new Shares(tasks)
  // A thread starts in about 0.3 s: a handful of leaflets is ready sooner without. Sources under test have no worker.js.
  if (jobs <= 1 || workOf(tasks) < 12 || !existsSync(script)) {
    yield* makeShares((open) => shares.next(open), counter, { proof, release })
    return
  }
  const { folder, seen } = counter
  const told: WorkerTask = { folder, proof, release, before: seen.before }
  const team = new Team(shares, (read) => {
    seen.add(read)
  })
  // There is no work for more threads than leaflets.
  for (let i = 0; i < Math.min(jobs, tasks.length); i++) team.take(new Worker(script, { workerData: told }))
  try {
    yield* team.made()
  } finally {
    await team.end()
  }
}

/** In leaflets to make: to look whether one would be the same takes a twentieth of the time. */
const workOf = (tasks: readonly Task[]): number =>
  tasks.reduce((sum, task) => sum + (task.known === undefined ? 1 : 0.05), 0)

/** Makes shares of leaflets as long as there are any, with the files of one language open at a time. */
export async function* makeShares(
  next: (open?: string) => readonly Task[] | undefined | Promise<readonly Task[] | undefined>,
  counter: Counter,
  options: MakeOptions,
): AsyncGenerator<Made> {
  let open: string | undefined
  for (let share = await next(); share; share = await next(open)) {
    const language = share[0]?.order.language
    if (open !== undefined && open !== language) counter.close(open)
    open = language
    for (const task of share) yield await makeHere(task, counter, options)
  }
}

/** Worker threads that make shares of leaflets. */
class Team {
  readonly #shares: Shares
  readonly #read: (seen: SeenByPath) => void
  readonly #threads: Worker[] = []
  readonly #made: Made[] = []
  #working = 0
  #failure: Error | undefined
  #wake: () => void = () => undefined

  constructor(shares: Shares, read: (seen: SeenByPath) => void) {
    this.#shares = shares
    this.#read = read
  }

  take(thread: Worker): void {
    this.#threads.push(thread)
    this.#working++
    let over = false
    thread.on('message', (message: FromThread) => {
      if ('asks' in message) {
        thread.postMessage(this.#shares.next(message.asks))
      } else if ('seen' in message) {
        this.#read(message.seen)
        over = true
        this.#working--
      } else this.#made.push(message)
      this.#wake()
    })
    const fail = (error: Error): void => {
      this.#failure ??= error
      this.#wake()
    }
    thread.on('error', fail)
    // A thread may also end without an error, and its last leaflets would be waited for in vain.
    thread.on('exit', (code) => {
      if (!over) fail(new ThreadEnded(code))
    })
  }

  /** All leaflets; those that were made before a failure come before it. */
  async *made(): AsyncGenerator<Made> {
    for (;;) {
      const made = this.#made.shift()
      if (made) yield made
      else if (this.#failure) throw this.#failure
      else if (this.#working === 0) return
      else await new Promise<void>((resolve) => (this.#wake = resolve))
    }
  }

  async end(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.terminate()))
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
