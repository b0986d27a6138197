import { SaxesParser } from 'saxes'

/** An element of a small XML text. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlNode[]
}
export type XmlNode = XmlElement | string

/** Elements within each other: no leaflet needs ten, no picture twenty, and each costs readers room on their stack. */
const DEEPEST = 100

/** Leaves the parser; no failure of anything. */
const STOP = new Error('reading stops here')

/** Reads XML of one root element. Document types and processing instructions are refused: nothing here needs them. */
export function readXml(text: string): { readonly root?: XmlElement; readonly problem?: string } {
  const top: XmlNode[] = []
  const open: { element: XmlElement; children: XmlNode[] }[] = []
  let problem: string | undefined
  let closed: string | undefined
  const refuse = (what: string): void => {
    problem ??= what
  }
  const parser = new SaxesParser({ xmlns: false })
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length === DEEPEST) {
      refuse(`its elements stand more than ${DEEPEST} deep within each other`)
      // Going on would take minutes: of all that is open, saxes looks through all for each that follows.
      throw STOP
    }
    const children: XmlNode[] = []
    open.push({ element: { name, attributes, children }, children })
  })
  parser.on('closetag', () => {
    const done = open.pop()
    closed = done?.element.name
    if (done) (open.at(-1)?.children ?? top).push(done.element)
  })
  parser.on('text', (piece) => (open.at(-1)?.children ?? top).push(piece))
  parser.on('cdata', (piece) => (open.at(-1)?.children ?? top).push(piece))
  parser.on('doctype', () => {
    refuse('it has a <!DOCTYPE>')
  })
  parser.on('processinginstruction', () => {
    refuse('it has a processing instruction <? ?>')
  })
  parser.on('error', (error) => {
    const words = plainWords(error.message, closed)
    // Of a close that fits nothing, saxes complains about all that is open first, and only then says so.
    if (words.endsWith('closes nothing') && problem === `<${closed ?? ''}> is not closed` && open.length === 0)
      problem = words
    refuse(words)
  })
  try {
    parser.write(text).close()
  } catch (error) {
    if (error !== STOP) throw error
  }
  const root = top.find((node) => typeof node !== 'string')
  if (problem !== undefined) return { problem }
  return root ? { root } : { problem: 'it has no element' }
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
