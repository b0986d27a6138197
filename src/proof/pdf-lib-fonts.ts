import { PDFDict } from '@cantoo/pdf-lib'
import { dict, dicts, integer, name, numbers, stream, type Numbers } from './pdf-lib-values.js'

/** What the file says of a font. `simple`: a font of one-byte codes, which says nothing about glyph ids. */
export type FontBack = { readonly kind: 'simple'; readonly name: string } | CompositeFont
/** A Type 0 font with one CIDFont (ISO 32000-1 §9.7). */
export interface CompositeFont {
  readonly kind: 'composite'
  readonly name: string
  /** Such as `Identity-H`; empty for a CMap of the file's own. */
  readonly encoding: string
  /** From a CID to a glyph, two bytes each; undefined: the file says neither a map nor "Identity". */
  readonly glyphs: Uint8Array | 'identity' | undefined
  /** Widths in thousandths of an em by CID, as W and DW give them (§9.7.4.3). */
  readonly widthOf: (cid: number) => number
  /** The embedded TrueType file. */
  readonly program?: Uint8Array
  /** Another kind of font program is embedded. */
  readonly otherProgram: boolean
  /** The CMap as text. */
  readonly toUnicode?: string
}

export function fontOf(font: PDFDict): FontBack {
  const base = name(font, 'BaseFont')
  const [descendant] = dicts(font, 'DescendantFonts')
  if (name(font, 'Subtype') !== 'Type0' || !descendant) return { kind: 'simple', name: base }
  const descriptor = dict(descendant, 'FontDescriptor')
  const program = descriptor && stream(descriptor, 'FontFile2')?.bytes
  const toUnicode = stream(font, 'ToUnicode')
  const map = stream(descendant, 'CIDToGIDMap')
  return {
    kind: 'composite',
    name: base,
    encoding: name(font, 'Encoding'),
    glyphs: map ? map.bytes : name(descendant, 'CIDToGIDMap') === 'Identity' ? 'identity' : undefined,
    widthOf: widthsOf(numbers(descendant, 'W') ?? [], integer(descendant, 'DW') ?? 1000),
    ...(program ? { program } : {}),
    otherProgram: descriptor !== undefined && stream(descriptor, 'FontFile3') !== undefined,
    ...(toUnicode ? { toUnicode: Buffer.from(toUnicode.bytes).toString('latin1') } : {}),
  }
}

/** The glyph that a code shows. Fonts of Doorstep have two-byte codes (Identity-H): code = CID. */
export function glyphOf({ glyphs }: CompositeFont, code: number): number {
  if (typeof glyphs !== 'object') return code
  return (glyphs[2 * code] ?? 0) * 256 + (glyphs[2 * code + 1] ?? 0)
}

/** `c [w1 w2 …]`: widths from c on; `first last w`: one for all. */
function widthsOf(array: Numbers, usual: number): (cid: number) => number {
  const widths = new Map<number, number>()
  for (let i = 0; i < array.length;) {
    const [first, second, third] = array.slice(i, i + 3)
    if (typeof first !== 'number') break
    if (typeof second === 'object') {
      second.forEach((w, k) => widths.set(first + k, typeof w === 'number' ? w : NaN))
      i += 2
    } else {
      if (typeof second !== 'number' || typeof third !== 'number') break
      // CIDs have two bytes; a damaged file may say more.
      for (let cid = first; cid <= Math.min(second, 0xffff); cid++) widths.set(cid, third)
      i += 3
    }
  }
  return (cid) => widths.get(cid) ?? usual
}
