import { stateName } from '../locale/index.js'
import { someOf } from '../report/index.js'
import type { LeafletImpact } from './impact.js'

/** Of a language that nobody has begun a leaflet waits for all its texts. */
const MOST = 6

/** What a leaflet waits for: each text, or how many when they are more than a person would read. */
export function waitsSaid({ waitsFor, texts }: Pick<LeafletImpact, 'waitsFor' | 'texts'>): string[] {
  const states = [...new Set(waitsFor.map((text) => text.state))]
  return states.flatMap((state) => {
    const keys = waitsFor.filter((text) => text.state === state).map((text) => text.key)
    const name = stateName(state)
    if (keys.length <= MOST) return keys.map((key) => `${key} (${name})`)
    return [`${keys.length} of ${texts} texts are ${name}: ${someOf(keys, MOST)}`]
  })
}
