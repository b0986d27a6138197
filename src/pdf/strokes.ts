import type { Direction } from '../document/index.js'
import type { FontUnit, Pt } from '../geometry/index.js'
import type { PlacedRun } from '../layout/index.js'
import { keptFor } from '../memory/index.js'
import { coarseAdvance, toPt, type ClusterGlyph } from '../text/index.js'
import { inkless, markedGlyph } from './marked-glyphs.js'

const LRM = '\u200E'
const RLM = '\u200F'
const ALM = '\u061C'

/** A cluster about to be painted, and the marks that go to the left of its text. */
export interface Slot {
  readonly glyph: ClusterGlyph
  readonly traits: Traits
  /** Its text in visual order: as it is stored in the font, before marks. */
  stored: string
  lrm: boolean
  rlm: boolean
  alm: boolean
}

/** What one Tj paints: clusters of one run from left to right. */
export interface Stroke {
  readonly run: PlacedRun
  /** Left edge of its codes, and of its ink if that is not away. */
  readonly x: number
  /** How far to the right of its codes the ink stands (see standing.ts). */
  readonly away?: number
  /** Painted in a font of coarse units, because the ink is very far. */
  readonly coarse?: true
  /** Not one text with the stroke before (see text-pen.ts). */
  readonly apart?: true
  /** Part of a right-to-left passage of a left-to-right line. */
  readonly passage?: true
  readonly slots: readonly Slot[]
  /** In place of slots where readers need nothing but the run itself. */
  readonly plain?: readonly ClusterGlyph[]
}

/** What readers see in a cluster: worked out once, for each stands in thousands of lines. */
export interface Traits {
  /** What a code stands for: in right-to-left runs readers turn the codes of a line round one code point at a time. */
  readonly stored: string
  /** One white space. */
  readonly space: boolean
  /** Has a combining mark (Mn). */
  readonly mark: boolean
  /** Bidi classes EN, AN, CS, ES, ET. */
  readonly weak: boolean
  /** Bidi_Mirrored, and the quotation marks that PDFium turns as well. */
  readonly mirrored: boolean
  /** Letters alone. */
  readonly letters: boolean
  /** Letters, perhaps with one mark after them. */
  readonly markedLetters: boolean
}
const traitsOf = keptFor(({ text, rtl }: ClusterGlyph): Traits => ({
  stored: rtl ? [...text].reverse().join('') : text,
  space: /^\s$/u.test(text),
  mark: /\p{Mn}/u.test(text),
  weak: isWeak(text),
  mirrored: /^[\p{Bidi_Mirrored}“”‘’]$/u.test(text),
  letters: /^\p{L}+$/u.test(text),
  markedLetters: /^\p{L}+\p{M}?$/u.test(text),
}))
/** Bidi classes EN, AN, CS, ES, ET. */
export const isWeak = (text: string): boolean =>
  /^[0-9\u0660-\u066C\u06F0-\u06F9²³¹+\-,./:#$%¢-¥°±‰€\u00A0\u060C\u202F\u2212]+$/u.test(text)

export const slotOf = (glyph: ClusterGlyph): Slot => {
  const traits = traitsOf(glyph)
  return { glyph, traits, stored: traits.stored, lrm: false, rlm: false, alm: false }
}

export const strokeOf = (run: PlacedRun): Stroke => ({
  run,
  x: run.x,
  slots: run.shaped.clusters.map((c) => slotOf(c.glyph)),
})

/** How far the codes advance. */
export const widthOf = ({ run, slots, coarse }: Stroke, size: Pt): number => {
  const sum = slots.reduce((units, { glyph }) => units + (coarse ? coarseAdvance(glyph) : glyph.advance), 0)
  return toPt(Math.max(0, sum), run.shaped.run, size)
}

/**
 * How far each code advances, font units: never back, for hmtx says no such thing (OpenType 1.9: uint16), and widths of
 * the file are those of the font (ISO 14289-1 §7.21.5, ISO 19005-2 §6.2.11.5). In Nastaliq a cluster may lead back. What
 * it takes is taken from the code after it; at the end, from the one before:
 *
 *   clusters   512  -45  300      300  -45
 *   codes      512    0  255      255    0
 */
function advancesOf({ slots, coarse }: Stroke): number[] {
  const advances: number[] = slots.map(({ glyph }) => (coarse ? coarseAdvance(glyph) : glyph.advance))
  if (advances.every((advance) => advance >= 0)) return advances
  const take = (from: number, to: number): void => {
    if (advances[from]! >= 0 || advances[to] === undefined) return
    advances[to] += advances[from]!
    advances[from] = 0
  }
  for (let i = 0; i < advances.length; i++) take(i, i + 1)
  for (let i = advances.length - 1; i > 0; i--) take(i, i - 1)
  return advances.map((advance) => Math.max(0, advance))
}

/** Behind it are spaces, which hang at the end of the line (UAX #9, L1), not on the side of the piece they belong to. */
export const textEnd = (runs: readonly PlacedRun[]): number =>
  runs.findLastIndex((run) => run.shaped.run.text.trim() !== '') + 1

export const isRtl = (run: PlacedRun): boolean => run.shaped.run.level % 2 === 1
export const isSpace = ({ traits }: Slot): boolean => traits.space
/** All of it blank: PDFium overlooks such text objects, and the marks on them. */
export const isInkless = ({ slots }: Stroke): boolean => slots.every((slot) => isBlank(slot.glyph))
/** No ink. */
export const isBlank = (glyph: ClusterGlyph): boolean => glyph.inkTop === 0 && glyph.inkBottom === 0
export const hasMark = ({ traits }: Slot): boolean => traits.mark

/** The clusters to paint, with what they say to readers; the ink of the first is `away` font units from its code. */
export function glyphsOf(stroke: Stroke, away: number): ClusterGlyph[] {
  const advances = advancesOf(stroke)
  let far = away
  return stroke.slots.map((slot, i) => {
    const text = saidBy(slot)
    const advance = advances[i]! as FontUnit
    const dx = isBlank(slot.glyph) ? 0 : far
    far += slot.glyph.advance - advance
    if (text === slot.traits.stored && dx === 0 && advance === slot.glyph.advance) return slot.glyph
    return markedGlyph(slot.glyph, text, { dx, advance })
  })
}

/** The text of its code, marks and all. */
export const saidBy = ({ stored, lrm, rlm, alm }: Slot): string =>
  (lrm ? LRM : '') + (rlm ? RLM : '') + (alm ? ALM : '') + stored

/** The width of a space that readers see and paper does not: a sixteenth of an em, in font units. */
export const narrow = (run: PlacedRun): number => Math.round(run.shaped.run.font.face.trueType.unitsPerEm / 16)

/** A mark of this direction without ink, `width` font units wide. */
export const markAlone = (direction: Direction, width: number): Slot =>
  slotOf(inkless(direction === 'ltr' ? LRM : RLM, width))

/** The same and a space: what readers see as one letter. */
export const markedSpace = (direction: Direction, width: number): Slot =>
  slotOf(inkless(`${direction === 'ltr' ? LRM : RLM} `, width))
