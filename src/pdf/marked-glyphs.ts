import type { FontUnit } from '../geometry/index.js'
import { keep, Kept, keptFor } from '../memory/index.js'
import { keyOf, type ClusterGlyph } from '../text/index.js'

/** Where a code stands to its ink, and how far the next one is: font units. */
interface Stand {
  readonly dx: number
  readonly advance: FontUnit
}

/**
 * A cluster that stands for the same ink but says something else to readers (see reader-marks.ts). Its text is stored as
 * it is given: in visual order. Its ink may stand `dx` font units to the right of its code.
 */
export function markedGlyph(glyph: ClusterGlyph, text: string, { dx, advance }: Stand): ClusterGlyph {
  const marked = markedOf(glyph)
  const id = dx === 0 && advance === glyph.advance ? text : `${dx} ${advance} ${text}`
  const found = marked.get(id)
  if (found) return found
  const parts = dx === 0 ? glyph.parts : glyph.parts.map((part) => ({ ...part, dx: part.dx + dx }))
  const told = { parts, advance, text, rtl: false }
  return marked.set(id, { ...glyph, ...told, key: keyOf(told) })
}

/** Text without ink, as wide as `advance` in font units: pdf.js forgets where it is at codes of no width. */
export function inkless(text: string, advance: number): ClusterGlyph {
  return keep(blanks, `${advance} ${text}`, () => {
    const told = { parts: [], advance: advance as FontUnit, text, rtl: false }
    return { ...told, id: 0, key: keyOf(told), inkTop: 0, inkBottom: 0, missing: false }
  })
}

/** The last few: ink may be at any distance from its code. */
const markedOf = keptFor<ClusterGlyph, Kept<string, ClusterGlyph>>(() => new Kept(64))
/** A mark or two and a space, in the few widths that are needed. */
const blanks = new Map<string, ClusterGlyph>()
