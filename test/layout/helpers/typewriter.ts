import type { Span } from '../../../src/document/index.js'
import type { FontUnit, Pt } from '../../../src/geometry/index.js'
import { composition, setText, type SetText } from '../../../src/layout/set-text.js'
import { graphemesOf, type Cluster, type ClusterGlyph, type Face, type FontSet } from '../../../src/text/index.js'
import { span } from '../../text/helpers/spans.js'

/**
 * A typewriter in place of a font: every character is 500 units of 1000 wide, its ink reaches from -200 to 700, and
 * each grapheme is one cluster. At 10 points a character is 5 points wide, which can be counted by eye. Its ascender,
 * in units, says no more than how high readers see its lines.
 */
export const typewriter = (script = 'Latn', ascender = 800): FontSet => {
  const list = [{ face: new TypewriterFace(ascender) as unknown as Face, scale: 1 }]
  return { script, regular: list, bold: list }
}

class TypewriterFace {
  readonly id = 'typewriter'
  readonly trueType
  readonly #glyphs = new Map<string, ClusterGlyph>()

  constructor(ascender: number) {
    this.trueType = { unitsPerEm: 1000, ascender, descender: -200 }
  }

  covers(): boolean {
    return true
  }

  shape({ text, direction }: { text: string; direction: 'ltr' | 'rtl' }): Cluster[] {
    const rtl = direction === 'rtl'
    const clusters = [...graphemesOf(text)].map(({ segment }): Cluster => ({
      glyph: this.#glyph(segment, rtl),
      unsafe: false,
    }))
    return rtl ? clusters.reverse() : clusters
  }

  #glyph(text: string, rtl: boolean): ClusterGlyph {
    const kept = this.#glyphs.get(text + String(rtl))
    if (kept) return kept
    const ink = /\s/.test(text) ? { inkTop: 0, inkBottom: 0 } : { inkTop: 700, inkBottom: -200 }
    const advance = 500 as FontUnit
    const id = this.#glyphs.size
    const glyph = {
      id,
      key: `${text}|${id}`,
      parts: [{ glyph: id + 1, dx: 0, dy: 0 }],
      advance,
      text,
      rtl,
      missing: false,
      ...ink,
    }
    this.#glyphs.set(text + String(rtl), glyph)
    return glyph
  }
}

/** A text set at 10 points. */
export const typed = (text: string | readonly Span[], direction: 'ltr' | 'rtl' = 'ltr'): SetText =>
  setText(
    typeof text === 'string' ? [span(text)] : text,
    10 as Pt,
    composition(typewriter(direction === 'rtl' ? 'Hebr' : 'Latn'), direction),
  )

/** Width of so many characters at 10 points. */
export const columns = (n: number): Pt => (n * 5) as Pt
