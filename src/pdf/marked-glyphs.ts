import type { FontUnit } from '../geometry/index.js'
import { Kept, keptFor } from '../memory/index.js'
import { keyOf, type ClusterGlyph } from '../text/index.js'

/** Where a code stands to its ink, and how far the next one is: font units. */
interface Stand {
  readonly dx: number
  readonly advance: FontUnit
}

/**
 * A cluster that stands for the same ink but says something else to readers (see reader-marks.ts). Its text is stored as
 * it is given: in visual order. The ink may stand `dx` font units to the right of its code, and the next code nearer than
 * the ink is wide.
 */
export function markedGlyph(glyph: ClusterGlyph, text: string, { dx, advance }: Stand): ClusterGlyph {
  const marked = markedOf(glyph)
  const id = dx === 0 && advance === glyph.advance ? text : `${dx} ${advance} ${text}`
  let found = marked.get(id)
  if (!found) {
    const parts = dx === 0 ? glyph.parts : glyph.parts.map((part) => ({ ...part, dx: part.dx + dx }))
    const told = { parts, advance, text, rtl: false }
    found = { ...glyph, ...told, key: keyOf(told) }
    marked.set(id, found)
  }
  return found
}

/** Text without ink, as wide as `advance` in font units: pdf.js forgets where it is at codes of no width. */
export function inkless(text: string, advance: number): ClusterGlyph {
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

/** The last few: ink may be at any distance from its code. */
const markedOf = keptFor<ClusterGlyph, Kept<string, ClusterGlyph>>(() => new Kept(64))
/** A mark or two and a space, in the few widths that are needed. */
const blanks = new Map<string, ClusterGlyph>()
