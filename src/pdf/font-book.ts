import { buildClusterFont, type ClusterGlyph, type Face, type ShapedRun } from '../text/index.js'
import type { PdfFile, Ref } from './pdfkit.js'
import { hex, toUnicodeMap } from './to-unicode.js'

interface Volume {
  readonly name: string
  readonly font: Ref
  /** Cluster → code, from 1: code 0 stays .notdef. */
  readonly codes: Map<ClusterGlyph, number>
}

/** The fonts of one PDF: a code for each cluster that is painted, one embedded font for each face. */
export class FontBook {
  readonly #volumes = new Map<Face, Volume>()
  readonly #file: PdfFile

  constructor(file: PdfFile) {
    this.#file = file
  }

  /** The run's glyphs as a hexadecimal string for Tj, and the name of its font on the current page. */
  encode({ run, clusters }: ShapedRun): { font: string; codes: string } {
    const face = run.font.face
    let volume = this.#volumes.get(face)
    if (!volume) {
      volume = { name: `F${this.#volumes.size + 1}`, font: this.#file.object({ Type: 'Font' }), codes: new Map() }
      this.#volumes.set(face, volume)
    }
    this.#file.useFont(volume.name, volume.font)
    let codes = ''
    for (const { glyph } of clusters) {
      let code = volume.codes.get(glyph)
      if (code === undefined) {
        code = volume.codes.size + 1
        volume.codes.set(glyph, code)
      }
      codes += hex(code)
    }
    return { font: volume.name, codes }
  }

  /** Embeds every font with what was used of it. */
  finish(): void {
    for (const [face, volume] of this.#volumes) embed(this.#file, face, volume)
  }
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
