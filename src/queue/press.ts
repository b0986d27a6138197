import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { Counter, makeHere, type Made } from '../build/index.js'
import { shelfOf, type Files } from './inputs.js'
import { leafletOf, type Slip } from './slip.js'

/** What a thread is told at its start: a workspace as it was read, which no edit changes any more. */
export interface PressPlan {
  readonly folder: string
  readonly files: Files
}
/** A thread's answer. */
export type Printed = { readonly made: Made } | { readonly fault: string }

const SCRIPT = fileURLToPath(new URL('./press-thread.js', import.meta.url))
/** Milliseconds that one leaflet may take: a hundred times what the longest takes. Only a fault takes longer. */
const LIMIT = 300_000

/**
 * Threads that make leaflets of one workspace. A leaflet that brings its thread down, or never ends, is a failed try;
 * the thread is replaced. The thread that waits on the queue makes nothing: it must answer Redis in time, or others
 * would take its jobs for lost.
 */
export class Press {
  readonly #threads: Thread[]

  constructor(plan: PressPlan, jobs: number) {
    this.#threads = Array.from({ length: jobs }, () => new Thread(plan))
  }

  /** Never called more often at once than there are threads. */
  async make(slip: Slip): Promise<Made> {
    const free = this.#threads.filter((t) => !t.busy)
    const { language } = slip.order
    // Fonts and texts of a language that a thread knows already are not read again.
    const thread = free.find((t) => t.languages.has(language)) ?? free.find((t) => t.languages.size === 0) ?? free[0]!
    return thread.make(slip)
  }

  /** Ends its threads as soon as none of them makes a leaflet. */
  async close(): Promise<void> {
    await Promise.all(this.#threads.map((t) => t.close()))
  }
}

class Thread {
  readonly languages = new Set<string>()
  readonly #plan: PressPlan
  #worker: Worker | undefined
  #making: Promise<unknown> | undefined
  #fail: (error: Error) => void = () => undefined

  constructor(plan: PressPlan) {
    this.#plan = plan
  }

  get busy(): boolean {
    return this.#making !== undefined
  }

  async make(slip: Slip): Promise<Made> {
    this.languages.add(slip.order.language)
    const making = this.#make(slip)
    this.#making = making.catch(() => undefined)
    try {
      return await making
    } finally {
      this.#making = undefined
    }
  }

  async #make(slip: Slip): Promise<Made> {
    // Sources under test have no such file.
    if (!existsSync(SCRIPT)) return answerOf(await printHere(slip, counterOf(this.#plan)))
    const worker = (this.#worker ??= this.#start())
    let timer: NodeJS.Timeout | undefined
    const printed = new Promise<Printed>((resolve, reject) => {
      worker.once('message', resolve)
      this.#fail = reject
      timer = setTimeout(() => {
        reject(new Error(`it was not made within ${LIMIT / 60_000} minutes`))
        this.#worker = undefined
        void worker.terminate()
      }, LIMIT)
    })
    worker.postMessage(slip)
    try {
      return answerOf(await printed)
    } finally {
      clearTimeout(timer)
      worker.removeAllListeners('message')
    }
  }

  #start(): Worker {
    const worker = new Worker(SCRIPT, { workerData: this.#plan })
    const end = (error: Error): void => {
      // One that was given up ends later, when another is in its place.
      if (this.#worker !== worker) return
      this.#worker = undefined
      this.#fail(error)
    }
    worker.on('error', end)
    worker.on('exit', (code) => {
      end(new Error(`the thread that made it ended (exit code ${code})`))
    })
    return worker
  }

  async close(): Promise<void> {
    await this.#making
    await this.#worker?.terminate()
    this.#worker = undefined
  }
}

function answerOf(printed: Printed): Made {
  if ('fault' in printed) throw new Error(printed.fault)
  return printed.made
}

export const counterOf = ({ folder, files }: PressPlan): Counter => new Counter(folder, shelfOf(files))

/** A leaflet that a thread is asked for; a fault of the program is an answer too, and leaves the thread alive. */
export async function printHere(slip: Slip, counter: Counter): Promise<Printed> {
  const { proof, release } = slip
  try {
    return { made: await makeHere(slip, counter, { proof, release }) }
  } catch (error) {
    return { fault: error instanceof Error ? error.message : `${leafletOf(slip)}: ${String(error)}` }
  }
}
