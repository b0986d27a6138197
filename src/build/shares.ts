import { keep } from '../memory/index.js'
import type { Task } from './make-task.js'

/** Leaflets of a language. */
export interface Share {
  readonly tag: string
  readonly count: number
  readonly tasks: () => readonly Task[]
}
/** The same for another thread, as JSON: of ten thousand, it has the few hundred before it that it is at. */
export interface WrittenShare extends Omit<Share, 'tasks'> {
  readonly tasks: string
}

/** Leaflets by language, in the order in which each first comes. */
export function sharesOf(tasks: readonly Task[]): Share[] {
  const languages = new Map<string, Task[]>()
  for (const task of tasks) keep(languages, task.order.language, () => []).push(task)
  return [...languages].map(([tag, own]) => ({ tag, count: own.length, tasks: () => own }))
}

export const written = ({ tag, count, tasks }: Share): WrittenShare => ({ tag, count, tasks: JSON.stringify(tasks()) })

export const readShare = ({ tag, count, tasks }: WrittenShare): Share => ({
  tag,
  count,
  tasks: () => JSON.parse(tasks) as Task[],
})

/**
 * Deals out leaflets to threads, those of a language together where that leaves no thread idle: its texts and fonts are
 * then read once, and needed no more when they are made. Which are given out stands in memory that all threads share.
 */
export class Shares {
  /** By language: how many of its leaflets are given out, or more; then 1 if a thread has begun it. */
  readonly #counts: Int32Array
  #open: { readonly share: Share; readonly tasks: readonly Task[] } | undefined

  /** `memory`: of the shares of the same leaflets in another thread. */
  constructor(
    readonly languages: readonly Share[],
    memory?: SharedArrayBuffer,
  ) {
    this.#counts = new Int32Array(memory ?? new SharedArrayBuffer(languages.length * 8))
  }

  get memory(): SharedArrayBuffer {
    return this.#counts.buffer as SharedArrayBuffer
  }

  /**
   * A leaflet that no thread has: of the language `open`, whose files are at hand, as long as there is one; then of a
   * language that no thread has begun; then of the one with most left. None is left: undefined.
   */
  next(open?: string): Task | undefined {
    const own = this.languages.findIndex((l) => l.tag === open)
    let task = own < 0 ? undefined : this.#take(own)
    for (let i = 0; !task && i < this.languages.length; i++) if (this.#begin(i)) task = this.#take(i)
    while (!task) {
      const most = this.#mostLeft()
      if (most < 0) return undefined
      // Another thread may have been quicker.
      task = this.#take(most)
    }
    return task
  }

  #take(language: number): Task | undefined {
    const share = this.languages[language]!
    const place = Atomics.add(this.#counts, language, 1)
    if (place >= share.count) return undefined
    if (this.#open?.share !== share) this.#open = { share, tasks: share.tasks() }
    return this.#open.tasks[place]
  }

  #begin(language: number): boolean {
    return Atomics.exchange(this.#counts, this.languages.length + language, 1) === 0
  }

  #mostLeft(): number {
    let [most, place] = [0, -1]
    for (const [i, { count }] of this.languages.entries()) {
      const left = count - Atomics.load(this.#counts, i)
      if (left > most) [most, place] = [left, i]
    }
    return place
  }
}
