// The one file that knows pdfkit 0.20, which keeps the file's frame: header, catalogue, page tree, pages, Info, numbers
// of objects. What a leaflet is full of (content, fonts, tags, bookmarks) comes ready for writing. Its oddities:
//
// - Coordinates run up from the bottom left corner; pdfkit turns them on each page by a first content stream. Ours is
//   written whole, with the same matrix, so pdfkit's is put aside.
// - Without `font: null` it reads the metrics of Helvetica for every document.
// - `info.CreationDate` is also an input of the file's ID, so a fixed date gives fixed bytes.
// - A stream whose data already has a Filter isn't compressed again.
// - Its own XMP metadata escapes no XML and claims one standard at most: `endMetadata` is ours.
// - Anything with a tag of its own is written as its `toString` says: so what is written already goes in as it is.
// - The root of its outline is an object even where there are no bookmarks; `endOutline` would drop what we say in it.
import PDFDocument from 'pdfkit'
import type { Paper } from '../geometry/index.js'
import type { Shape } from '../document/index.js'
import { useObjectStreams, type AddSheaf, type Writer } from './object-streams.js'
import { reference } from './operators.js'
import { outputIntent } from './output-intent.js'
import { PRODUCER, xmpPacket } from './xmp.js'

/** An indirect object (ISO 32000-1 §7.3.10) that is being written. */
export interface Ref {
  readonly id: number
  readonly data: Record<string, unknown>
  compress: boolean
  write(chunk: Uint8Array | string): void
  end(chunk?: Uint8Array | string): void
}

interface Internals {
  readonly _offsets: readonly unknown[]
  readonly _root: Ref
  readonly page: {
    readonly content: Ref & { buffer: unknown[] }
    readonly fonts: Record<string, Ref>
    readonly xobjects: Record<string, Ref>
    readonly annotations: Ref[]
    readonly dictionary: Ref
  }
  readonly outline: { readonly dictionary: Ref }
  ref(data: Record<string, unknown>): Ref
  addContent(data: string): PDFKit.PDFDocument
  endMetadata(): void
  endOutline(): void
}

export interface FileFacts {
  readonly title: string
  readonly subject: string
  readonly author: string
  readonly keywords: string
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  /** Midnight UTC of the issue date. */
  readonly created: Date
}

/** A part of an object that is written already. */
export class Written {
  readonly #text: string
  constructor(text: string) {
    this.#text = text
  }
  get [Symbol.toStringTag](): string {
    return 'Written'
  }
  toString(): string {
    return this.#text
  }
}

/** A page of the file, to which annotations can be added until the file ends. */
export interface PageRef {
  readonly id: number
  readonly height: number
  readonly annotations: Ref[]
}

/** What a page shows. */
export interface PageFacts {
  readonly paper: Paper
  /** Names of fonts and form XObjects in its content. */
  readonly fonts: Readonly<Record<string, Ref>>
  readonly forms: Readonly<Record<string, Ref>>
}

/**
 * A document that keeps its bytes and is read by nobody as a stream. What Node's streams put on the queue of events holds
 * the whole document until the program next waits for something, which a batch of leaflets never does: after 500
 * leaflets it was 100 MB.
 */
class UnreadDocument extends PDFDocument {
  // Not set here: pdfkit's constructor writes the header before fields of this class are made.
  declare written: Uint8Array[]

  override push(chunk: Uint8Array | null): boolean {
    if (chunk) ((this as { written?: Uint8Array[] }).written ??= []).push(chunk)
    return true
  }
}

/** One PDF 1.7 file being written, tagged: PDF/UA-1 and PDF/A-2a. */
export class PdfFile {
  readonly #doc: Internals & UnreadDocument
  /** Puts objects that are written already into the file, under the next numbers. */
  readonly addSheaf: AddSheaf

  constructor(facts: FileFacts) {
    const options = {
      autoFirstPage: false,
      // Pages stay open until the file ends.
      bufferPages: true,
      pdfVersion: '1.7',
      lang: facts.language,
      tagged: true,
      displayTitle: true,
      font: null,
      info: {
        Title: facts.title,
        Subject: facts.subject,
        Author: facts.author,
        Keywords: facts.keywords,
        Producer: PRODUCER,
        Creator: PRODUCER,
        CreationDate: facts.created,
        ModDate: facts.created,
      },
    }
    this.#doc = new UnreadDocument(options as unknown as PDFKit.PDFDocumentOptions) as unknown as Internals &
      UnreadDocument
    this.addSheaf = useObjectStreams(this.#doc as unknown as Writer)
    this.#doc.endMetadata = () => {
      this.#claim(facts)
    }
    this.#doc.endOutline = () => {
      this.#doc.outline.dictionary.end()
    }
    const preferences = (this.#doc._root.data['ViewerPreferences'] as Ref).data
    preferences['Direction'] = facts.direction === 'rtl' ? 'R2L' : 'L2R'
    // Viewers then offer 100 %: 16-point type must come out as 16 points.
    preferences['PrintScaling'] = 'None'
  }

  /** What the file says of itself as a whole (ISO 32000-1 §14.3.2, §14.11.5). */
  #claim(facts: FileFacts): void {
    const root = this.#doc._root.data
    const metadata = this.#doc.ref({ Type: 'Metadata', Subtype: 'XML' })
    metadata.compress = false
    metadata.end(xmpPacket(facts))
    root['Metadata'] = metadata
    root['OutputIntents'] = [outputIntent(this)]
  }

  /** `content` is painted first, then `last`, deflated, which is this page's alone. */
  addPage({ paper, fonts, forms }: PageFacts, content: readonly Ref[], last: Uint8Array): PageRef {
    this.#doc.addPage({ size: [paper.width, paper.height], margin: 0 })
    const { page } = this.#doc as Internals
    const own = page.content
    own.compress = false
    own.buffer = []
    own.data['Length'] = 0
    own.data['Filter'] = 'FlateDecode'
    own.write(last)
    page.dictionary.data['Contents'] = [...content, own]
    Object.assign(page.fonts, fonts)
    if (Object.keys(forms).length > 0) Object.assign(page.xobjects, forms)
    // Readers go through form fields and links in the order of the structure (ISO 14289-1 §7.18.3).
    page.dictionary.data['Tabs'] = 'S'
    page.dictionary.data['StructParents'] = (this.#doc._root.data['Pages'] as Ref & { data: { Count: number } }).data.Count - 1 // prettier-ignore
    return {
      id: page.dictionary.id,
      height: paper.height,
      get annotations() {
        return page.annotations
      },
    }
  }

  /** An object that is complete. */
  write(data: Record<string, unknown>): Ref {
    const ref = this.#doc.ref(data)
    ref.end()
    return ref
  }

  /** A stream of bytes that are deflated already. Its dictionary is taken over. */
  stream(data: Record<string, unknown>, deflated: Uint8Array): Ref {
    data['Filter'] = 'FlateDecode'
    const ref = this.#doc.ref(data)
    ref.end(deflated)
    return ref
  }

  /** Fills and strokes shapes: operators, with numbers to a tenth of the shape's unit, 0.04 mm as printed. */
  draw(shapes: readonly Shape[]): string[] {
    const doc = this.#doc
    const operators: string[] = []
    const addContent = doc.addContent.bind(doc)
    const short = (n: string): string => String(Math.round(Number(n) * 10) / 10)
    doc.addContent = (data: string) => {
      operators.push(data.replace(/-?\d*\.\d{2,}/g, short))
      return doc
    }
    try {
      for (const shape of shapes) drawShape(doc, shape)
    } finally {
      doc.addContent = addContent
    }
    return operators
  }

  /** The next number of an object. */
  get nextNumber(): number {
    return this.#doc._offsets.length + 1
  }

  get structureRoot(): number {
    return (this.#doc._root.data['StructTreeRoot'] as Ref).id
  }

  /** The structure tree (§14.7.2): its root element, the parent tree and the next free key of it. */
  setStructure(root: number, parentTree: number, nextKey: number): void {
    Object.assign((this.#doc._root.data['StructTreeRoot'] as Ref).data, {
      K: [new Written(reference(root))],
      ParentTree: new Written(reference(parentTree)),
      ParentTreeNextKey: nextKey,
    })
  }

  get outline(): number {
    return this.#doc.outline.dictionary.id
  }

  /** What the outline says of its bookmarks (§12.3.3). */
  setOutline(entries: Readonly<Record<string, string>>): void {
    const { dictionary } = this.#doc.outline
    for (const [key, value] of Object.entries(entries)) dictionary.data[key] = new Written(value)
    Object.assign(this.#doc._root.data, { Outlines: dictionary, PageMode: 'UseOutlines' })
  }

  finish(): Uint8Array {
    this.#doc.end()
    return Buffer.concat(this.#doc.written)
  }
}

function drawShape(
  doc: PDFKit.PDFDocument,
  { path, fill, fillRule, stroke, strokeWidth, lineCap, lineJoin }: Shape,
): void {
  if (stroke !== undefined) doc.lineWidth(strokeWidth).lineCap(lineCap).lineJoin(lineJoin)
  doc.path(path)
  const rule = fillRule === 'evenodd' ? 'even-odd' : 'non-zero'
  if (fill !== undefined && stroke !== undefined) doc.fillAndStroke(fill, stroke, rule)
  else if (fill !== undefined) doc.fill(fill, rule)
  else if (stroke !== undefined) doc.stroke(stroke)
}
