import type { FontUnit } from '../geometry/index.js'
import { buildClusterFont, type ClusterGlyph, type Face } from '../text/index.js'
import type { PdfFile, Ref } from './pdfkit.js'
import { toUnicodeMap } from './to-unicode.js'

interface Volume {
  readonly name: string
  readonly font: Ref
  /** Cluster → code, from 1: code 0 stays .notdef. */
  readonly codes: Map<ClusterGlyph, number>
}

/** The fonts of one PDF: a code for each cluster that is painted, one embedded font for each face. */
export class FontBook {
  readonly #volumes = new Map<Face, Volume>()
  /** Clusters that stand for the same ink but say something more to readers (see reader-marks.ts). */
  readonly #marked = new Map<string, ClusterGlyph>()
  readonly #file: PdfFile

  constructor(file: PdfFile) {
    this.#file = file
  }

  /** The same ink with another text, which is stored as it is given: in visual order. */
  withText(glyph: ClusterGlyph, text: string): ClusterGlyph {
    const key = `${glyph.parts.map((p) => `${p.glyph},${p.dx},${p.dy}`).join(';')}|${glyph.advance}|${text}`
    let marked = this.#marked.get(key)
    if (!marked) this.#marked.set(key, (marked = { ...glyph, text, rtl: false }))
    return marked
  }

  /** Text without ink, as wide as `advance` in font units: pdf.js forgets where it is at codes of no width. */
  blank(beside: ClusterGlyph, text: string, advance: number): ClusterGlyph {
    return this.withText({ ...beside, parts: [], advance: advance as FontUnit }, text)
  }

  /** The run's glyphs as a literal string for Tj (shorter than hexadecimal), and the name of its font on this page. */
  encode(face: Face, glyphs: readonly ClusterGlyph[]): { font: string; codes: string } {
    let volume = this.#volumes.get(face)
    if (!volume) {
      volume = { name: `F${this.#volumes.size + 1}`, font: this.#file.object({ Type: 'Font' }), codes: new Map() }
      this.#volumes.set(face, volume)
    }
    this.#file.useFont(volume.name, volume.font)
    let codes = ''
    for (const glyph of glyphs) {
      let code = volume.codes.get(glyph)
      if (code === undefined) {
        code = volume.codes.size + 1
        volume.codes.set(glyph, code)
      }
      codes += escaped(code >> 8) + escaped(code & 0xff)
    }
    return { font: volume.name, codes }
  }

  /** Embeds every font with what was used of it. */
  finish(): void {
    for (const [face, volume] of this.#volumes) embed(this.#file, face, volume)
  }
}

/** One byte of a literal string (ISO 32000-1 §7.3.4.2): brackets, backslash and line ends are escaped. */
function escaped(byte: number): string {
  if (byte === 0x0d) return '\\r'
  if (byte === 0x0a) return '\\n'
  const character = String.fromCharCode(byte)
  return character === '(' || character === ')' || character === '\\' ? `\\${character}` : character
}

/** Type 0 font with a CIDFontType2 descendant (ISO 32000-1 §9.7). */
function embed(file: PdfFile, face: Face, { font, codes }: Volume): void {
  const glyphs = [...codes.keys()]
  const built = buildClusterFont(face, glyphs)
  const { trueType } = face
  const scale = (n: number): number => Math.round((n * 1000 * 1000) / trueType.unitsPerEm) / 1000
  const baseFont = `${subsetTag(built.bytes)}+${trueType.postScriptName}`
  const fontFile = file.object({ Length1: built.bytes.byteLength })
  fontFile.end(built.bytes)
  const descriptor = file.object({
    Type: 'FontDescriptor',
    FontName: baseFont,
    // Symbolic (bit 3): codes are ours, not an Adobe encoding; serif is bit 2, forced bold isn't used.
    Flags: 4 | (trueType.serif ? 2 : 0),
    FontBBox: built.bounds.map(scale),
    ItalicAngle: trueType.italicAngle,
    Ascent: scale(trueType.ascender),
    Descent: scale(trueType.descender),
    CapHeight: scale(trueType.capHeight),
    StemV: 50 + Math.round((trueType.weight / 65) ** 2),
    FontFile2: fontFile,
  })
  descriptor.end()
  const map = new Uint8Array((codes.size + 1) * 2)
  built.glyphOf.forEach((glyph, i) => {
    map[(i + 1) * 2] = glyph >> 8
    map[(i + 1) * 2 + 1] = glyph & 0xff
  })
  const cidToGid = file.object({})
  cidToGid.end(map)
  const descendant = file.object({
    Type: 'Font',
    Subtype: 'CIDFontType2',
    BaseFont: baseFont,
    CIDSystemInfo: { Registry: new String('Adobe'), Ordering: new String('Identity'), Supplement: 0 },
    FontDescriptor: descriptor,
    DW: 0,
    W: [1, built.advances.map(scale)],
    CIDToGIDMap: cidToGid,
  })
  descendant.end()
  const toUnicode = file.object({})
  toUnicode.end(toUnicodeMap(glyphs))
  Object.assign(font.data, {
    Subtype: 'Type0',
    BaseFont: baseFont,
    Encoding: 'Identity-H',
    DescendantFonts: [descendant],
    ToUnicode: toUnicode,
  })
  font.end()
}

/** Six capitals that stand for the subset (ISO 32000-1 §9.6.4), from the font's bytes: FNV-1a. */
function subsetTag(bytes: Uint8Array): string {
  let hash = 0x811c9dc5
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0
  let tag = ''
  for (let i = 0; i < 6; i++, hash = Math.floor(hash / 26)) tag += String.fromCharCode(65 + (hash % 26))
  return tag
}
