import { nearKeys } from '../locale/index.js'
import { matchKeys } from './match-keys.js'

/** What a person meant by a key: `several` where they can mean one of them only. */
export type KeysFound =
  | { readonly kind: 'found' | 'several'; readonly keys: readonly string[] }
  | { readonly kind: 'none'; readonly near: readonly string[] }

/**
 * Keys as people type them: whole, without the namespace, by the last part or parts, or as a pattern with `*`, which
 * may mean several.
 *
 *   rights:items.access   items.access   access   rights.*
 */
export function findKeys(asked: string, known: readonly string[]): KeysFound {
  if (known.includes(asked)) return { kind: 'found', keys: [asked] }
  if (asked.includes('*')) {
    const keys = matchKeys([asked], known)
    return keys.length > 0 ? { kind: 'found', keys } : { kind: 'none', near: nearKeys(asked, known) }
  }
  for (const ending of [`:${asked}`, `.${asked}`]) {
    const keys = known.filter((key) => key.endsWith(ending))
    if (keys.length > 0) return { kind: keys.length === 1 ? 'found' : 'several', keys }
  }
  return { kind: 'none', near: nearKeys(asked, known) }
}
