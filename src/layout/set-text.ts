import type { Direction, Text } from '../document/index.js'
import { pt, type Pt } from '../geometry/index.js'
import {
  breakOpportunities,
  isolate,
  itemise,
  shapeRun,
  toPt,
  type FontSet,
  type MissingLetter,
  type ShapedRun,
} from '../text/index.js'

/** A paragraph after shaping, before lines: independent of the measure. */
export interface SetText {
  /** All spans joined, isolates included. */
  readonly text: string
  readonly direction: Direction
  /** UAX #9 level of each UTF-16 unit. */
  readonly levels: Uint8Array
  readonly runs: readonly ShapedRun[]
  readonly size: Pt
  /** UAX #14: offsets where a line may end, ascending, the text's end last. */
  readonly opportunities: readonly number[]
  /** Advance of the cluster that starts at each UTF-16 offset, 0 elsewhere. */
  readonly advances: Float64Array
}

/** What a leaflet's text is set with: fonts of its language, and what was found on the way. */
export interface Composition {
  readonly fonts: FontSet
  readonly direction: Direction
  readonly missing: MissingLetter[]
}

export function setText(text: Text, size: Pt, composition: Composition): SetText {
  const { fonts, direction } = composition
  const itemised = itemise(isolate(text, direction), fonts, direction)
  composition.missing.push(...itemised.missing)
  const runs = itemised.runs.map(shapeRun)
  const advances = new Float64Array(itemised.text.length)
  for (const { run, clusters } of runs) {
    for (const c of clusters) advances[run.range.start + c.start] = toPt(c.glyph.advance, run, size)
  }
  return { ...itemised, direction, runs, size, opportunities: breakOpportunities(itemised.text), advances }
}

/** Highest and lowest ink of some texts, in em, y up. */
export interface Ink {
  readonly top: number
  readonly bottom: number
}

function inkOf(texts: readonly SetText[]): Ink {
  let top = 0
  let bottom = 0
  for (const { runs } of texts) {
    for (const { run, clusters } of runs) {
      for (const { glyph } of clusters) {
        top = Math.max(top, toPt(glyph.inkTop, run, pt(1)))
        bottom = Math.min(bottom, toPt(glyph.inkBottom, run, pt(1)))
      }
    }
  }
  return { top, bottom }
}

/** Ink of some texts, and at least that of Latin capitals and descenders. */
export function lineInkOf(texts: readonly SetText[]): Ink {
  const ink = inkOf(texts)
  return { top: Math.max(ink.top, 0.76), bottom: Math.min(ink.bottom, -0.24) }
}
