import { pt, type Pt } from '../geometry/index.js'
import {
  cutRun,
  hyphenAfter,
  startOfTail,
  visualOrder,
  widthOf,
  withoutInk,
  withoutLead,
  type ShapedRun,
} from '../text/index.js'
import type { LineRange } from './break-lines.js'
import type { PlacedRun } from './page.js'
import { advancesOf, type SetText } from './set-text.js'

/** A line with its runs at their places, x from the line's left edge; widths without what hangs at the end. */
export interface Line {
  /** Logical order. */
  readonly runs: readonly PlacedRun[]
  readonly width: Pt
  /** Width of the spaces, and of a dot without ink, that hang beyond the start or end of the line. */
  readonly hanging: Pt
}

interface Piece {
  readonly shaped: ShapedRun
  readonly level: number
  readonly width: Pt
}

/** Puts the runs of one line side by side in printed order (UAX #9 L1, L2); they stay listed in logical order. */
export function setLine(set: SetText, range: LineRange): Line {
  const tail = startOfTail(set.text, { start: range.start, end: range.dot ?? range.end })
  const pieces = piecesOf(set, range, tail)
  if (range.hyphen) pieces.push(...hyphenOf(pieces.at(-1), set.size))
  const places = new Map<Piece, number>()
  let x = 0
  for (const piece of visualOrder(pieces)) {
    places.set(piece, x)
    x += piece.width
  }
  const advances = advancesOf(set)
  let hanging = 0
  for (let i = tail; i < range.end; i++) hanging += advances[i] ?? 0
  const runs = pieces.map((p) => ({ shaped: p.shaped, span: p.shaped.run.span, x: pt(places.get(p)!), width: p.width }))
  return { runs, width: pt(x - hanging), hanging: pt(hanging) }
}

/** The hyphen that a line ends with stands after its last word, in its font and direction. */
function hyphenOf(last: Piece | undefined, size: Pt): Piece[] {
  if (!last) return []
  const { run } = last.shaped
  const shaped = hyphenAfter(run, run.range.end)
  return [{ shaped, level: last.level, width: widthOf(shaped, size) }]
}

/** `tail`: where the spaces at the line's end start. */
function piecesOf(set: SetText, range: LineRange, tail: number): Piece[] {
  const base = set.direction === 'rtl' ? 1 : 0
  const pieces: Piece[] = []
  for (let i = firstRun(set.runs, range.start); i < set.runs.length; i++) {
    const shaped = set.runs[i]!
    const start = Math.max(shaped.run.range.start, range.start)
    const end = Math.min(shaped.run.range.end, range.end)
    if (start >= range.end) break
    // Rule L1: spaces at the line's end take the paragraph's level.
    // The dot and all behind it are a piece of their own.
    const own = shaped.run.level !== base || range.dot !== undefined
    const cuts = own && tail > start && tail < end ? [start, tail, end] : [start, end]
    for (let k = 0; k + 1 < cuts.length; k++) {
      const cut = cutRun(shaped, { start: cuts[k]!, end: cuts[k + 1]! })
      // Readers find the dot in its place all the same.
      const inked = range.dot !== undefined && cuts[k]! >= tail ? withoutInk(cut) : cut
      const part = pieces.length === 0 ? withoutLead(inked) : inked
      const level = cuts[k]! >= tail ? base : shaped.run.level
      pieces.push({ shaped: part, level, width: widthOf(part, set.size) })
    }
  }
  return pieces
}

/** The first run that ends after an offset, found by halves: a text may have a run for each character. */
function firstRun(runs: readonly ShapedRun[], offset: number): number {
  let low = 0
  let high = runs.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (runs[middle]!.run.range.end <= offset) low = middle + 1
    else high = middle
  }
  return low
}
