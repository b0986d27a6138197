import type { Place } from '../report/index.js'

/** The command line as a place: findings about what was asked for point into it. */
export class CommandLine {
  readonly #text: string

  constructor(args: readonly string[]) {
    this.#text = ['doorstep', ...args.map((a) => (/\s/.test(a) ? JSON.stringify(a) : a))].join(' ')
  }

  placeOf(asked: string): Place {
    const at = this.#text.indexOf(asked)
    return { file: 'command line', line: 1, column: Math.max(0, at) + 1, excerpt: this.#text }
  }
}

/** A list as people type it: `tr,ar` or `tr, ar`. */
export const listOf = (text: string): string[] => text.split(',').map((s) => s.trim()).filter((s) => s !== '') // prettier-ignore
