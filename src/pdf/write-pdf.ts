import { leafletName, type Document } from '../document/index.js'
import type { Page, Part } from '../layout/index.js'
import { Kept, keptFor } from '../memory/index.js'
import { outlineEntries } from './bookmarks.js'
import { assignCodes, encode, type CodeBook } from './code-book.js'
import type { Draft } from './draft.js'
import { embedFont } from './font-book.js'
import { link } from './link.js'
import { paintFolio, paintFoot } from './paint.js'
import { PdfFile, type PageRef, type Ref } from './pdfkit.js'
import { embedPicture } from './picture.js'
import { plateOf, streamPart, type Plate } from './plate.js'

export interface PdfOrder {
  readonly document: Document
  readonly pages: readonly Page[]
  /** The council's name. */
  readonly author: string
}

/** From finished pages to the bytes of a tagged PDF 1.7. */
export function writePdf({ document, pages, author }: PdfOrder): Uint8Array {
  const file = new PdfFile({
    title: document.title,
    subject: leafletName(document),
    author,
    keywords: keywordsOf(document),
    language: document.lang,
    direction: document.direction,
    created: new Date(`${document.issueDate}T00:00:00Z`),
  })
  const feet = pages.map(({ parts: [, , foot, folio] }): Feet => {
    return { foot: footOf(foot)[document.direction](), folio: folioOf(folio)[document.direction]() }
  })
  const drafts = [...new Set(feet.map((f) => f.foot)), ...feet.map((f) => f.folio)]
  const plate = plateOf(document, pages, drafts)
  const codes = assignCodes(drafts, plate.codes)
  const refs = addPages(file, { plate, pages, feet, codes })
  addStructure(file, plate, refs)
  return file.finish()
}

/** What is painted below the content of a page. */
interface Feet {
  /** The same for all pages of a leaflet. */
  readonly foot: Draft
  readonly folio: Draft
}

const keptDrafts = (paint: typeof paintFoot) =>
  keptFor((part: Part) => ({
    ltr: once(() => paint(part, 'ltr')),
    rtl: once(() => paint(part, 'rtl')),
  }))
const footOf = keptDrafts(paintFoot)
const folioOf = keptDrafts(paintFolio)

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => (made ??= { value: make() }).value
}

/** What the file says of itself, for machines and for the proof: name; language; dates; edition. */
export const keywordsOf = (d: Document): string =>
  `${leafletName(d)}; ${d.lang}; text ${d.contentDate}; printed ${d.issueDate}; edition ${d.edition}`

interface Printing {
  readonly plate: Plate
  readonly pages: readonly Page[]
  readonly feet: readonly Feet[]
  readonly codes: CodeBook
}

function addPages(file: PdfFile, { plate, pages, feet, codes }: Printing): PageRef[] {
  const fonts = new Map([...codes.volumes].map(([face, volume]) => [face, embedFont(file, volume)]))
  const forms = new Map([...codes.pictures.keys()].map((picture) => [picture, embedPicture(file, picture)]))
  const shared = new Map<Draft, Ref>()
  return plate.pages.map(({ drafts, stream }, i) => {
    const { foot, folio } = feet[i]!
    let footRef = shared.get(foot)
    if (!footRef) shared.set(foot, (footRef = file.stream({}, streamPart(encode(foot, codes)))))
    const used = { fonts: {} as Record<string, Ref>, forms: {} as Record<string, Ref> }
    for (const draft of [...drafts, foot, folio]) {
      for (const face of draft.faces) used.fonts[codes.volumes.get(face)!.name] = fonts.get(face)!
      for (const picture of draft.pictures) used.forms[codes.pictures.get(picture)!] = forms.get(picture)!
    }
    const content = [file.stream({}, stream), footRef]
    return file.addPage({ paper: pages[i]!.paper, ...used }, content, keptFolio(encode(folio, codes)))
  })
}

/** Page numbers come again in every leaflet. */
const folios = new Kept<string, Uint8Array>(500)
const keptFolio = (operators: string): Uint8Array =>
  folios.get(operators) ?? folios.set(operators, streamPart(operators))

function addStructure(file: PdfFile, plate: Plate, pages: readonly PageRef[]): void {
  const { nodes, annotations, owners } = plate.structure
  const links = annotations.map((annotation, i) => {
    const page = pages[annotation.page]!
    const ref = file.write(link(annotation, { height: page.height, structParent: owners.length + i }))
    page.annotations.push(ref)
    return ref
  })
  const first = file.nextNumber
  const sheaf = plate.objects({
    first,
    root: file.structureRoot,
    outline: file.outline,
    pages: pages.map((p) => p.id),
    annotations: links.map((l) => l.id),
  })
  file.addSheaf(sheaf)
  const parentTree = first + nodes.length
  file.setStructure(first, parentTree, owners.length + annotations.length)
  if (plate.bookmarks.length > 0) file.setOutline(outlineEntries(plate.bookmarks, parentTree + 1))
}
