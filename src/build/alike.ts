import { keep } from '../memory/index.js'
import type { Finding } from '../report/index.js'
import type { Asked } from './dependencies.js'
import { sha256 } from './seen.js'

/**
 * Makes equal things one. Leaflets of one notice, service and format ask for the same keys in every language, and those
 * of one language have the same findings; what comes from another thread is a copy of its own each time. Of ten thousand
 * leaflets these were a hundred megabytes.
 */
export class Alike {
  readonly #lists = new Map<string, readonly string[]>()
  readonly #findings = new Map<string, Finding>()
  readonly #asked = new Map<string, Asked>()
  readonly #words = new Map<string, string>()

  asked({ own, foreign, drafts }: Asked): Asked {
    const list = (one: readonly string[]): readonly string[] => keep(this.#lists, sha256(one.join('\n')), () => one)
    const print = sha256(JSON.stringify([own, foreign, drafts]))
    return keep(this.#asked, print, () => ({ own: list(own), foreign: list(foreign), drafts: list(drafts) }))
  }

  finding(finding: Finding): Finding {
    const text = JSON.stringify(finding)
    // Read anew: a line that it shows may be a slice of a file, which would stay in memory whole.
    return keep(
      this.#findings,
      sha256(text),
      () => JSON.parse(text, (name, value) => this.#one(name, value)) as Finding,
    )
  }

  /** Titles, fixes, names of files and keys come again and again; lines of files do not. */
  #one(name: string, value: unknown): unknown {
    return typeof value === 'string' && name !== 'excerpt' ? keep(this.#words, value, () => value) : value
  }
}
