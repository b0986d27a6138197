import { distance, finding, type Finding, type Place } from '../report/index.js'
import type { Catalogue } from './catalogue.js'

/** Says that the English has no text for a key, and which was perhaps meant. */
export const keyUnknown = ({ messages }: Catalogue, key: string, place: Place): Finding =>
  finding('key-unknown', place, { key, near: nearKeys(key, [...messages.keys()])[0] ?? '' })

const MOST = 4

/** Keys that somebody may have meant: those that hold what was typed, then those that differ in a few letters. */
export function nearKeys(asked: string, known: readonly string[]): string[] {
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
