import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { Counter } from './counter.js'
import { makeTask, type Made, type Task } from './make-task.js'
import type { MakeOptions } from './make.js'
import { idOf } from './notebook.js'
import type { SeenByPath } from './seen.js'
import { Shares, sharesOf, written, type WrittenShare } from './shares.js'

/**
 * A way to have all leaflets made, in whatever order they get ready. It notes in the counter all that they are made from:
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
  readonly shares: readonly WrittenShare[]
  /** Which of them are given out (see Shares). */
  readonly memory: SharedArrayBuffer
  /** What an earlier build saw: font files that did not move are not hashed again. */
  readonly before: SeenByPath
}
/** What it hands over: leaflets, and last all that it read. */
export type FromThread = Made | { readonly seen: SeenByPath }

/** A thread ended, though nothing was thrown in it. */
export class ThreadEnded extends Error {
  override readonly name = 'ThreadEnded'

  constructor(code: number) {
    super(`A thread ended (exit code ${code}) before its leaflets were made; --jobs 1 does without threads`)
  }
}

/** Makes all leaflets, in this thread and, if that is worth it, in others; notes in the counter what was read. */
export async function* makeAll(
  tasks: readonly Task[],
  counter: Counter,
  { proof, release, jobs }: MakeOptions & { readonly jobs: number },
): AsyncGenerator<Made> {
  const script = fileURLToPath(new URL('./worker.js', import.meta.url))
  const shares = new Shares(sharesOf(tasks))
  const here = makeShares(shares, counter, { proof, release })
  // A thread starts in about 0.3 s: a handful of leaflets is ready sooner without. Sources under test have no worker.js.
  if (jobs <= 1 || workOf(tasks) < 12 || !existsSync(script)) {
    yield* here
    return
  }
  const { folder, seen } = counter
  const told = (): WorkerTask => ({
    folder,
    shares: shares.languages.map(written),
    memory: shares.memory,
    proof,
    release,
    before: seen.before,
  })
  const team = new Team()
  // This thread is one of them. There is no work for more threads than leaflets.
  for (let i = 1; i < Math.min(jobs, tasks.length); i++) team.take(new Worker(script, { workerData: told() }))
  try {
    for await (const made of here) {
      yield made
      // Only between turns of the loop of events is anything heard of the others.
      await new Promise(setImmediate)
      yield* team.ready()
    }
    yield* team.rest()
    for (const read of team.seen) seen.add(read)
  } finally {
    await team.end()
  }
}

/** In leaflets to make: to look whether one would be the same takes a twentieth of the time. */
const workOf = (tasks: readonly Task[]): number =>
  tasks.reduce((sum, task) => sum + (task.known === undefined ? 1 : 0.05), 0)

/** So many leaflets of one language fill the memory with its words. */
const MANY = 24

/** Makes leaflets as long as there are any to be had, with the files of one language open at a time. */
export async function* makeShares(shares: Shares, counter: Counter, options: MakeOptions): AsyncGenerator<Made> {
  let [open, made]: [string | undefined, number] = [undefined, 0]
  const close = (tag: string): void => {
    if (made >= MANY) counter.forgetWords(tag)
    counter.close(tag)
    made = 0
  }
  for (let task = shares.next(); task; task = shares.next(open)) {
    const { language } = task.order
    if (open !== undefined && open !== language) {
      close(open)
      // Between turns of the loop of events V8 lets go of what is held weakly, and files are closed that nobody reads.
      await new Promise(setImmediate)
    }
    open = language
    made++
    yield await makeHere(task, counter, options)
  }
  if (open !== undefined) close(open)
}

/** Other threads that make leaflets. */
class Team {
  /** All that those read that are through. */
  readonly seen: SeenByPath[] = []
  readonly #threads: Worker[] = []
  #made: Made[] = []
  #failure: Error | undefined
  #wake: () => void = () => undefined

  take(thread: Worker): void {
    this.#threads.push(thread)
    let over = false
    thread.on('message', (message: FromThread) => {
      if ('seen' in message) {
        this.seen.push(message.seen)
        over = true
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

  /** What they made meanwhile. What was made before a failure comes before it. */
  *ready(): Generator<Made> {
    const made = this.#made
    this.#made = []
    yield* made
    if (this.#failure) throw this.#failure
  }

  /** Waits until they are through. */
  async *rest(): AsyncGenerator<Made> {
    yield* this.ready()
    while (this.seen.length < this.#threads.length) {
      await new Promise<void>((resolve) => (this.#wake = resolve))
      yield* this.ready()
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
