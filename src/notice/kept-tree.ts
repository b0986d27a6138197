import { Kept, keptFor } from '../memory/index.js'
import type { Tree } from './markup-tree.js'
import { readXml, type XmlElement, type XmlNode } from './xml.js'

/** Messages and values stand in the markup as numbers: leaflets that differ in a date alone have the same. */
const xml = new Kept<string, ReturnType<typeof readXml>>(16)
export const keptXml = (markup: string): ReturnType<typeof readXml> =>
  xml.get(markup) ?? xml.set(markup, readXml(markup))

/** The tree last made from the same markup. */
const lastOf = keptFor<XmlElement, { tree?: Tree }>(() => ({}))

/** Blocks that say the same as last time are the same objects, so that what was made from them need not be made again. */
export function asBefore(root: XmlElement, tree: Tree): Tree {
  const last = lastOf(root)
  return (last.tree = last.tree ? (alike(last.tree, tree) as Tree) : tree)
}

/** The second value, with the first in its place, or parts of the first in place of its parts, where they are equal. */
function alike(before: unknown, now: unknown): unknown {
  if (before === now || typeof before !== 'object' || typeof now !== 'object' || !before || !now) return now
  if (Array.isArray(before) !== Array.isArray(now) || isText(now)) return now
  const [old, fresh] = [before as Record<string, unknown>, now as Record<string, unknown>]
  const keys = Object.keys(fresh)
  let same = keys.length === Object.keys(old).length
  for (const key of keys) {
    fresh[key] = alike(old[key], fresh[key])
    same &&= fresh[key] === old[key]
  }
  return same ? before : now
}

interface Input {
  readonly kind: 'text' | 'value'
  readonly number: number
}
/** Texts that say the same are the same object already (see textOf in markup-tree.ts): no need to look into others. */
const isText = (value: object): boolean => Array.isArray(value) && 'origin' in Object(value[0])

/** The messages and values within an element, in order. */
export const inputsIn = keptFor(({ children }: XmlElement): Input[] => children.flatMap(inputsOf))
const inputsOf = (node: XmlNode): Input[] => {
  if (typeof node === 'string') return []
  const number = Number(node.attributes['n'])
  if (node.name === 'm') return [{ kind: 'text', number }]
  return node.name === 'v' ? [{ kind: 'value', number }] : inputsIn(node)
}
