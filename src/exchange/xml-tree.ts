// saxes 6.0: strict, knows no document types (so that no entity can be declared and none can grow), says where it is by
// `position`, which counts UTF-16 units of the whole text as long as that is written in one piece.
import { SaxesParser, type SaxesTagNS } from 'saxes'

/** An element, with the offset in the file where its tag starts, and where what is in it starts. */
export interface XmlElement {
  readonly uri: string
  readonly name: string
  /** By local name; those of a foreign namespace as `uri name`. */
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly XmlNode[]
  readonly at: number
  readonly inside: number
}
export interface XmlWords {
  readonly text: string
  readonly at: number
}
export type XmlNode = XmlElement | XmlWords
export const isElement = (node: XmlNode): node is XmlElement => 'children' in node

export interface XmlProblem {
  readonly words: string
  readonly at: number
}
export interface XmlTree {
  readonly root?: XmlElement
  readonly encoding?: string
  /** The first one: what a parser says after it lost its way helps nobody. */
  readonly problem?: XmlProblem
}

/** Enough for any translator's file, and little enough for any machine. */
const MOST_ELEMENTS = 1_000_000
const MOST_DEPTH = 200

/** Leaves the parser; no failure of anything. */
const STOP = new Error('reading stops here')

/** Reads XML with namespaces. Comments and processing instructions are passed over, document types refused. */
export function readTree(text: string): XmlTree {
  const parser = new SaxesParser({ xmlns: true })
  const open: (XmlElement & { readonly children: XmlNode[] })[] = []
  let root: XmlElement | undefined
  let problem: XmlProblem | undefined
  let encoding: string | undefined
  let elements = 0
  /** Where the last tag, comment or the like ended. */
  let ended = 0
  const refuse = (words: string, at = Math.max(0, text.lastIndexOf('<', parser.position - 1))): void => {
    problem = { words, at }
    // Going on would cost minutes: of 100,000 elements that are open, saxes looks through all for each that follows.
    throw STOP
  }
  const pass = (): void => {
    ended = parser.position
  }
  const words = (piece: string): void => {
    open.at(-1)?.children.push({ text: piece, at: ended })
  }

  parser.on('xmldecl', (declared) => {
    encoding = declared.encoding
    pass()
  })
  parser.on('doctype', () => {
    refuse('it has a <!DOCTYPE>, which could declare entities')
  })
  parser.on('opentag', (tag) => {
    if (++elements > MOST_ELEMENTS) refuse(`it has more than ${MOST_ELEMENTS} elements`)
    if (open.length >= MOST_DEPTH) refuse(`its elements are nested deeper than ${MOST_DEPTH}`)
    const element = elementOf(tag, { at: text.lastIndexOf('<', parser.position - 1), inside: parser.position })
    ;(open.at(-1)?.children ?? []).push(element)
    root ??= element
    open.push(element)
    pass()
  })
  parser.on('closetag', () => {
    open.pop()
    pass()
  })
  parser.on('text', words)
  parser.on('cdata', (piece) => {
    ended = parser.position - piece.length - ']]>'.length
    words(piece)
    pass()
  })
  parser.on('comment', pass)
  parser.on('processinginstruction', pass)
  parser.on('error', (error) => {
    // saxes reads the name of an entity up to the next semicolon, pages further on.
    const bare = error.message.includes('entity') ? text.slice(ended).search(/&(?!#?\w+;)/) : -1
    if (bare >= 0) refuse('an "&" stands here by itself; it is written &amp;', ended + bare)
    else refuse(plainWords(error.message).slice(0, 200))
  })
  try {
    parser.write(text).close()
  } catch (error) {
    if (error !== STOP) throw error
  }
  const found = { ...(root ? { root } : {}), ...(encoding === undefined ? {} : { encoding }) }
  return problem ? { ...found, problem } : found
}

function elementOf(tag: SaxesTagNS, where: { at: number; inside: number }): XmlElement & { children: XmlNode[] } {
  const attributes = new Map<string, string>()
  for (const { uri, local, value } of Object.values(tag.attributes))
    attributes.set(uri === '' ? local : `${uri} ${local}`, value)
  return { uri: tag.uri, name: tag.local, attributes, children: [], ...where }
}

/** saxes' words in plain ones, without its own line and column. */
function plainWords(message: string): string {
  const unclosed = /unclosed tag: (\S+)/.exec(message)?.[1]
  if (unclosed !== undefined) return `<${unclosed}> is opened and not closed`
  if (message.includes('unexpected close tag')) return 'a tag closes what is not the last one opened'
  const unopened = /unmatched closing tag: (\S+?)\.?$/.exec(message)?.[1]
  if (unopened !== undefined) return `</${unopened}> closes nothing`
  if (message.includes('undefined entity')) return 'it uses an entity that is not declared'
  if (message.includes('must contain a root element')) return 'it has no element'
  return message.replace(/^\d+:\d+: /, '').replace(/\.$/, '')
}

/** Elements among the children, with a name. */
export const childrenOf = (element: XmlElement, name?: string): XmlElement[] =>
  element.children.filter((c): c is XmlElement => isElement(c) && (name === undefined || c.name === name))

/** All text in an element, however deep. */
export const textOf = (element: XmlElement): string =>
  element.children.map((child) => (isElement(child) ? textOf(child) : child.text)).join('')
