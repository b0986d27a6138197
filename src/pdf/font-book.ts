import { Kept, keptFor } from '../memory/index.js'
import { buildClusterFont, type EmbeddedFace } from '../text/index.js'
import type { Volume } from './code-book.js'
import { deflate, deflateLatin1 } from './deflate.js'
import { Written, type PdfFile, type Ref } from './pdfkit.js'
import { toUnicodeMap } from './to-unicode.js'

/** A font as it is embedded: all that does not depend on the numbers of objects. Streams are deflated. */
interface Embedded {
  readonly baseFont: string
  readonly file: Uint8Array
  readonly fileLength: number
  readonly cidToGid: Uint8Array
  readonly toUnicode: Uint8Array
  readonly widths: Written
  readonly descriptor: Readonly<Record<string, unknown>>
}

/** Embeds what a PDF uses of a face: a Type 0 font with a CIDFontType2 descendant (ISO 32000-1 §9.7). */
export function embedFont(file: PdfFile, volume: Volume): Ref {
  const font = keptFont(volume)
  const { baseFont } = font
  const FontFile2 = file.stream({ Length1: font.fileLength }, font.file)
  const descriptor = file.write(Object.assign({}, font.descriptor, { FontFile2 }))
  const descendant = file.write({
    Type: 'Font',
    Subtype: 'CIDFontType2',
    BaseFont: baseFont,
    CIDSystemInfo: { Registry: new String('Adobe'), Ordering: new String('Identity'), Supplement: 0 },
    FontDescriptor: descriptor,
    DW: 0,
    W: font.widths,
    CIDToGIDMap: file.stream({}, font.cidToGid),
  })
  return file.write({
    Type: 'Font',
    Subtype: 'Type0',
    BaseFont: baseFont,
    Encoding: 'Identity-H',
    DescendantFonts: [descendant],
    ToUnicode: file.stream({}, font.toUnicode),
  })
}

/** About 30 kB each; leaflets in thirty languages use about a hundred. */
const fonts = new Kept<string, Embedded>(100)
/** The last few of each face: mostly the very same glyphs come again, and their keys make a long text. */
const lastOf = keptFor<EmbeddedFace, { readonly glyphs: Volume['glyphs']; readonly font: Embedded }[]>(() => [])
const keptFont = keptFor((volume: Volume): Embedded => {
  const last = lastOf(volume.face)
  const same = last.find(
    ({ glyphs }) => glyphs.length === volume.glyphs.length && glyphs.every((glyph, i) => glyph === volume.glyphs[i]),
  )
  const font = same?.font ?? fontByKeys(volume)
  if (!same && last.unshift({ glyphs: volume.glyphs, font }) > 4) last.pop()
  return font
})

function fontByKeys(volume: Volume): Embedded {
  const id = `${volume.face.id}\n${volume.glyphs.map((g) => g.key).join('\n')}`
  return fonts.get(id) ?? fonts.set(id, makeFont(volume))
}

function makeFont({ face, glyphs }: Volume): Embedded {
  const built = buildClusterFont(face, glyphs)
  const { trueType } = face
  const scaled =
    (unitsPerEm: number) =>
    (n: number): number =>
      Math.round((n * 1000 * 1000) / unitsPerEm) / 1000
  const scale = scaled(trueType.unitsPerEm)
  const own = scaled(built.unitsPerEm)
  const baseFont = `${subsetTag(built.bytes)}+${trueType.postScriptName}`
  const map = new Uint8Array((glyphs.length + 1) * 2)
  built.glyphOf.forEach((glyph, i) => {
    map[(i + 1) * 2] = glyph >> 8
    map[(i + 1) * 2 + 1] = glyph & 0xff
  })
  return {
    baseFont,
    file: deflate(built.bytes),
    fileLength: built.bytes.byteLength,
    cidToGid: deflate(map),
    toUnicode: deflateLatin1(toUnicodeMap(glyphs)),
    widths: new Written(`[1 [${built.advances.map(own).join(' ')}]]`),
    descriptor: {
      Type: 'FontDescriptor',
      FontName: baseFont,
      // Symbolic (bit 3): codes are ours, not an Adobe encoding; serif is bit 2, italic bit 7.
      Flags: 4 | (trueType.serif ? 2 : 0) | (trueType.italicAngle === 0 ? 0 : 64),
      FontBBox: built.bounds.map(own),
      ItalicAngle: trueType.italicAngle,
      Ascent: scale(trueType.ascender),
      Descent: scale(trueType.descender),
      CapHeight: scale(trueType.capHeight),
      StemV: 50 + Math.round((trueType.weight / 65) ** 2),
    },
  }
}

/** Six capitals that stand for the subset (ISO 32000-1 §9.6.4), from the font's bytes: FNV-1a. */
function subsetTag(bytes: Uint8Array): string {
  let hash = 0x811c9dc5
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0
  let tag = ''
  for (let i = 0; i < 6; i++, hash = Math.floor(hash / 26)) tag += String.fromCharCode(65 + (hash % 26))
  return tag
}
