import type { Task } from './make-task.js'

interface Language {
  readonly tag: string
  readonly tasks: readonly Task[]
}

/**
 * Deals out leaflets to threads, those of a language together where that leaves no thread idle: its texts and fonts are
 * then read once, and needed no more when they are made. Which are given out stands in memory that all threads share.
 */
export class Shares {
  readonly #languages: readonly Language[]
  /** By language: how many of its leaflets are given out, or more; then 1 if a thread has begun it. */
  readonly #counts: Int32Array

  /** `memory`: of the shares of the same leaflets in another thread. */
  constructor(
    readonly tasks: readonly Task[],
    memory?: SharedArrayBuffer,
  ) {
    const languages = new Map<string, Task[]>()
    for (const task of tasks) {
      const { language } = task.order
      const known = languages.get(language)
      if (known) known.push(task)
      else languages.set(language, [task])
    }
    this.#languages = [...languages].map(([tag, own]) => ({ tag, tasks: own }))
    this.#counts = new Int32Array(memory ?? new SharedArrayBuffer(languages.size * 8))
  }

  get memory(): SharedArrayBuffer {
    return this.#counts.buffer as SharedArrayBuffer
  }

  /**
   * A leaflet that no thread has: of the language `open`, whose files are at hand, as long as there is one; then of a
   * language that no thread has begun; then of the one with most left. None is left: undefined.
   */
  next(open?: string): Task | undefined {
    const own = this.#languages.findIndex((l) => l.tag === open)
    let task = own < 0 ? undefined : this.#take(own)
    for (let i = 0; !task && i < this.#languages.length; i++) if (this.#begin(i)) task = this.#take(i)
    while (!task) {
      const most = this.#mostLeft()
      if (most < 0) return undefined
      // Another thread may have been quicker.
      task = this.#take(most)
    }
    return task
  }

  #take(language: number): Task | undefined {
    return this.#languages[language]!.tasks[Atomics.add(this.#counts, language, 1)]
  }

  #begin(language: number): boolean {
    return Atomics.exchange(this.#counts, this.#languages.length + language, 1) === 0
  }

  #mostLeft(): number {
    let [most, place] = [0, -1]
    for (const [i, { tasks }] of this.#languages.entries()) {
      const left = tasks.length - Atomics.load(this.#counts, i)
      if (left > most) [most, place] = [left, i]
    }
    return place
  }
}
