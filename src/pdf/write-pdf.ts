import { leafletName, plain, type Block, type Document, type Heading } from '../document/index.js'
import type { Page, TextItem } from '../layout/index.js'
import { FontBook } from './font-book.js'
import { paintPage, type Easel } from './paint.js'
import { PdfFile, type OutlineItem } from './pdfkit.js'
import { TextPen } from './text-pen.js'
import { makeTagTree } from './tag-tree.js'

export interface PdfOrder {
  readonly document: Document
  readonly pages: readonly Page[]
  /** The council's name. */
  readonly author: string
}

/** From finished pages to the bytes of a tagged PDF 1.7. */
export async function writePdf({ document, pages, author }: PdfOrder): Promise<Uint8Array> {
  const file = new PdfFile({
    title: document.title,
    subject: leafletName(document),
    author,
    keywords: keywordsOf(document),
    language: document.lang,
    direction: document.direction,
    created: new Date(`${document.issueDate}T00:00:00Z`),
  })
  const fonts = new FontBook(file)
  const pen = new TextPen(file, fonts, document.direction)
  const easel: Easel = { file, pen, tags: makeTagTree(document, file), pictures: new Map() }
  const outline = new Outline(document)
  for (const page of pages) {
    paintPage(page, easel)
    outline.add(page, file)
  }
  fonts.finish()
  return file.finish()
}

/** What the file says of itself, for machines and for the proof: name; language; dates. */
export const keywordsOf = (d: Document): string =>
  `${leafletName(d)}; ${d.lang}; text ${d.contentDate}; printed ${d.issueDate}`

/** Bookmarks: H1 at the top, each H2 below it, H3 below its H2. */
class Outline {
  readonly #headings: Map<string, Heading>
  readonly #open: OutlineItem[] = []

  constructor(document: Document) {
    const blocks = document.blocks.flatMap((b): readonly Block[] => {
      if (b.kind === 'box') return b.blocks
      return b.kind === 'contents' ? [b.heading] : [b]
    })
    this.#headings = new Map(blocks.flatMap((b) => (b.kind === 'heading' ? [[b.id, b] as const] : [])))
  }

  add(page: Page, file: PdfFile): void {
    const seen = new Set<string>()
    for (const item of page.items) {
      const heading = item.kind === 'text' && item.element !== null ? this.#headings.get(item.element) : undefined
      if (!heading || seen.has(heading.id)) continue
      seen.add(heading.id)
      const { baseline, size } = item as TextItem
      const made = file.outline(plain(heading.text), baseline - size * 1.5, this.#open[heading.depth - 2])
      this.#open.length = Math.min(this.#open.length, heading.depth - 1)
      this.#open[heading.depth - 1] = made
      this.#headings.delete(heading.id)
    }
  }
}
