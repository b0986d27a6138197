import { distance } from '../report/index.js'
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

const MOST = 4

/** Keys that somebody may have meant: those that hold what was typed, then those that differ in a few letters. */
function nearKeys(asked: string, known: readonly string[]): string[] {
  const typed = (asked.replaceAll('*', '').split(':').at(-1) ?? '').toLowerCase().slice(0, 100)
  if (typed === '') return []
  const far = (key: string): number => {
    const path = key.slice(key.indexOf(':') + 1).toLowerCase()
    if (path.includes(typed)) return 0
    const last = path.slice(path.lastIndexOf('.') + 1)
    const typedLast = typed.slice(typed.lastIndexOf('.') + 1)
    return Math.min(distance(path, typed) / typed.length, 0.1 + distance(last, typedLast) / (typedLast.length || 1))
  }
  return known
    .map((key) => ({ key, far: far(key) }))
    .filter((k) => k.far <= 0.5)
    .sort((a, b) => a.far - b.far)
    .slice(0, MOST)
    .map((k) => k.key)
}
