import type { Place } from '../report/index.js'
import { DAY_OF_ENVIRONMENT } from './today.js'

/** The command line as a place: findings about what was asked for point into it. */
export class CommandLine {
  readonly #text: string

  constructor(args: readonly string[]) {
    const words = ['doorstep', ...args.map((a) => (/\s/.test(a) || a === '' ? JSON.stringify(a) : a))]
    // It is shown in findings: without the passwords of addresses.
    this.#text = words
      .join(' ')
      .replace(/(\w:\/\/)([^\s/@:]*):[^\s"]*@/g, (_, scheme: string, user: string) =>
        user === '' ? scheme : `${scheme}${user}@`,
      )
  }

  /** Where a word of it stands; the start of the line for what nobody typed, such as a default. */
  placeOf(asked: string): Place {
    if (asked.startsWith(DAY_OF_ENVIRONMENT))
      return { file: 'environment', line: 1, column: DAY_OF_ENVIRONMENT.length + 1, excerpt: asked }
    const name = asked.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    // A whole word: "s" is no part of "doorstep", nor "en" of "--languages=en-GB".
    const at = new RegExp(`(?<=[\\s,="])${name}(?=[\\s,"]|$)`).exec(this.#text)?.index ?? 0
    return { file: 'command line', line: 1, column: at + 1, excerpt: this.#text }
  }
}

/** A list as people type it: `tr,ar`, `tr, ar`, `tr ar` or `tr;ar`. */
export const listOf = (text: string): string[] => text.split(/[,;\s]+/).filter((s) => s !== '')
