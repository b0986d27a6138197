import PDFDocument from 'pdfkit'
import { elementsOf, furnitureOn, leafletName, outlineOf, plain } from '../../../src/document/index.js'
import type { Document, Element, Span } from '../../../src/document/index.js'

/**
 * A plain writer for the tests of proof: it keeps all that the real writer promises, with as little skill as possible.
 * The pages are small, so that a list runs over two of them.
 *
 * pdfkit's oddities: an OBJR gets the page that is current when its element is flushed, so links are flushed on
 * their own page; text shown without `lineBreak: false` moves a cursor that we do not use.
 */
export async function writeSample(document: Document): Promise<Uint8Array> {
  const pdf = open(document)
  const bytes = collect(pdf)
  const layout = layOut(pdf, document)
  const pages = 1 + Math.max(...layout.map((p) => p.page))
  const owned = new Map<string, Owned[]>()
  for (let page = 0; page < pages; page++) {
    pdf.addPage()
    pdf.page.dictionary.data['Tabs'] = 'S'
    const { head, tail } = furnitureOn(document, page + 1, pages)
    head.forEach((text, i) => {
      furniture(pdf, plain(text), 20 + 12 * i)
    })
    for (const piece of layout.filter((p) => p.page === page)) {
      owned.set(piece.element.id, [...(owned.get(piece.element.id) ?? []), paint(pdf, piece)])
    }
    tail.forEach((text, i) => {
      furniture(pdf, plain(text), HEIGHT - 50 + 12 * i)
    })
    pdf
      .markContent('Artifact', { type: 'Pagination' })
      .rect(30, HEIGHT - 55, 100, 1)
      .fill('black')
      .endMarkedContent()
  }
  const root = tag(pdf, outlineOf(document), owned)
  pdf.addStructure(root)
  const headings = [...elementsOf(outlineOf(document))].filter((e) => /^H[123]$/.test(e.role))
  for (const heading of headings) pdf.outline.addItem(plain(heading.text ?? []))
  pdf.end()
  return bytes
}

const WIDTH = 330
const HEIGHT = 330
const SIZE = 11
const FONT = 'node_modules/@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf'

type Pdf = PDFKit.PDFDocument & {
  readonly _root: { readonly data: Record<string, unknown> }
  readonly page: { readonly dictionary: { readonly data: Record<string, unknown> } }
  appendXML(xml: string): void
}

function open(document: Document): Pdf {
  const { lang, contentDate, issueDate, edition } = document
  const pdf = new PDFDocument({
    autoFirstPage: false,
    bufferPages: true,
    pdfVersion: '1.7',
    subset: 'PDF/A-2a',
    size: [WIDTH, HEIGHT],
    margin: 0,
    tagged: true,
    lang,
    displayTitle: true,
    font: FONT,
    info: {
      Title: document.title,
      Keywords: `${leafletName(document)}; ${lang}; text ${contentDate}; printed ${issueDate}; edition ${edition}`,
      CreationDate: new Date(`${issueDate}T00:00:00Z`),
    },
  }) as unknown as Pdf
  pdf.fontSize(SIZE)
  // What pdfkit leaves out of its XMP metadata.
  pdf.appendXML(`<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
    xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" pdfuaid:part="1">
    <dc:language><rdf:Bag><rdf:li>${lang}</rdf:li></rdf:Bag></dc:language>
    <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
    <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
    </rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>`)
  return pdf
}

function collect(pdf: Pdf): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  return new Promise((resolve, reject) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
    pdf.on('end', () => {
      resolve(new Uint8Array(Buffer.concat(chunks)))
    })
    pdf.on('error', reject)
  })
}

/** A piece of one line: one element, one language, one target. */
interface Placed {
  readonly element: Element
  readonly span?: Span
  readonly text: string
  readonly x: number
  readonly y: number
  readonly page: number
}

function layOut(pdf: Pdf, document: Document): Placed[] {
  const out: Placed[] = []
  let y = 40
  let page = 0
  const newLine = (): void => {
    y += 16
    if (y > HEIGHT - 75) [y, page] = [40, page + 1]
  }
  for (const element of elementsOf(outlineOf(document))) {
    if (element.alt) {
      newLine()
      out.push({ element, text: '', x: 30, y, page })
    }
    if (element.generated) {
      newLine()
      out.push({ element, text: element.generated, x: 30, y, page })
    }
    if (!element.text) continue
    let x = 45
    // A sentence stands beside its bullet.
    if (out.at(-1)?.element.generated === undefined) newLine()
    for (const span of element.text) {
      for (const word of plain([span]).split(/(?<= )/)) {
        const width = pdf.widthOfString(word)
        if (x + width > WIDTH - 30) {
          newLine()
          x = 45
        }
        const last = out.at(-1)
        if (last?.span === span && last.y === y) out[out.length - 1] = { ...last, text: last.text + word }
        else out.push({ element, span, text: word, x, y, page })
        x += width
      }
    }
  }
  return out
}

interface Owned {
  readonly content: PDFKit.PDFStructureContent
  readonly placed: Placed
  readonly annotation?: PDFKit.PDFStructureElementChild
}

function paint(pdf: Pdf, placed: Placed): Owned {
  const { text, x, y, span, element } = placed
  const content = pdf.markStructureContent(element.role)
  if (element.alt) pdf.rect(x, y, 12, 12).fill('black')
  else pdf.text(text, x, y, { lineBreak: false })
  pdf.endMarkedContent()
  if (span?.href === undefined) return { content, placed }
  let annotation: PDFKit.PDFStructureElementChild | undefined
  const structParent = {
    add: (child: PDFKit.PDFStructureElementChild) => {
      annotation = child
    },
  }
  pdf.link(x, y, pdf.widthOfString(text), 14, span.href, { structParent, Contents: new String(text) } as never)
  return { content, placed, ...(annotation === undefined ? {} : { annotation }) }
}

function furniture(pdf: Pdf, text: string, y: number): void {
  // pdfkit has no option for the subtype.
  pdf
    .markContent('Artifact', { type: 'Pagination /Subtype /Footer' as 'Pagination' })
    .fontSize(7)
    .text(text, 30, y, { lineBreak: false })
  pdf.endMarkedContent().fontSize(SIZE)
}

/** A picture's description and place, which the types of pdfkit do not know of. */
const box = (alt: string): PDFKit.Mixins.StructureElementOptions => ({ alt, bbox: [30, 30, 42, 42] }) as never

function tag(pdf: Pdf, element: Element, owned: ReadonlyMap<string, Owned[]>): PDFKit.PDFStructureElement {
  const out = pdf.struct(element.role, element.alt ? box(plain(element.alt)) : {})
  for (const piece of owned.get(element.id) ?? []) {
    const { span } = piece.placed
    if (span?.href !== undefined) {
      pdf.switchToPage(piece.placed.page)
      const link = pdf.struct('Link', {}, [piece.content, piece.annotation!])
      out.add(link)
    } else if (span && span.lang !== 'en') {
      out.add(pdf.struct('Span', { lang: span.lang }, [piece.content]))
    } else {
      out.add(piece.content)
    }
  }
  for (const child of element.children) out.add(tag(pdf, child, owned))
  out.end()
  return out
}
