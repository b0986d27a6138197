import type { Task } from './make-task.js'

/** So many leaflets at a time: few enough that no thread has nothing to do while another has a whole share left. */
const SHARE = 12

interface Language {
  readonly tag: string
  readonly tasks: Task[]
  begun: boolean
}

/**
 * Deals out leaflets, those of a language together: its texts and fonts are then read once, and needed no more when
 * they are made.
 */
export class Shares {
  readonly #languages: readonly Language[]

  constructor(tasks: readonly Task[]) {
    const languages = new Map<string, Language>()
    for (const task of tasks) {
      const tag = task.order.language
      if (!languages.has(tag)) languages.set(tag, { tag, tasks: [], begun: false })
      languages.get(tag)!.tasks.push(task)
    }
    this.#languages = [...languages.values()]
  }

  /**
   * The next leaflets, all of one language: of `open`, whose files are at hand, as long as there are any; then of a
   * language that nobody has begun; then some of those that are most. None is left: undefined.
   */
  next(open?: string): readonly Task[] | undefined {
    const left = this.#languages.filter((l) => l.tasks.length > 0)
    const most = left.reduce<Language | undefined>((a, b) => (a && a.tasks.length >= b.tasks.length ? a : b), undefined)
    const language = left.find((l) => l.tag === open) ?? left.find((l) => !l.begun) ?? most
    if (!language) return undefined
    language.begun = true
    return language.tasks.splice(0, SHARE)
  }
}
