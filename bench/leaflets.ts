import { makeOrder, takeOrders } from '../src/build/index.js'
import { errorRate, lettersOf, readBack, type Letters } from '../src/proof/index.js'
import { fileStart } from '../src/report/index.js'
import { bytePartsOf, type ByteParts } from './byte-parts.js'
import { expectedPages, joined } from './expected-text.js'
import { openPdfium, openPdftotext } from './readers.js'
import { ISSUE_DATE, openCounter } from './shop.js'

export const READERS = ['pdf-parse', 'pdftotext', 'PDFium'] as const
export type ReaderName = (typeof READERS)[number]

/** One leaflet of the build that a person gets who asks for nothing in particular. */
export interface LeafletFigures {
  readonly id: string
  readonly language: string
  readonly format: string
  readonly bytes: number
  readonly parts: ByteParts
  /** Wrong characters of a reader divided by those of the text; null where the reader is not installed. */
  readonly errors: Readonly<Record<ReaderName, number | null>>
  /** Words that pdf-parse glues or splits; null where its characters are wrong already. */
  readonly words: number | null
}

/**
 * Bytes and fidelity of every leaflet of the default build, or of some languages. Held leaflets count too: the proof is
 * left out.
 */
export async function measureLeaflets(languages?: readonly string[]): Promise<LeafletFigures[]> {
  const counter = openCounter()
  const pdfium = await openPdfium()
  const pdftotext = openPdftotext()
  const figures: LeafletFigures[] = []
  const { orders } = takeOrders(counter, {
    ...(languages && { languages }),
    issueDate: ISSUE_DATE,
    placeOf: () => fileStart('bench'),
  })
  for (const order of orders) {
    const { id, document, pages, pdf } = await makeOrder(order, counter, { proof: false, release: false })
    if (!document || !pages || !pdf) throw new Error(`Cannot make ${id}: run doorstep check`)
    const expected = joined(expectedPages(document, pages))
    const plain = (await readBack(pdf)).pages.map((page) => page.plain)
    const read = joined(plain.map((text) => lettersOf([{ text, before: 'line' }])))
    figures.push({
      id,
      language: order.language,
      format: order.format,
      bytes: pdf.byteLength,
      parts: await bytePartsOf(pdf),
      errors: {
        'pdf-parse': errorRate(expected.text, read.text),
        pdftotext: pdftotext ? errorRate(expected.text, (await pdftotext(pdf)).join('\n')) : null,
        PDFium: errorRate(expected.text, (await pdfium(pdf)).join('\n')),
      },
      words: wrongWords(expected, read),
    })
  }
  return figures
}

/** How often the reader gives no space where one stands, or one where none does. Lines may end anywhere. */
function wrongWords(expected: Letters, read: Letters): number | null {
  if (expected.text !== read.text) return null
  return expected.gaps.filter((gap, i) => {
    if (i === 0 || gap === 'any') return false
    return gap === 'none' ? read.gaps[i] === 'space' : read.gaps[i] === 'none'
  }).length
}
