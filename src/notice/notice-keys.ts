import type { JsonPath } from '../locale/index.js'
import { withKey, type Place } from '../report/index.js'

/** A key that a notice names, and where. */
export interface PlacedKey {
  /** Whole: `namespace:path`. */
  readonly key: string
  readonly place: Place
}

/** Names in a notice file whose values are keys. */
const KEY_NAMES = new Set(['title', 'name', 'heading', 'paragraph', 'list', 'text', 'closing'])

/** All keys that a notice file names, in its order: the pictures' alternative texts and the hard words too. */
export function placedKeys(
  file: { readonly namespace: string; readonly easyRead: { readonly namespace: string } },
  place: (path: JsonPath) => Place,
): PlacedKey[] {
  const keys: PlacedKey[] = []
  const add = (key: string, path: JsonPath): unknown => keys.push({ key, place: withKey(place(path), key) })
  const walk = (value: unknown, path: JsonPath): void => {
    const name = path.findLast((step) => typeof step === 'string') ?? ''
    const namespace = path[0] === 'easyRead' ? file.easyRead.namespace : file.namespace
    if (Array.isArray(value)) for (const [i, child] of value.entries()) walk(child, [...path, i])
    else if (typeof value === 'object' && value !== null)
      for (const [child, inner] of Object.entries(value)) walk(inner, [...path, child])
    else if (typeof value !== 'string') return
    else if (KEY_NAMES.has(name)) add(value.includes(':') ? value : `${namespace}:${value}`, path)
    else if (name === 'picture') add(`pictures:${value}`, path)
    else if (name === 'order') for (const part of ['term', 'meaning']) add(`${namespace}:words.${value}.${part}`, path)
  }
  walk(file, [])
  return keys
}
