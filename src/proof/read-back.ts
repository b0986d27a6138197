import { scanContent, type PageContent } from './content.js'
import {
  readObjects,
  type AnnotationBack,
  type AnnotationRef,
  type RawKid,
  type RawPage,
  type RawTag,
} from './pdf-lib.js'
import type { Catalogue } from './pdf-lib-catalogue.js'
import type { FontBack } from './pdf-lib-fonts.js'
import { checkObjectTable } from './object-table.js'
import { readMarkedText, type MarkedText } from './pdfjs.js'
import { readPlainText } from './pdf-parse.js'
import { readXmp, type XmpBack } from './xmp.js'

/** What readers get from a PDF. Nothing here knows how the file was written. */
export interface ReadBack {
  /** Children of the structure tree's root; a good leaflet has one, `Document`. */
  readonly roots: readonly Tag[]
  readonly pages: readonly PageBack[]
  readonly metadata: Metadata
}
export interface Metadata extends Omit<Catalogue, 'xmp'> {
  readonly title: string
  readonly keywords: string
  readonly created: string
  /** All texts of the Info dictionary, by name. */
  readonly info: ReadonlyMap<string, string>
  readonly xmp?: XmpBack & { readonly compressed: boolean }
}
/** A tag with its text. */
export interface Tag {
  readonly kind: 'tag'
  readonly role: string
  /** Its own, or inherited from parents and the catalogue (ISO 32000-1 §14.9.2.2). */
  readonly lang: string
  readonly alt?: string
  readonly actualText?: string
  readonly bounds?: RawTag['bounds']
  readonly kids: readonly Kid[]
}
export type Kid = Tag | Piece | AnnotationRef
/** One piece of marked content. */
export interface Piece {
  readonly kind: 'piece'
  /** 1-based. */
  readonly page: number
  readonly mcid: number
  readonly inParentTree: boolean
  readonly text: string
  /** Number of painting operators; undefined if the page has no such marked content. */
  readonly paints?: number
}
export interface PageBack {
  /** All text of the page, furniture too. */
  readonly plain: string
  /** Text of the artifacts, in painting order. */
  readonly artifacts: readonly string[]
  readonly tagged: MarkedText['tagged']
  readonly content: PageContent
  readonly fonts: ReadonlyMap<string, FontBack>
  readonly annotations: readonly AnnotationBack[]
  readonly tabs: string
}

/** The file is no PDF, is cut short, or a reader gives up on it. */
export class UnreadableError extends Error {
  override readonly name = 'UnreadableError'
}

/**
 * What a reader gets from a PDF. Throws {@link UnreadableError}, and nothing else, for bytes that cannot be read.
 * Each of the three libraries parses the file once, from its own copy.
 */
export async function readBack(pdf: Uint8Array): Promise<ReadBack> {
  const table = checkEnds(pdf)
  try {
    checkObjectTable(pdf, table)
    const objects = await readObjects(pdf)
    const marked = await readMarkedText(pdf)
    const plain = await readPlainText(pdf)
    const pages = pagesOf(objects.pages, marked.pages, plain)
    const { xmp, ...catalogue } = objects.catalogue
    const said = (key: string): string => marked.info.get(key) ?? ''
    return {
      roots: objects.roots.map((root) => tagOf(root, objects.catalogue.lang, pages)),
      pages,
      metadata: {
        ...catalogue,
        title: said('Title'),
        keywords: said('Keywords'),
        created: said('CreationDate'),
        info: marked.info,
        ...(xmp ? { xmp: { ...readXmp(xmp.packet), compressed: xmp.compressed } } : {}),
      },
    }
  } catch (error) {
    throw new UnreadableError(error instanceof Error ? error.message : String(error), { cause: error })
  }
}

/**
 * All three libraries mend a file that was cut short by searching it for objects, and say nothing. So its two ends are
 * looked at first (ISO 32000-1 §7.5.2 and §7.5.5). Gives the place of the table of objects.
 */
function checkEnds(pdf: Uint8Array): number {
  if (pdf.length === 0) throw new UnreadableError('the file is empty')
  const ascii = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')
  if (!ascii(pdf.subarray(0, 8)).startsWith('%PDF-')) throw new UnreadableError('the file does not begin as a PDF')
  const end = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(ascii(pdf.subarray(-64)))
  if (end === null) throw new UnreadableError('the file does not end as a PDF: it was cut short')
  const table = ascii(pdf.subarray(Number(end[1]), Number(end[1]) + 20))
  // A cross-reference table, or a stream object that holds one.
  if (!/^\s*(?:xref|\d+ \d+ obj)/.test(table))
    throw new UnreadableError('the table of objects is not where the file says')
  return Number(end[1])
}

function pagesOf(raw: readonly RawPage[], marked: readonly MarkedText[], plain: readonly string[]): PageBack[] {
  if (raw.length !== marked.length || raw.length !== plain.length) {
    throw new RangeError(`readers count ${raw.length}, ${marked.length} and ${plain.length} pages`)
  }
  return raw.map(({ content, fonts, annotations, tabs }, i) => ({
    plain: plain[i]!,
    artifacts: marked[i]!.artifacts,
    tagged: marked[i]!.tagged,
    content: scanContent(content),
    fonts,
    annotations,
    tabs,
  }))
}

function tagOf(raw: RawTag, inherited: string, pages: readonly PageBack[]): Tag {
  const { kids, ...rest } = raw
  const lang = raw.lang ?? inherited
  return { ...rest, lang, kids: kids.map((kid) => kidOf(kid, lang, pages)) }
}

function kidOf(kid: RawKid, lang: string, pages: readonly PageBack[]): Kid {
  if (kid.kind === 'tag') return tagOf(kid, lang, pages)
  if (kid.kind === 'annotation') return kid
  const { page, mcid, inParentTree } = kid
  const back = pages[page - 1]
  const paints = back?.content.marks.get(mcid)?.paints
  const text = back?.tagged.get(mcid) ?? ''
  return { kind: 'piece', page, mcid, inParentTree, text, ...(paints === undefined ? {} : { paints }) }
}
