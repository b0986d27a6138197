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

  asked({ own, foreign, drafts }: Asked): Asked {
    return { own: this.list(own), foreign: this.list(foreign), drafts: this.list(drafts) }
  }

  list(list: readonly string[]): readonly string[] {
    return keep(this.#lists, sha256(list.join('\n')), () => list)
  }

  finding(finding: Finding): Finding {
    const text = JSON.stringify(finding)
    // Read anew: a line that it shows may be a slice of a file, which would stay in memory whole.
    return keep(this.#findings, sha256(text), () => JSON.parse(text) as Finding)
  }
}
