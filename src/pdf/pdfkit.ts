// The one file that knows pdfkit 0.20. Its oddities:
//
// - Coordinates run down from the top left corner: pdfkit starts each page with `1 0 0 -1 0 height cm`. Text is
//   turned upright again by its own matrix (see paint.ts).
// - Marked content gets Lang, Alt and ActualText only under the tag Span, so languages stand on structure elements.
// - An annotation's page (OBJR /Pg) is the page that is current when its element ends: Link elements end at once.
// - A Figure's BBox option reads the current page's height; elements are made before pages, so it is set afterwards.
// - An outline item's `left` counts from the right edge.
// - `info.CreationDate` is also an input of the file's ID, so a fixed date gives fixed bytes.
// - A stream whose data already has a Filter isn't compressed again.
// - Its own XMP metadata escapes no XML and claims one standard at most: `endMetadata` is ours.
import PDFDocument from 'pdfkit'
import type { Rect } from '../geometry/index.js'
import { useObjectStreams, type Writer } from './object-streams.js'
import { outputIntent } from './output-intent.js'
import { PRODUCER, xmpPacket } from './xmp.js'

/** An indirect object (ISO 32000-1 §7.3.10) that is being written. */
export interface Ref {
  readonly data: Record<string, unknown>
  compress: boolean
  end(chunk?: Uint8Array | string): void
}
/** A structure element under construction. */
export interface StructElement {
  readonly dictionary: Ref
  add(child: StructElement | StructContent | AnnotationReference): StructElement
  end(): void
}
export interface StructContent {
  readonly refs: readonly unknown[]
}
type AnnotationReference = object

interface Internals {
  readonly _root: Ref
  readonly page: {
    readonly fonts: Record<string, Ref>
    readonly xobjects: Record<string, Ref>
    readonly height: number
    readonly width: number
    readonly dictionary: Ref
  }
  ref(data: Record<string, unknown>): Ref
  addContent(data: string): PDFKit.PDFDocument
  struct(role: string, options: { lang?: string; alt?: string }): StructElement
  addStructure(element: StructElement): void
  markStructureContent(tag: string): StructContent
  markContent(tag: string, options?: { type?: string }): void
  endMarkedContent(): void
  endMetadata(): void
  link(x: number, y: number, width: number, height: number, options: string, more: object): void
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

export interface OutlineItem {
  addItem(title: string, options: object): OutlineItem
}

/** One PDF 1.7 file being written, tagged: PDF/UA-1 and PDF/A-2a. */
export class PdfFile {
  readonly #doc: Internals & PDFKit.PDFDocument
  readonly #chunks: Uint8Array[] = []

  constructor(facts: FileFacts) {
    const options = {
      autoFirstPage: false,
      pdfVersion: '1.7',
      lang: facts.language,
      tagged: true,
      displayTitle: true,
      font: undefined,
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
    this.#doc = new PDFDocument(options as unknown as PDFKit.PDFDocumentOptions) as unknown as Internals &
      PDFKit.PDFDocument
    useObjectStreams(this.#doc as unknown as Writer)
    this.#doc.endMetadata = () => {
      this.#claim(facts)
    }
    this.#doc.on('data', (chunk: Uint8Array) => this.#chunks.push(chunk))
    const preferences = (this.#doc._root.data['ViewerPreferences'] as Ref).data
    preferences['Direction'] = facts.direction === 'rtl' ? 'R2L' : 'L2R'
    // Viewers then offer 100 %: 16-point type must come out as 16 points.
    preferences['PrintScaling'] = 'None'
  }

  /** What the file says of itself as a whole (ISO 32000-1 §14.3.2, §14.11.5). */
  #claim(facts: FileFacts): void {
    const root = this.#doc._root.data
    const metadata = this.object({ Type: 'Metadata', Subtype: 'XML' })
    metadata.compress = false
    metadata.end(xmpPacket(facts))
    root['Metadata'] = metadata
    root['OutputIntents'] = [outputIntent(this)]
  }

  addPage(width: number, height: number): void {
    this.#doc.addPage({ size: [width, height], margin: 0 })
    // Readers go through form fields and links in the order of the structure (ISO 14289-1 §7.18.3).
    this.#doc.page.dictionary.data['Tabs'] = 'S'
  }

  object(data: Record<string, unknown>): Ref {
    return this.#doc.ref(data)
  }

  #page(): Internals['page'] {
    return (this.#doc as Internals).page
  }

  useFont(name: string, font: Ref): void {
    this.#page().fonts[name] = font
  }

  /** Makes something drawn on the current page available by name (ISO 32000-1 §8.10, form XObjects). */
  useForm(name: string, form: Ref): void {
    this.#page().xobjects[name] = form
  }

  content(operators: string): void {
    this.#doc.addContent(operators)
  }

  element(role: string, options: { lang?: string; alt?: string } = {}): StructElement {
    return this.#doc.struct(role, options)
  }

  setRoot(element: StructElement): void {
    this.#doc.addStructure(element)
  }

  /** Paints something as content of a structure element. */
  tagged(element: StructElement, role: string, paint: () => void): void {
    const content = this.#doc.markStructureContent(role)
    paint()
    this.#doc.endMarkedContent()
    element.add(content)
  }

  /** Paints something that is no content (ISO 32000-1 §14.8.2.2). */
  artifact(type: 'Pagination' | 'Layout', paint: () => void): void {
    this.#doc.markContent('Artifact', { type })
    paint()
    this.#doc.endMarkedContent()
  }

  /** A link annotation over a rectangle, owned by a Link element that ends here. */
  link(rect: Rect, href: string, { element, text }: { element: StructElement; text: string }): void {
    this.#doc.link(rect.x, rect.y, rect.width, rect.height, href, { structParent: element, Contents: new String(text) })
  }

  /** A form XObject in a square of its own, y down as in SVG; numbers to a tenth of its unit: 0.04 mm as printed. */
  form(width: number, height: number, draw: () => void): Ref {
    const doc = this.#doc
    const operators: string[] = []
    const addContent = doc.addContent.bind(doc)
    const short = (n: string): string => String(Math.round(Number(n) * 10) / 10)
    doc.addContent = (data: string) => {
      operators.push(data.replace(/-?\d*\.\d{2,}/g, short))
      return doc
    }
    try {
      draw()
    } finally {
      doc.addContent = addContent
    }
    const form = doc.ref({ Type: 'XObject', Subtype: 'Form', BBox: [0, 0, width, height] })
    form.end(operators.join('\n'))
    return form
  }

  /** Fills and strokes SVG path data; only inside {@link form}. */
  path(data: string, { fill, fillRule, stroke, strokeWidth, lineCap, lineJoin }: PathLook): void {
    const doc = this.#doc
    if (stroke !== undefined) doc.lineWidth(strokeWidth).lineCap(lineCap).lineJoin(lineJoin)
    doc.path(data)
    const rule = fillRule === 'evenodd' ? 'even-odd' : 'non-zero'
    if (fill !== undefined && stroke !== undefined) doc.fillAndStroke(fill, stroke, rule)
    else if (fill !== undefined) doc.fill(fill, rule)
    else if (stroke !== undefined) doc.stroke(stroke)
  }

  setBounds(figure: StructElement, rect: Rect): void {
    const { height } = this.#doc.page
    figure.dictionary.data['A'] = {
      O: 'Layout',
      Placement: 'Block',
      BBox: [rect.x, height - rect.y - rect.height, rect.x + rect.width, height - rect.y].map(
        (n) => Math.round(n * 100) / 100,
      ),
    }
  }

  /** An entry of the outline that leads to a height on the current page; under `parent` or at the top. */
  outline(title: string, top: number, parent?: OutlineItem): OutlineItem {
    const above: OutlineItem = parent ?? (this.#doc as { readonly outline: OutlineItem }).outline
    return above.addItem(title, { top: Math.max(0, top), left: this.#doc.page.width, expanded: true })
  }

  finish(): Promise<Uint8Array> {
    return new Promise((resolve, reject) => {
      this.#doc.on('end', () => {
        resolve(Buffer.concat(this.#chunks))
      })
      this.#doc.on('error', reject)
      this.#doc.end()
    })
  }
}

export interface PathLook {
  readonly fill?: string
  readonly fillRule: 'nonzero' | 'evenodd'
  readonly stroke?: string
  readonly strokeWidth: number
  readonly lineCap: 'butt' | 'round' | 'square'
  readonly lineJoin: 'miter' | 'round' | 'bevel'
}
