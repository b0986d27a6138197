import type { JsonPath } from '../locale/index.js'
import { finding, type Finding, type Place } from '../report/index.js'

/** Ids of a list, each with its path in the file. */
export type PlacedIds = readonly { readonly id: string; readonly path: JsonPath }[]

/** Ids that stand a second time in a list where each may stand once: found there. */
export function namedTwice(ids: PlacedIds, place: (path: JsonPath) => Place): Finding[] {
  const seen = new Set<string>()
  return ids.flatMap(({ id, path }) => {
    const isSecond = seen.has(id)
    seen.add(id)
    if (!isSecond) return []
    return [finding('json-shape', place(path), { path: path.join('.'), problem: `"${id}" stands here a second time` })]
  })
}
