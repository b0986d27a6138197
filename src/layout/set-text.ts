import { spanOf, type Direction, type Text } from '../document/index.js'
import { pt, type Pt } from '../geometry/index.js'
import { keptFor, keptForPair } from '../memory/index.js'
import {
  breakOpportunities,
  facesFor,
  isolate,
  itemise,
  leadOf,
  lostLetters,
  shapeRun,
  spaceRun,
  toPt,
  type BreakOpportunity,
  type FontSet,
  type MissingLetter,
  type ShapedRun,
} from '../text/index.js'
import type { Overfull } from './overfull.js'

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
  breaks(): readonly BreakOpportunity[]
}

/** What a leaflet's text is set with: fonts of its language, and what was found on the way. */
export interface Composition {
  readonly fonts: FontSet
  readonly direction: Direction
  /** Letters that no font has, of the texts set so far. */
  readonly missing: MissingLetter[]
  readonly seen: Set<Text>
  /** Texts that took more lines than their place is meant to have. */
  readonly overfull: Overfull[]
}

export const composition = (fonts: FontSet, direction: Direction): Composition => ({
  fonts,
  direction,
  missing: [],
  seen: new Set(),
  overfull: [],
})

/** A language's fonts in the order in which they set English: figures and signs come from the Latin font too. */
export const forEnglish = keptFor((fonts: FontSet): FontSet => {
  const passage = { script: 'Latn', language: 'en' }
  return { script: 'Latn', regular: facesFor(fonts, 'regular', passage), bold: facesFor(fonts, 'bold', passage) }
})

export const setText = (text: Text, size: Pt, composition: Composition): SetText => shapedOf(text, composition).at(size)

function shapedOf(text: Text, { fonts, direction, missing, seen }: Composition): Shaped {
  const known = (shapedIn(fonts, text)[direction] ??= shapeText(text, fonts, direction))
  if (known.missing.length > 0 && !seen.has(text)) missing.push(...known.missing)
  seen.add(text)
  return known
}

/** A text once it is shaped, for any size. */
interface Shaped {
  readonly missing: readonly MissingLetter[]
  readonly runs: readonly ShapedRun[]
  at(size: Pt): SetText
}

/** Shaped once: a leaflet is set several times, and the same texts stand in many leaflets. */
const shapedIn = keptForPair<FontSet, Text, { [direction in Direction]?: Shaped }>(() => ({}))

function shapeText(spans: Text, fonts: FontSet, direction: Direction): Shaped {
  const isolated = isolate(spans, direction)
  const { text, levels, runs: plain, missing: uncovered } = itemise(isolated, fonts, direction)
  const runs = plain.map((run) => spaceRun(shapeRun(run)))
  const missing = [...uncovered, ...runs.flatMap(lostLetters)]
  // Texts of one line are not asked for any.
  let opportunities: readonly BreakOpportunity[] | undefined
  const breaks = (): readonly BreakOpportunity[] => (opportunities ??= breakOpportunities(isolated))
  const sizes = new Map<Pt, SetText>()
  const at = (size: Pt): SetText => {
    let set = sizes.get(size)
    if (!set) sizes.set(size, (set = { text, direction, levels, runs, size, breaks }))
    return set
  }
  return { missing, runs, at }
}

/** Advance of the cluster that starts at each UTF-16 offset of a text, 0 elsewhere. Ink is measured without them. */
export const advancesOf = keptFor(({ text, runs, size }: SetText): Float64Array => {
  const advances = new Float64Array(text.length)
  for (const { run, clusters } of runs) {
    const rtl = run.level % 2 === 1
    let at = run.range.start
    for (let i = 0; i < clusters.length; i++) {
      const { glyph } = clusters[rtl ? clusters.length - 1 - i : i]!
      advances[at] = toPt(glyph.advance, run, size)
      at += glyph.text.length
    }
  }
  return advances
})

/** White that a line does without which starts at a UTF-16 offset; 0 of most texts. */
export function leadAt(set: SetText, at: number): number {
  return set.runs[0]?.run.spacing?.has(at) ? (leadsOf(set).get(at) ?? 0) : 0
}

const leadsOf = keptFor(({ runs, size }: SetText): ReadonlyMap<number, number> => {
  const leads = new Map<number, number>()
  for (const shaped of runs) {
    let at = shaped.run.range.start
    for (const cluster of shaped.run.level % 2 === 1 ? [] : shaped.clusters) {
      const lead = leadOf(shaped, at, cluster)
      if (lead > 0) leads.set(at, toPt(lead, shaped.run, size))
      at += cluster.glyph.text.length
    }
  }
  return leads
})

/** The same text in bold; the same object for the same text, so that it is shaped once. */
export const inBold = keptFor((text: Text): Text => text.map((span) => spanOf(span.text, span, { weight: 'bold' })))

/** Highest and lowest ink of some texts at one em, y up. */
export interface Ink {
  readonly top: number
  readonly bottom: number
}

const inkOfRuns = keptFor((runs: readonly ShapedRun[]): Ink => {
  let top = 0
  let bottom = 0
  for (const { run, clusters } of runs) {
    let [high, low] = [0, 0]
    for (const { glyph } of clusters) {
      if (glyph.inkTop > high) high = glyph.inkTop
      if (glyph.inkBottom < low) low = glyph.inkBottom
    }
    top = Math.max(top, toPt(high, run, pt(1)))
    bottom = Math.min(bottom, toPt(low, run, pt(1)))
  }
  return { top, bottom }
})

/** Ink of a text, and at least that of Latin capitals and descenders. */
export const lineInkOf = ({ runs }: Pick<SetText, 'runs'>): Ink => widest([inkOfRuns(runs)])

/** The same of some texts together. */
export const lineInkOfAll = (texts: readonly Text[], composition: Composition): Ink =>
  widest(texts.map((text) => inkOfRuns(shapedOf(text, composition).runs)))

const widest = (inks: readonly Ink[]): Ink => ({
  top: Math.max(0.76, ...inks.map((i) => i.top)),
  bottom: Math.min(-0.24, ...inks.map((i) => i.bottom)),
})
