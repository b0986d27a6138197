import { leafletName, type Document } from '../document/index.js'
import type { Page } from '../layout/index.js'
import { outlineEntries } from './bookmarks.js'
import { assignCodes, encode, type CodeBook } from './code-book.js'
import type { Draft } from './draft.js'
import { embedFont } from './font-book.js'
import { link } from './link.js'
import { paintFoot } from './paint.js'
import { PdfFile, type PageRef, type Ref } from './pdfkit.js'
import { embedPicture } from './picture.js'
import { deflateLatin1, plateOf, type Plate } from './plate.js'

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
  const feet = pages.map((page) => paintFoot(page.parts.at(-1) ?? [], document.direction))
  const plate = plateOf(document, pages, feet)
  const codes = assignCodes(feet, plate.codes)
  const refs = addPages(file, { plate, pages, feet, codes })
  addStructure(file, plate, refs)
  return file.finish()
}

/** What the file says of itself, for machines and for the proof: name; language; dates. */
export const keywordsOf = (d: Document): string =>
  `${leafletName(d)}; ${d.lang}; text ${d.contentDate}; printed ${d.issueDate}`

interface Printing {
  readonly plate: Plate
  readonly pages: readonly Page[]
  readonly feet: readonly Draft[]
  readonly codes: CodeBook
}

function addPages(file: PdfFile, { plate, pages, feet, codes }: Printing): PageRef[] {
  const fonts = new Map([...codes.volumes.values()].map((v) => [v.name, embedFont(file, v)]))
  const forms = new Map([...codes.pictures].map(([picture, name]) => [name, embedPicture(file, picture)]))
  return plate.pages.map(({ drafts, stream }, i) => {
    const holes = [...drafts, feet[i]!].flatMap((d) => d.holes)
    const used = { fonts: new Map<string, Ref>(), forms: new Map<string, Ref>() }
    for (const hole of holes) {
      if (hole.kind === 'font') {
        const { name } = codes.volumes.get(hole.face)!
        used.fonts.set(name, fonts.get(name)!)
      } else if (hole.kind === 'picture') {
        const name = codes.pictures.get(hole.picture)!
        used.forms.set(name, forms.get(name)!)
      }
    }
    const facts = {
      paper: pages[i]!.paper,
      fonts: Object.fromEntries(used.fonts),
      forms: Object.fromEntries(used.forms),
    }
    return file.addPage(facts, [stream, deflateLatin1(encode(feet[i]!, codes))])
  })
}

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
