import { SaxesParser } from 'saxes'

/** An element of a small XML text. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlNode[]
  /** Offset of its tag in the text. */
  readonly at: number
}
export type XmlNode = XmlElement | string

/** Elements within each other: no leaflet needs ten, no picture twenty, and each costs readers room on their stack. */
const DEEPEST = 100

/** Leaves the parser; no failure of anything. */
const STOP = new Error('reading stops here')

export interface XmlReading {
  readonly root?: XmlElement
  readonly problem?: string
  /** Offset of what the problem is about. */
  readonly at?: number
}

/** Reads XML of one root element. Document types and processing instructions are refused: nothing here needs them. */
export function readXml(text: string): XmlReading {
  const top: XmlNode[] = []
  const open: { element: XmlElement; children: XmlNode[] }[] = []
  let problem: { readonly words: string; readonly at: number } | undefined
  let closed: XmlElement | undefined
  /** Where the last tag or the like ended. */
  let ended = 0
  const refuse = (words: string, at: number): void => {
    problem ??= { words, at }
  }
  /** Start of the tag that the parser has just read. */
  const tagStart = (): number => Math.max(0, text.lastIndexOf('<', parser.position - 1))
  const parser = new SaxesParser({ xmlns: false })
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length === DEEPEST) {
      refuse(`its elements stand more than ${DEEPEST} deep within each other`, tagStart())
      // Going on would take minutes: of all that is open, saxes looks through all for each that follows.
      throw STOP
    }
    const children: XmlNode[] = []
    open.push({ element: { name, attributes, children, at: tagStart() }, children })
    pass()
  })
  parser.on('closetag', () => {
    const done = open.pop()
    closed = done?.element
    pass()
    if (done) (open.at(-1)?.children ?? top).push(done.element)
  })
  parser.on('text', (piece) => (open.at(-1)?.children ?? top).push(piece))
  parser.on('cdata', (piece) => (open.at(-1)?.children ?? top).push(piece))
  const pass = (): void => {
    ended = parser.position
  }
  parser.on('xmldecl', pass)
  parser.on('comment', pass)
  parser.on('doctype', () => {
    refuse('it has a <!DOCTYPE>', text.indexOf('<!', ended))
  })
  parser.on('processinginstruction', () => {
    refuse('it has a processing instruction <? ?>', text.indexOf('<?', ended))
  })
  parser.on('error', (error) => {
    const words = plainWords(error.message, closed?.name)
    const at = spotOf(words, error.message.includes('unclosed tag') ? open.at(-1)?.element : closed)
    // Of a close that fits nothing, saxes complains about all that is open first, and only then says so.
    if (
      words.endsWith('closes nothing') &&
      problem?.words === `<${closed?.name ?? ''}> is not closed` &&
      open.length === 0
    )
      problem = { words, at }
    refuse(words, at)
  })
  try {
    parser.write(text).close()
  } catch (error) {
    if (error !== STOP) throw error
  }
  const root = top.find((node) => typeof node !== 'string')
  if (problem !== undefined) return { problem: problem.words, at: problem.at }
  return root ? { root } : { problem: 'it has no element', at: 0 }

  function spotOf(words: string, left: XmlElement | undefined): number {
    if (words.endsWith('is not closed')) return left?.at ?? 0
    if (words.endsWith('closes nothing')) return tagStart()
    if (words.startsWith('words stand outside')) return ended + Math.max(0, text.slice(ended).search(/\S/))
    // A value whose end is missing goes on through what follows: its tag is the first after what was sound.
    const tag = text.indexOf('<', ended)
    return tag >= 0 && tag < parser.position ? tag : Math.max(0, Math.min(parser.position, text.length) - 1)
  }
}

/** saxes' words (6.0) in plain ones; its lines and columns are those of generated text and tell nobody anything. */
function plainWords(message: string, closed: string | undefined): string {
  const unclosed = /unclosed tag: (\S+)/.exec(message)?.[1]
  if (unclosed !== undefined) return `<${unclosed}> is not closed`
  // saxes closes the inner element first and complains afterwards.
  if (message.includes('unexpected close tag') && closed !== undefined) return `<${closed}> is not closed`
  const unopened = /unmatched closing tag: (\S+?)\.?$/.exec(message)?.[1]
  if (unopened !== undefined) return `</${unopened}> closes nothing`
  if (message.includes('document must contain a root element')) return 'it has no element'
  if (message.includes('text data outside of root')) return 'words stand outside of all elements'
  if (/attribute value|between attributes|attribute without|disallowed character/.test(message))
    return 'a quotation mark is missing in a tag, or a sign stands in it that XML does not allow'
  return message.replace(/^\d+:\d+: /, '').replace(/\.$/, '')
}
