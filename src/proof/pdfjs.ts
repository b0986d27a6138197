import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { loadReader } from './load-reader.js'

const { getDocument } = await loadReader(() => import('pdfjs-dist/legacy/build/pdf.mjs'))
// In Node pdf.js runs its worker in this thread. Loaded now, not at the first leaflet: it too brings core-js.
// @ts-expect-error -- it has no types, and nothing of it is called
await loadReader(() => import('pdfjs-dist/legacy/build/pdf.worker.mjs') as Promise<unknown>)

/** What pdf.js says: the text of every piece of marked content, and the Info dictionary. */
export interface PdfjsBack {
  readonly pages: readonly MarkedText[]
  /** The texts of the Info dictionary (ISO 32000-1 §14.3.3) by their names; dates as `D:20261201000000Z`. */
  readonly info: ReadonlyMap<string, string>
}
export interface MarkedText {
  /** Text by marked content id. Starts with the whitespace that parts it from the text painted before. */
  readonly tagged: ReadonlyMap<number, string>
  /** Text of each artifact, in painting order. */
  readonly artifacts: readonly string[]
}

/**
 * Oddities of pdf.js 5.4.296 (test/proof/pdfjs.test.ts):
 * - It takes the bytes for itself (the buffer is detached): it gets a copy, a plain Uint8Array: it refuses Node's Buffer.
 * - In Node it has no worker thread; it loads its worker as a module into this thread and sends itself messages.
 * - The space or line end before a piece of marked content is reported inside that piece, at its start; at the start
 *   of a page there is none.
 * - Glyphs whose text is one character of category Cf (U+200C, U+200D, U+00AD, bidi controls) are dropped.
 * - The space before a piece that starts further left on the same line is lost, although it is painted: so in a
 *   right-to-left line, whose runs are painted in logical order. It stays if the text of the space is U+200F U+0020.
 * - Glyphs outside the page's box are dropped: text that runs off the paper is lost text, as it should be.
 * - `getStructTree` gives the tags page by page: one list over two pages cannot be told from two lists. So the
 *   tag tree is read by pdf-lib, and pdf.js only says which text each marked content id has.
 * - Without `stopAtErrors` it goes on over faulty operators in silence.
 * - It keeps parsed fonts until its loading task is destroyed: memory grows by each leaflet that is not.
 */
export async function readMarkedText(pdf: Uint8Array): Promise<PdfjsBack> {
  const task = getDocument({
    data: new Uint8Array(pdf),
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    stopAtErrors: true,
    verbosity: 0,
  })
  try {
    const document = await task.promise
    const pages: MarkedText[] = []
    for (let page = 1; page <= document.numPages; page++) pages.push(await readPage(await document.getPage(page)))
    return { pages, info: await readInfo(document) }
  } finally {
    await task.destroy()
  }
}

async function readPage(page: PDFPageProxy): Promise<MarkedText> {
  const { items } = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true })
  const tagged = new Map<number, string>()
  const artifacts: string[] = []
  /** What the open marks own: an id, an artifact, or nothing of their own. */
  const open: (number | 'artifact' | undefined)[] = []
  for (const item of items) {
    if ('str' in item) {
      const owner = open.findLast((o) => o !== undefined)
      const text = item.hasEOL ? `${item.str}\n` : item.str
      if (typeof owner === 'number') tagged.set(owner, (tagged.get(owner) ?? '') + text)
      else if (owner === 'artifact') artifacts.push((artifacts.pop() ?? '') + text)
    } else if (item.type === 'endMarkedContent') {
      open.pop()
    } else {
      const owner = ownerOf(item)
      open.push(owner)
      if (owner === 'artifact') artifacts.push('')
    }
  }
  return { tagged, artifacts: artifacts.filter((text) => text.trim() !== '') }
}

/** The types of pdf.js say nothing of `tag`, and that `id` is always there; both are wrong. */
function ownerOf(mark: object): number | 'artifact' | undefined {
  const { id, tag } = mark as { readonly id?: string | null; readonly tag?: string }
  if (tag === 'Artifact') return 'artifact'
  const mcid = /_mc(\d+)$/.exec(id ?? '')?.[1]
  return mcid === undefined ? undefined : Number(mcid)
}

async function readInfo(document: PDFDocumentProxy): Promise<ReadonlyMap<string, string>> {
  const info = (await document.getMetadata()).info as Readonly<Record<string, unknown>>
  return new Map(Object.entries(info).flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : [])))
}
