import type { Catalogue } from './catalogue.js'
import { keysNeeded } from './plural.js'
import { stateOf, type State } from './review.js'

/** How many texts of a language stand where. */
export type Status = Readonly<Record<State, number>>

/** Counts what the English has; texts that it lacks are orphans and count nowhere. */
export function statusOf(source: Catalogue, target: Catalogue): Status {
  const counts = { missing: 0, 'needs-editing': 0, draft: 0, reviewed: 0, approved: 0 }
  for (const key of keysNeeded(source, target.locale.tag)) counts[stateOf({ source, target }, key)]++
  return counts
}
