import type { FontUnit } from '../geometry/index.js'
import { keptFor } from '../memory/index.js'
import { keyOf, type ClusterGlyph } from '../text/index.js'

/** Clusters that stand for the same ink but say something more to readers (see reader-marks.ts). */
export class MarkedGlyphs {
  /** The same ink with another text, which is stored as it is given: in visual order. */
  withText(glyph: ClusterGlyph, text: string): ClusterGlyph {
    const marked = markedOf(glyph)
    let found = marked.get(text)
    if (!found) {
      const { parts, advance } = glyph
      found = { ...glyph, text, rtl: false, key: keyOf({ parts, advance, text, rtl: false }) }
      marked.set(text, found)
    }
    return found
  }

  /** Text without ink, as wide as `advance` in font units: pdf.js forgets where it is at codes of no width. */
  blank(text: string, advance: number): ClusterGlyph {
    const id = `${advance} ${text}`
    let found = blanks.get(id)
    if (!found) {
      const ink = { parts: [], inkTop: 0, inkBottom: 0, missing: false }
      const told = { parts: [], advance: advance as FontUnit, text, rtl: false }
      found = { ...ink, ...told, id: 0, key: keyOf(told) }
      blanks.set(id, found)
    }
    return found
  }
}

const markedOf = keptFor<ClusterGlyph, Map<string, ClusterGlyph>>(() => new Map())
/** A mark or two and a space, in the few widths that are needed. */
const blanks = new Map<string, ClusterGlyph>()
