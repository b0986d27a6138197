import type { Direction } from '../document/index.js'
import type { Pt } from '../geometry/index.js'
import type { PlacedRun } from '../layout/index.js'
import { widthOf, type Stroke } from './strokes.js'

/**
 * Readers go through a line from one end to the other. Where a piece of it runs against them, the codes of its parts
 * stand where they would be if they ran with them, and the ink of each stays where it is printed:
 *
 *   printed   ask for EREH EMOC now      children's social care EREH      capitals: right-to-left letters
 *   codes     ask for EMOC EREH now      care social s'children EREH
 *
 * In the font such a glyph is a composite whose parts are that far from its origin: 32,767 units at most (OpenType 1.9,
 * glyf), which is 32 em of most fonts. A wider piece is painted in a font of coarse units (text/coarse-face.ts). One that
 * is wider still, on paper larger than A4, stands as it is printed.
 */
export function inReadingOrder(
  parts: readonly Stroke[],
  runs: readonly PlacedRun[],
  { size, direction }: Line,
): Stroke[] {
  const left = Math.min(...runs.map((r) => r.x))
  const right = Math.max(...runs.map((r) => r.x + r.width))
  const farthest = Math.max(...runs.map((run) => unitsOf(right - left, run, size)))
  // Half of an odd number of units would be no number of units.
  const even = runs.every((run) => run.shaped.run.font.face.trueType.unitsPerEm % 2 === 0)
  if (farthest > (even ? 2 : 1) * FARTHEST) return [...parts]
  let edge = direction === 'ltr' ? left : right
  return parts.map((printed) => {
    const part: Stroke = farthest > FARTHEST ? { coarse: true, ...printed } : printed
    const width = widthOf(part, size)
    const x = direction === 'ltr' ? edge : edge - width
    edge = direction === 'ltr' ? edge + width : x
    return Object.assign({}, part, { x, away: printed.x - x })
  })
}

interface Line {
  readonly size: Pt
  /** In which readers go. */
  readonly direction: Direction
}

/** Font units: room for the widest letters is left. */
const FARTHEST = 0x7fff - 2000

/** Points as units of the font of a run. */
export const unitsOf = (length: number, { shaped: { run } }: PlacedRun, size: Pt): number =>
  Math.round((length * run.font.face.trueType.unitsPerEm) / (size * run.font.scale))
