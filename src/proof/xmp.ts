import { SaxesParser } from 'saxes'

/** The properties of an XMP packet (ISO 16684-1), such as `dc:title`, with their values in order. */
export type Xmp = ReadonlyMap<string, readonly XmpValue[]>
export interface XmpValue {
  readonly text: string
  /** Of an item of a language alternative, such as `x-default`. */
  readonly lang?: string
}

const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
/** Properties are known by their namespaces; the prefix that a packet gives them is its own affair. */
const PREFIXES: ReadonlyMap<string, string> = new Map([
  ['http://purl.org/dc/elements/1.1/', 'dc'],
  ['http://ns.adobe.com/xap/1.0/', 'xmp'],
  ['http://ns.adobe.com/pdf/1.3/', 'pdf'],
  ['http://www.aiim.org/pdfa/ns/id/', 'pdfaid'],
  ['http://www.aiim.org/pdfua/ns/id/', 'pdfuaid'],
  ['http://www.aiim.org/pdfa/ns/extension/', 'pdfaExtension'],
  ['http://www.aiim.org/pdfa/ns/schema#', 'pdfaSchema'],
])

/** A packet as read; one that is no XML has a problem and no properties. */
export interface XmpBack {
  readonly properties: Xmp
  readonly problem?: string
}

/** The x-default of a language alternative, the only value of anything else, several one after the other; or ''. */
export function said(xmp: Xmp, name: string): string {
  const values = xmp.get(name) ?? []
  const chosen = values.find((value) => value.lang === 'x-default')
  return chosen ? chosen.text : values.map((value) => value.text).join(' ')
}

/**
 * Reads the properties out of a packet: simple ones and lists (elements or attributes of `rdf:Description`), and the
 * simple fields of structures within them, each under its own name.
 */
export function readXmp(packet: string): XmpBack {
  try {
    return { properties: propertiesOf(packet) }
  } catch (error) {
    // What saxes throws has one line.
    return { properties: new Map(), problem: error instanceof Error ? error.message : String(error) }
  }
}

function propertiesOf(packet: string): Xmp {
  const out = new Map<string, XmpValue[]>()
  const add = (name: string, value: XmpValue): void => {
    out.set(name, [...(out.get(name) ?? []), value])
  }
  /** The open elements, with the property that each is or stands in. */
  const open: { name: string; text: string; lang?: string; leaf: boolean }[] = []
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ uri, local, attributes }) => {
    const above = open.at(-1)
    if (above) above.leaf = false
    const lang = attributes['xml:lang']?.value
    const own = PREFIXES.get(uri)
    const name = own === undefined ? (uri === RDF ? (above?.name ?? '') : '') : `${own}:${local}`
    open.push({ name, text: '', leaf: true, ...(lang === undefined ? {} : { lang }) })
    for (const attribute of Object.values(attributes)) {
      const prefix = PREFIXES.get(attribute.uri)
      if (prefix !== undefined) add(`${prefix}:${attribute.local}`, { text: attribute.value })
    }
  })
  parser.on('text', (text) => {
    const top = open.at(-1)
    if (top) top.text += text
  })
  parser.on('closetag', () => {
    const { name, text, lang, leaf } = open.pop()!
    if (leaf && name !== '') add(name, lang === undefined ? { text } : { text, lang })
  })
  parser.write(packet).close()
  return out
}
