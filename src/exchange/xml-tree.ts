// saxes 6.0: strict, knows no document types (so that no entity can be declared and none can grow), says where it is by
// `position`, which counts UTF-16 units of the whole text as long as that is written in one piece.
import { SaxesParser, type SaxesTagNS } from 'saxes'
import { slipAfter, type XmlSlip } from './xml-slip.js'

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

export type XmlProblem = XmlSlip
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
  /** The element that was closed last, be it by a tag that closes another. */
  let closed: XmlElement | undefined
  const pass = (): void => {
    ended = parser.position
  }
  const words = (piece: string): void => {
    open.at(-1)?.children.push({ text: piece, at: ended })
  }

  const whatAndWhere = (message: string): [words: string, at?: number | undefined] => {
    const unclosed = /unclosed tag: (\S+?)\.?$/.exec(message)?.[1]
    if (unclosed !== undefined) return [`<${unclosed}> is opened and not closed`, open.at(-1)?.at ?? closed?.at]
    if (/unexpected close tag|unmatched closing tag/.test(message)) {
      const tag = text.slice(text.lastIndexOf('<', parser.position - 1), parser.position)
      const name = /^<\/(?:[^\s>:]+:)?([^\s>]+)/.exec(tag)?.[1] ?? ''
      if (message.includes('unmatched')) return [`${tag} closes nothing`]
      const inside = `<${closed?.name ?? ''}>`
      const isOpen = [...open, closed].some((element) => element?.name === name)
      return [isOpen ? `${inside} is still open where ${tag} stands` : `${tag} closes nothing: ${inside} is open here`]
    }
    if (message.includes('outside of root')) return [plainWords(message), ended + text.slice(ended).search(/\S/)]
    if (message.includes('malformed character entity')) return [plainWords(message), text.lastIndexOf('&', parser.position)] // prettier-ignore
    return message.includes('disallowed') ? [plainWords(message), parser.position - 1] : [plainWords(message)]
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
    closed = open.pop()
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
    // saxes reads the name of an entity up to the next semicolon and a value up to the next quotation mark, pages further
    // on, and says what it meets there.
    const slip = slipAfter(text, ended)
    if (slip) {
      problem = slip
      throw STOP
    }
    const [words, at] = whatAndWhere(error.message)
    refuse(words.slice(0, 200), at)
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
  const prefix = /unbound namespace prefix: (\S+?)\.?$/.exec(message)?.[1]
  if (prefix !== undefined) return `nothing says what the prefix ${prefix} means`
  const plain = Object.entries(PLAIN).find(([words]) => message.includes(words))?.[1]
  return plain ?? message.replace(/^\d+:\d+: /, '').replace(/\.$/, '')
}

const PLAIN: Readonly<Record<string, string>> = {
  'must contain a root element': 'it has no element',
  'text data outside of root': 'words stand outside of all elements',
  'may contain only one root': 'a second element stands behind the one that should hold everything',
  'XML declaration must': '<?xml …?> stands here, and not at the very start of the file',
  'malformed character entity': 'a number here stands for a letter that XML does not allow',
  'disallowed in char data': 'a text holds "]]>", which is written ]]&gt;',
  'malformed comment': 'a comment may not hold "--"',
  'disallowed character': 'a letter or an invisible sign stands here that XML does not allow',
}

/** Elements among the children, with a name. */
export const childrenOf = (element: XmlElement, name?: string): XmlElement[] =>
  element.children.filter((c): c is XmlElement => isElement(c) && (name === undefined || c.name === name))

/** All text in an element, however deep. */
export const textOf = (element: XmlElement): string =>
  element.children.map((child) => (isElement(child) ? textOf(child) : child.text)).join('')
