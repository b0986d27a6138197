import { spansOf, type Document } from '../document/index.js'
import { finding, type Finding } from '../report/index.js'
import { checkContents } from './check-contents.js'
import { checkMetadata } from './check-metadata.js'
import { checkHyphens } from './check-hyphens.js'
import { checkGlyphs, checkPaint } from './check-paint.js'
import { checkStandards } from './check-standards.js'
import { checkTags } from './check-tags.js'
import { checkPlainText } from './check-text.js'
import { readBack, UnreadableError, type ReadBack } from './read-back.js'
import { placeOf } from './source.js'

/**
 * Does the file still say what the document says? Reads the bytes with readers that share nothing with the writer and
 * returns what differs; nothing if the leaflet may be printed.
 * `fileName` is the leaflet's place in the output folder, such as `tr/notice.whole.standard.pdf`.
 */
export async function proofread(pdf: Uint8Array, document: Document, fileName: string): Promise<Finding[]> {
  const place = placeOf(document, fileName)
  let back: ReadBack
  try {
    back = await readBack(pdf)
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error
    return [finding('proof-unreadable', place, { problem: error.message })]
  }
  return [
    ...checkPlainText(
      back.pages.map((page) => page.plain),
      document,
      place,
    ),
    ...checkTags(back, document, place),
    ...checkContents(back, document, place),
    ...checkPaint(back, document, place),
    ...checkHyphens(back, place),
    ...checkGlyphs(back, [...spansOf(document)].map((span) => span.text).join(''), place),
    ...checkMetadata(back, document, { fileName, place }),
    ...checkStandards(back, place),
  ]
}
