import type { JsonPath } from '../locale/index.js'
import { withKey, type Place } from '../report/index.js'
import type { Notice } from './notice-file.js'

/** A key that a notice names, and where. */
export interface NamedKey {
  /** Whole: `namespace:path`. */
  readonly key: string
  readonly path: JsonPath
}

/** Names in a notice whose values are keys. */
const KEY_NAMES = new Set(['title', 'name', 'heading', 'paragraph', 'list', 'text', 'closing'])

/** All keys that a notice names, in its order: the pictures' alternative texts and the hard words too. */
export function namedKeys({ title, services, sections, closing, easyRead }: Notice): NamedKey[] {
  const keys: NamedKey[] = []
  const walk = (value: unknown, path: JsonPath): void => {
    const name = path.findLast((step) => typeof step === 'string') ?? ''
    if (Array.isArray(value)) for (const [i, child] of value.entries()) walk(child, [...path, i])
    else if (typeof value === 'object' && value !== null)
      for (const [child, inner] of Object.entries(value)) walk(inner, [...path, child])
    else if (typeof value !== 'string') return
    else if (KEY_NAMES.has(name)) keys.push({ key: value, path })
    else if (name === 'picture') keys.push({ key: `pictures:${value}`, path })
    else if (name === 'order')
      for (const part of ['term', 'meaning']) keys.push({ key: `${easyRead.namespace}:words.${value}.${part}`, path })
  }
  walk({ title, services, sections, closing, easyRead }, [])
  return keys
}

/** Where a notice names a key first. Looked for when a finding needs it: of 45 notices all places were 4 MB a thread. */
export function placeOfKey(notice: Notice, key: string): Place | undefined {
  const named = namedKeys(notice).find((k) => k.key === key)
  return named && withKey(notice.place(named.path), key)
}
