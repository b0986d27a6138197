// The one file that knows harfbuzzjs (HarfBuzz compiled to WebAssembly).
//
// - Font units throughout: no scale is set, so HarfBuzz answers in the face's own grid.
// - Glyphs come in visual order, left to right, in both directions; `cluster` is a UTF-16 offset into the text given.
// - Objects free their memory in WebAssembly when JavaScript collects them; faces live as long as the process.
import * as hb from 'harfbuzzjs'
import type { FontUnit } from '../geometry/index.js'

/** One glyph as HarfBuzz places it, relative to the pen. */
export interface PlacedGlyph {
  readonly glyph: number
  /** UTF-16 offset of the first character of its cluster, in the text that was shaped. */
  readonly cluster: number
  readonly advance: FontUnit
  readonly dx: FontUnit
  readonly dy: FontUnit
  /** Breaking the line before this cluster would change its shape (HB_GLYPH_FLAG_UNSAFE_TO_BREAK). */
  readonly unsafe: boolean
}

/** What HarfBuzz needs to know about a run. */
export interface ShapeOrder {
  readonly text: string
  readonly direction: 'ltr' | 'rtl'
  /** ISO 15924, such as Arab. */
  readonly script: string
  /** BCP 47. */
  readonly language: string
}

export interface Ink {
  readonly left: number
  readonly bottom: number
  readonly right: number
  readonly top: number
}

export class HarfBuzzFont {
  readonly unitsPerEm: number
  readonly #font: hb.Font
  readonly #buffer = new hb.Buffer()

  /** Throws RangeError when the bytes are no font that HarfBuzz can use. */
  constructor(bytes: Uint8Array) {
    const face = new hb.Face(new hb.Blob(bytes))
    if (face.referenceTable('cmap') === undefined || face.referenceTable('maxp') === undefined) {
      throw new RangeError('it has no cmap or maxp table')
    }
    this.unitsPerEm = face.upem
    this.#font = new hb.Font(face)
  }

  /** Glyph of a code point by the font's cmap, undefined when there is none. */
  nominalGlyph(codePoint: number): number | undefined {
    const glyph = this.#font.nominalGlyph(codePoint)
    return glyph === 0 ? undefined : glyph
  }

  /** Where a glyph leaves ink, in font units, y up; undefined for blank glyphs. */
  ink(glyph: number): Ink | undefined {
    const e = this.#font.glyphExtents(glyph)
    if (!e || (e.width === 0 && e.height === 0)) return undefined
    return { left: e.xBearing, top: e.yBearing, right: e.xBearing + e.width, bottom: e.yBearing + e.height }
  }

  shape(order: ShapeOrder): PlacedGlyph[] {
    const buffer = this.#buffer
    buffer.reset()
    buffer.addText(order.text)
    buffer.setDirection(order.direction === 'rtl' ? hb.Direction.RTL : hb.Direction.LTR)
    buffer.setScript(order.script)
    buffer.setLanguage(order.language)
    hb.shape(this.#font, buffer)
    return buffer.getGlyphInfosAndPositions().map((g) => ({
      glyph: g.codepoint,
      cluster: g.cluster,
      advance: (g.xAdvance ?? 0) as FontUnit,
      dx: (g.xOffset ?? 0) as FontUnit,
      dy: (g.yOffset ?? 0) as FontUnit,
      unsafe: (g.flags & hb.GlyphFlag.UNSAFE_TO_BREAK) !== 0,
    }))
  }
}
