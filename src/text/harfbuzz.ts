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

/** A step of a drawn path; coordinates x, y in turn: one pair for M and L, two for Q, three for C, none for Z. */
export interface PathStep {
  readonly type: 'M' | 'L' | 'Q' | 'C' | 'Z'
  readonly values: readonly number[]
}

export class HarfBuzzFont {
  readonly #font: hb.Font
  readonly #buffer = new hb.Buffer()

  /** `weight`: where to pin the weight axis of a variable font; its other axes stay where the font has them. */
  constructor(bytes: Uint8Array, weight?: number) {
    this.#font = new hb.Font(new hb.Face(new hb.Blob(bytes)))
    if (weight !== undefined) this.#font.setVariations([new hb.Variation('wght', weight)])
  }

  /** Glyph of a code point by the font's cmap, undefined when there is none. */
  nominalGlyph(codePoint: number): number | undefined {
    const glyph = this.#font.nominalGlyph(codePoint)
    return glyph === 0 ? undefined : glyph
  }

  /** A glyph's outline in font units, y up, as it is drawn; empty for blank and damaged ones. */
  path(glyph: number): PathStep[] {
    return this.#font.glyphToJson(glyph) as PathStep[]
  }

  advance(glyph: number): number {
    return this.#font.glyphHAdvance(glyph)
  }

  shape(order: ShapeOrder): PlacedGlyph[] {
    const buffer = this.#buffer
    buffer.reset()
    buffer.addText(order.text)
    buffer.setDirection(order.direction === 'rtl' ? hb.Direction.RTL : hb.Direction.LTR)
    buffer.setScript(order.script)
    buffer.setLanguage(order.language)
    hb.shape(this.#font, buffer)
    // Not getGlyphInfosAndPositions: its glyphs have hidden properties, which cost more than the shaping.
    const positions = buffer.getGlyphPositions()
    return buffer.getGlyphInfos().map(({ codepoint, cluster, flags }, i) => {
      const { xAdvance, xOffset, yOffset } = positions[i]!
      return {
        glyph: codepoint,
        cluster,
        advance: xAdvance as FontUnit,
        dx: xOffset as FontUnit,
        dy: yOffset as FontUnit,
        unsafe: (flags & hb.GlyphFlag.UNSAFE_TO_BREAK) !== 0,
      }
    })
  }
}
