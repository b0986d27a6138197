import type { Direction, Text } from '../document/index.js'
import { pt, type Pt } from '../geometry/index.js'
import {
  breakOpportunities,
  isolate,
  itemise,
  lostLetters,
  shapeRun,
  toPt,
  type BreakOpportunity,
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
  /** Where a line may end, ascending, the text's end last. */
  readonly opportunities: readonly BreakOpportunity[]
  /** Advance of the cluster that starts at each UTF-16 offset, 0 elsewhere. */
  readonly advances: Float64Array
}

/** What a leaflet's text is set with: fonts of its language, and what was found on the way. */
export interface Composition {
  readonly fonts: FontSet
  readonly direction: Direction
  readonly missing: MissingLetter[]
  /** Shaped once: a leaflet is set several times, with other spaces between its blocks. */
  readonly shaped: WeakMap<Text, Shaped>
}
type Shaped = Pick<SetText, 'text' | 'levels' | 'runs' | 'opportunities'> & { readonly sizes: Map<Pt, SetText> }

export const composition = (fonts: FontSet, direction: Direction): Composition => ({
  fonts,
  direction,
  missing: [],
  shaped: new WeakMap(),
})

export function setText(text: Text, size: Pt, { fonts, direction, missing, shaped }: Composition): SetText {
  let known = shaped.get(text)
    const isolated = isolate(text, direction)
    const itemised = itemise(isolated, fonts, direction)
    missing.push(...itemised.missing)
    const runs = itemised.runs.map(shapeRun)
    missing.push(...runs.flatMap(lostLetters))
    known = { ...itemised, runs, opportunities: breakOpportunities(isolated), sizes: new Map() }
  }
  const { sizes, ...rest } = known
  let set = sizes.get(size)
  if (!set)
    sizes.set(size, (set = { ...rest, direction, size, advances: advancesOf(rest.text.length, rest.runs, size) }))
  return set
}

function advancesOf(length: number, runs: readonly ShapedRun[], size: Pt): Float64Array {
  const advances = new Float64Array(length)
  for (const { run, clusters } of runs) {
    for (const c of clusters) advances[run.range.start + c.start] = toPt(c.glyph.advance, run, size)
  }
  return advances
}

const bolded = new WeakMap<Text, Text>()

/** The same text in bold; the same object for the same text, so that it is shaped once. */
export function inBold(text: Text): Text {
  let bold = bolded.get(text)
  if (!bold) bolded.set(text, (bold = text.map((span) => ({ ...span, weight: 'bold' }))))
  return bold
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
