import { loadReader } from './load-reader.js'

const { PDFParse } = await loadReader(() => import('pdf-parse'))

/**
 * The plain text of each page by pdf-parse: what a person gets who selects all and copies.
 *
 * Oddities of pdf-parse 2.4.5 (test/proof/pdf-parse.test.ts):
 * - It keeps the bytes it is given and pdf.js, beneath it, detaches them: it gets a copy, a plain Uint8Array: it refuses Node's Buffer.
 * - By default it puts a tab wherever the next item starts more than 7 pt away from the end of the last. The runs of
 *   a right-to-left line are painted in logical order, so the next run starts far from there although nothing
 *   stands between: the tab would split words. Off: spaces are found by pdf.js itself.
 * - By default it lets pdf.js rewrite characters by NFKC (µ U+00B5 becomes μ U+03BC, Lao U+0EB3 two characters,
 *   ligatures letters). Off: the text must be what the codes say.
 * - It joins the pages with "-- 1 of 3 --"; the pages one by one have no such line.
 */
export async function readPlainText(pdf: Uint8Array): Promise<readonly string[]> {
  const reader = new PDFParse({ data: new Uint8Array(pdf), ...QUIET })
  try {
    const { pages } = await reader.getText({ cellSeparator: '', disableNormalization: true })
    return pages.map((page) => page.text)
  } finally {
    await reader.destroy()
  }
}

/** No fonts of the system, no evaluated code, no messages, no repair in silence. */
const QUIET = {
  isEvalSupported: false,
  useSystemFonts: false,
  disableFontFace: true,
  stopAtErrors: true,
  verbosity: 0,
} as const
