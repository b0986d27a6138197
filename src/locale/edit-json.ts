// jsonc-parser gives each value with its place, so that what is not edited stays as it was, byte for byte. Its own
// `modify` is not used: it formats what stands around an edit.
import { findNodeAtLocation, parseTree, type Node } from 'jsonc-parser'

/** Keys without their namespace. */
export interface MessageEdits {
  /** Path → new text. */
  readonly texts: ReadonlyMap<string, string>
  /** All paths that the file may have, in the order in which they should stand. */
  readonly order: readonly string[]
}

/**
 * A file of messages with some texts changed or added. Order, indentation, line ends and the escapes of all others stay.
 * A text that is new stands after the nearest one before it in `order`. Gives the path that there is no room for, where
 * a text stands and an object should, or the other way round.
 */
export function editMessages(
  json: string | undefined,
  { texts, order }: MessageEdits,
): { text: string } | { blocked: string } {
  let text = json ?? '{}\n'
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : ''
  text = text.slice(mark.length)
  const inOrder = [...texts.keys()].sort((a, b) => order.indexOf(a) - order.indexOf(b))
  for (const path of inOrder) {
    const edited = editOne(text, path.split('.'), { value: texts.get(path)!, order })
    if (edited === undefined) return { blocked: path }
    text = edited
  }
  return { text: mark + text }
}

interface Edit {
  readonly value: string
  readonly order: readonly string[]
}

function editOne(text: string, path: readonly string[], { value, order }: Edit): string | undefined {
  const root = parseTree(text)
  const there = root && findNodeAtLocation(root, [...path])
  if (there) return there.type === 'string' ? replace(text, there, JSON.stringify(value)) : undefined
  // The deepest object that is there gets all that is missing below it.
  let depth = path.length - 1
  let parent = root && nodeAt(root, path.slice(0, depth))
  while (!parent && depth > 0) parent = root && nodeAt(root, path.slice(0, --depth))
  if (parent?.type !== 'object') return undefined
  const style = styleOf(text)
  const open = text.slice(0, parent.offset).match(/(?:^|\n)([ \t]*)[^\n]*$/)?.[1] ?? ''
  const inner = (parent.children?.[0] && indentAt(text, parent.children[0])) ?? open + style.indent
  const property = nested(path.slice(depth), value, { ...style, indent: style.indent, at: inner })
  return insert(text, parent, {
    property,
    after: neighbour(parent, path.slice(0, depth + 1), order),
    inner,
    open,
    end: style.end,
  })
}

const nodeAt = (root: Node, path: readonly string[]): Node | undefined =>
  path.length === 0 ? root : findNodeAtLocation(root, [...path])
const replace = (text: string, { offset, length }: Node, by: string): string =>
  text.slice(0, offset) + by + text.slice(offset + length)

/** The property after which a new one stands: the last before it in the order; none if it comes first. */
function neighbour(parent: Node, path: readonly string[], order: readonly string[]): Node | undefined {
  const above = path
    .slice(0, -1)
    .map((name) => `${name}.`)
    .join('')
  const names = [...new Set(order.filter((p) => p.startsWith(above)).map((p) => p.slice(above.length).split('.')[0]!))]
  const before = new Set(names.slice(0, names.indexOf(path.at(-1)!)))
  return parent.children?.findLast((property) => before.has(String(property.children?.[0]?.value)))
}

interface Insertion {
  readonly property: string
  readonly after: Node | undefined
  /** Indentation of the properties, and of the line on which the object opens. */
  readonly inner: string
  readonly open: string
  readonly end: string
}

function insert(text: string, parent: Node, { property, after, inner, open, end }: Insertion): string {
  const put = (at: number, what: string): string => text.slice(0, at) + what + text.slice(at)
  if (after) return put(after.offset + after.length, `,${end}${inner}${property}`)
  const first = parent.children?.[0]
  if (first) return put(first.offset, `${property},${end}${inner}`)
  return replace(text, parent, `{${end}${inner}${property}${end}${open}}`)
}

interface Style {
  readonly indent: string
  readonly end: string
}

/** `"a": { "b": "text" }` over as many lines as it needs. */
function nested([name, ...rest]: readonly string[], value: string, style: Style & { at: string }): string {
  const { at, indent, end } = style
  const own = `${JSON.stringify(name)}: `
  if (rest.length === 0) return own + JSON.stringify(value)
  return `${own}{${end}${at}${indent}${nested(rest, value, { ...style, at: at + indent })}${end}${at}}`
}

/** How the file is written: its first indentation, its line ends. */
const styleOf = (text: string): Style => ({
  indent: /\n([ \t]+)"/.exec(text)?.[1] ?? '  ',
  end: text.includes('\r\n') ? '\r\n' : '\n',
})

/** What stands before a property on its line, if nothing but space does. */
const indentAt = (text: string, { offset }: Node): string | undefined => {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset)
  return /^[ \t]*$/.test(line) && offset > 0 && text.includes('\n') ? line : undefined
}
