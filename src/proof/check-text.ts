import { furnitureOn, outlineOf, type Document, type Text } from '../document/index.js'
import { finding, type Finding, type Place } from '../report/index.js'
import {
  firstDifference,
  firstSpaceDifference,
  lettersOf,
  sliceLetters,
  type Difference,
  type Letters,
} from './compare-text.js'
import { sourceOf, spanAt, stretchesOfElement, stretchesOfText, type Source } from './source.js'

/** The readers whose text is compared. */
export type Reader = 'pdf-parse' | 'pdf.js'

/**
 * Whether a reader must also keep words apart and together. Both do today; a reader that is known to be wrong about
 * spaces in some script is relaxed here, and nowhere else.
 */
const KEEPS_SPACES: Readonly<Record<Reader, boolean>> = { 'pdf-parse': true, 'pdf.js': true }

/**
 * Compares the plain text of the pages with the document. On each page stand tab and draft lines, then content, then
 * foot and folio; the contents of all pages, one after the other, must be the text of the document.
 */
export function checkPlainText(pages: readonly string[], document: Document, place: Place): Finding[] {
  const findings: Finding[] = []
  let middles = { text: '', gaps: [], owners: [] } as Letters
  pages.forEach((plain, i) => {
    const furniture = furnitureOn(document, i + 1, pages.length)
    const [head, tail] = [furnitureOf(furniture.head), furnitureOf(furniture.tail)]
    const page = lettersOf([{ text: plain, before: 'line' }])
    const start = Math.min(head.letters.text.length, page.text.length)
    const end = Math.max(start, page.text.length - tail.letters.text.length)
    findings.push(
      ...compareTexts({ source: head, read: sliceLetters(page, 0, start), reader: 'pdf-parse', place }),
      ...compareTexts({ source: tail, read: sliceLetters(page, end, page.text.length), reader: 'pdf-parse', place }),
    )
    middles = append(middles, sliceLetters(page, start, end))
  })
  const content = sourceOf(stretchesOfElement(outlineOf(document)))
  return [...findings, ...compareTexts({ source: content, read: middles, reader: 'pdf-parse', place })]
}

const furnitureOf = (lines: readonly Text[]): Source => sourceOf(lines.flatMap(stretchesOfText))

/** Pages end as lines do. */
const append = (a: Letters, b: Letters): Letters => ({
  text: a.text + b.text,
  gaps: [...a.gaps, ...b.gaps.map((gap, i) => (i === 0 ? 'line' : gap))],
  owners: [...a.owners, ...b.owners],
})

export interface Comparison {
  readonly source: Source
  readonly read: Letters
  readonly reader: Reader
  /** Where to open the text if the source has none at the spot. */
  readonly place: Place
}

/** One finding for the first character, or else the first space, that a reader does not give as the source has it. */
export function compareTexts({ source, read, reader, place }: Comparison): Finding[] {
  const difference =
    firstDifference(source.letters, read) ??
    (KEEPS_SPACES[reader] ? firstSpaceDifference(source.letters, read) : undefined)
  if (difference === undefined) return []
  const at: Place = spanAt(source, difference.at)?.origin.place ?? place
  return [finding('proof-text', at, factsOf(difference, reader))]
}

const factsOf = ({ expected, found }: Difference, reader: Reader) => ({ reader, expected, found })
