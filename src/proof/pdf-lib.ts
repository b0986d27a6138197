import {
  decodePDFRawStream,
  ParseSpeeds,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  PDFPageLeaf,
  PDFRawStream,
  PDFRef,
  type PDFObject,
} from '@cantoo/pdf-lib'
import { catalogueOf, type Catalogue } from './pdf-lib-catalogue.js'
import { fontOf, type FontBack } from './pdf-lib-fonts.js'
import { dict, dicts, integer, name, numbers, text, type Numbers } from './pdf-lib-values.js'

/** What pdf-lib finds in the file's objects: tags, catalogue, content and fonts. No text: it cannot read text. */
export interface ObjectsBack {
  /** The children of the structure tree's root; a good leaflet has one, `Document`. */
  readonly roots: readonly RawTag[]
  readonly catalogue: Catalogue
  readonly pages: readonly RawPage[]
}
/** A structure element (ISO 32000-1 §14.7.2). */
export interface RawTag {
  readonly kind: 'tag'
  readonly role: string
  readonly lang?: string
  readonly alt?: string
  readonly actualText?: string
  /** The box that its layout attributes give (§14.8.5.4.3): left, bottom, right, top. */
  readonly bounds?: Numbers
  readonly kids: readonly RawKid[]
}
export type RawKid = RawTag | ContentRef | AnnotationRef
export interface ContentRef {
  readonly kind: 'content'
  /** 1-based; 0 for a page that is not in the file. */
  readonly page: number
  readonly mcid: number
  /** Whether the parent tree leads from the content back to this element (§14.7.4.4): screen readers go that way. */
  readonly inParentTree: boolean
}
export interface AnnotationRef {
  readonly kind: 'annotation'
  readonly page: number
  /** Place in the page's Annots, 1-based; 0 if it is not there. */
  readonly index: number
  readonly uri: string
  readonly contents: string
}
export interface RawPage {
  /** Decoded content, as latin1. */
  readonly content: string
  readonly fonts: ReadonlyMap<string, FontBack>
  readonly annotations: readonly AnnotationBack[]
  /** In which order a reader goes through the annotations, such as `S`: by structure (§12.5.1). */
  readonly tabs: string
}
export interface AnnotationBack {
  readonly subtype: string
  /** Bits of table 165. */
  readonly flags: number
}

/**
 * Oddities of @cantoo/pdf-lib 2.11.1 (test/proof/pdf-lib.test.ts):
 * - `load` changes Producer and ModDate of what it loads unless `updateMetadata` is false.
 * - It waits for a timer after every 100 objects unless the speed is `Fastest`.
 * - It skips objects that it cannot parse with a message on the console unless `throwOnInvalidObject` is true.
 * - Names are compared by identity (`PDFName.of` interns them); `asString` of a name has the slash, `decodeText` not.
 * - A text is a PDFString or a PDFHexString, without a common class.
 */
export async function readObjects(pdf: Uint8Array): Promise<ObjectsBack> {
  const file = await PDFDocument.load(pdf, {
    updateMetadata: false,
    throwOnInvalidObject: true,
    parseSpeed: ParseSpeeds.Fastest,
  })
  const leaves: Leaf[] = []
  file.catalog.Pages().traverse((node, ref) => {
    if (node instanceof PDFPageLeaf) leaves.push({ node, ref })
  })
  const tree = dict(file.catalog, 'StructTreeRoot')
  const shelf: Shelf = {
    pages: new Map(leaves.map(({ ref }, index) => [ref, index + 1])),
    leaves,
    parents: tree ? numbersOf(dict(tree, 'ParentTree')) : new Map(),
    seen: new Set(),
  }
  const fonts = new Map<PDFObject, FontBack>()
  return {
    roots: tree ? kidsOf(shelf, tree).filter((kid) => kid.kind === 'tag') : [],
    catalogue: catalogueOf(file.catalog),
    pages: leaves.map(({ node }) => pageOf(node, fonts)),
  }
}

interface Leaf {
  readonly node: PDFPageLeaf
  readonly ref: PDFRef
}
interface Shelf {
  /** Page number (1-based) by reference. */
  readonly pages: ReadonlyMap<PDFObject, number>
  readonly leaves: readonly Leaf[]
  readonly parents: ReadonlyMap<number, PDFObject>
  /** Elements on the way already read: a damaged tree may run in circles. */
  readonly seen: Set<PDFObject>
}

function kidsOf(shelf: Shelf, element: PDFDict, self?: PDFObject): RawKid[] {
  const kids = element.lookup(PDFName.of('K'))
  const raw = kids instanceof PDFArray ? kids.asArray() : [element.get(PDFName.of('K'))]
  return raw.flatMap((kid) => (kid ? kidOf(shelf, kid, { element, self }) : []))
}

function kidOf(shelf: Shelf, raw: PDFObject, parent: { element: PDFDict; self: PDFObject | undefined }): RawKid[] {
  const { element, self } = parent
  const kid = raw instanceof PDFRef ? element.context.lookup(raw) : raw
  if (kid instanceof PDFNumber) return [contentOf(shelf, { page: element.get(PDFName.of('Pg')), mcid: kid, self })]
  if (!(kid instanceof PDFDict)) return []
  const page = kid.get(PDFName.of('Pg')) ?? element.get(PDFName.of('Pg'))
  const type = name(kid, 'Type')
  const mcid = kid.lookup(PDFName.of('MCID'))
  if (type === 'MCR' && mcid instanceof PDFNumber) return [contentOf(shelf, { page, mcid, self })]
  if (type === 'OBJR') return [annotationOf(shelf, kid, page)]
  if (shelf.seen.has(raw)) return []
  shelf.seen.add(raw)
  const bounds = [dict(kid, 'A'), ...dicts(kid, 'A')].flatMap((a) => (a && numbers(a, 'BBox')) ?? [])
  return [
    {
      kind: 'tag',
      role: name(kid, 'S'),
      ...optional('lang', text(kid, 'Lang')),
      ...optional('alt', text(kid, 'Alt')),
      ...optional('actualText', text(kid, 'ActualText')),
      ...(bounds.length > 0 ? { bounds } : {}),
      kids: kidsOf(shelf, kid, raw),
    },
  ]
}

function contentOf(
  shelf: Shelf,
  at: { page: PDFObject | undefined; mcid: PDFNumber; self: PDFObject | undefined },
): ContentRef {
  const page = (at.page && shelf.pages.get(at.page)) ?? 0
  const mcid = at.mcid.asNumber()
  const key = shelf.leaves[page - 1]?.node.lookup(PDFName.of('StructParents'))
  const owners = key instanceof PDFNumber ? shelf.parents.get(key.asNumber()) : undefined
  const owner = owners instanceof PDFArray && mcid < owners.size() ? owners.get(mcid) : undefined
  return { kind: 'content', page, mcid, inParentTree: owner !== undefined && owner === at.self }
}

function annotationOf(shelf: Shelf, kid: PDFDict, at: PDFObject | undefined): AnnotationRef {
  const ref = kid.get(PDFName.of('Obj'))
  const page = (at && shelf.pages.get(at)) ?? 0
  const annotations = shelf.leaves[page - 1]?.node.Annots()?.asArray() ?? []
  const annotation = dict(kid, 'Obj')
  const action = annotation && dict(annotation, 'A')
  return {
    kind: 'annotation',
    page,
    index: annotations.findIndex((a) => a === ref) + 1,
    uri: (action && text(action, 'URI')) ?? '',
    contents: (annotation && text(annotation, 'Contents')) ?? '',
  }
}

/** A number tree as a map (§7.9.7). */
function numbersOf(node: PDFDict | undefined, depth = 0): Map<number, PDFObject> {
  const out = new Map<number, PDFObject>()
  const kids = node?.lookup(PDFName.of('Kids'))
  // No writer nests deeper; a damaged file may, in a circle.
  if (kids instanceof PDFArray && depth < 16)
    for (let i = 0; i < kids.size(); i++) {
      const kid = kids.lookup(i)
      if (kid instanceof PDFDict) for (const [key, value] of numbersOf(kid, depth + 1)) out.set(key, value)
    }
  const pairs = node?.lookup(PDFName.of('Nums'))
  if (pairs instanceof PDFArray)
    for (let i = 0; i + 1 < pairs.size(); i += 2) {
      const key = pairs.lookup(i)
      const value = pairs.lookup(i + 1)
      if (key instanceof PDFNumber && value)
        out.set(key.asNumber(), value instanceof PDFArray ? value : pairs.get(i + 1))
    }
  return out
}

function pageOf(page: PDFPageLeaf, known: Map<PDFObject, FontBack>): RawPage {
  const contents = page.Contents()
  const streams = contents instanceof PDFArray ? contents.asArray().map((_, i) => contents.lookup(i)) : [contents]
  const fonts = new Map<string, FontBack>()
  const resources = page.Resources()?.lookup(PDFName.of('Font'))
  for (const [key, value] of resources instanceof PDFDict ? resources.entries() : []) {
    const font = value instanceof PDFRef ? page.context.lookup(value) : value
    const back = known.get(value) ?? (font instanceof PDFDict ? fontOf(font) : { kind: 'simple', name: '' })
    known.set(value, back)
    fonts.set(key.decodeText(), back)
  }
  const parts = streams.map((s) => (s instanceof PDFRawStream ? latin1(decodePDFRawStream(s).decode()) : ''))
  // Streams of one page are read as if a space stood between them (§7.7.3.3).
  return { content: parts.join('\n'), fonts, annotations: annotationsOf(page), tabs: name(page, 'Tabs') }
}

const annotationsOf = (page: PDFPageLeaf): AnnotationBack[] =>
  dicts(page, 'Annots').map((a) => ({ subtype: name(a, 'Subtype'), flags: integer(a, 'F') ?? 0 }))

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')
const optional = <K extends string>(key: K, value: string | undefined): Partial<Record<K, string>> =>
  value === undefined ? {} : ({ [key]: value } as Record<K, string>)
