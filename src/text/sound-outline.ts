import { boxOf, isComposite, partsOfOutline } from './outline.js'
import { viewOf } from './sfnt.js'

// Flags of a simple glyph's point (OpenType 1.9, glyf: Simple Glyph Description).
const X_SHORT = 0x02
const Y_SHORT = 0x04
const REPEAT = 0x08
const X_SAME_OR_POSITIVE = 0x10
const Y_SAME_OR_POSITIVE = 0x20

/** Deeper composites are taken for loops; real fonts have two or three levels. */
const DEEPEST = 8

/**
 * Tells whether glyphs can be drawn as they are described; blank ones can. `outlineOf` gives undefined where there is
 * no such glyph. Answers are kept: composites of composites would otherwise be looked at again and again.
 */
export function soundness(outlineOf: (glyph: number) => Uint8Array | undefined): (glyph: number) => boolean {
  const known = new Map<number, boolean>()
  const look = (glyph: number, depth: number): boolean => {
    const answer = known.get(glyph)
    if (answer !== undefined) return answer
    known.set(glyph, false) // a glyph that is a part of itself cannot be drawn
    const outline = outlineOf(glyph)
    const sound = outline !== undefined && depth <= DEEPEST && isSoundOutline(outline, (part) => look(part, depth + 1))
    known.set(glyph, sound)
    return sound
  }
  return (glyph) => look(glyph, 0)
}

function isSoundOutline(outline: Uint8Array, isSoundPart: (glyph: number) => boolean): boolean {
  if (outline.byteLength === 0) return true
  if (outline.byteLength < 10) return false
  if (!isComposite(outline)) return isSoundSimple(outline)
  return partsOfOutline(outline)?.every(isSoundPart) ?? false
}

/** All points are there, and the ink is no larger than they are: line height and bounds are worked out from it. */
function isSoundSimple(outline: Uint8Array): boolean {
  const view = viewOf(outline)
  const contours = view.getInt16(0)
  let at = 10 + contours * 2
  if (contours === 0) return true
  if (at + 2 > outline.byteLength) return false
  let last = -1
  for (let i = 0; i < contours; i++) {
    const end = view.getUint16(10 + i * 2)
    if (end < last) return false
    last = end
  }
  at += 2 + view.getUint16(at)
  const flags = new Uint8Array(last + 1)
  for (let i = 0; i <= last;) {
    const flag = outline[at++]
    if (flag === undefined) return false
    const times = flag & REPEAT ? 1 + (outline[at++] ?? Infinity) : 1
    if (i + times > last + 1) return false
    flags.fill(flag, i, i + times)
    i += times
  }
  const box = boxOf(outline)!
  const xs = extentOf(view, at, { flags, short: X_SHORT, same: X_SAME_OR_POSITIVE })
  const ys = xs && extentOf(view, xs.next, { flags, short: Y_SHORT, same: Y_SAME_OR_POSITIVE })
  if (!xs || !ys) return false
  return box.xMin >= xs.min - 1 && box.xMax <= xs.max + 1 && box.yMin >= ys.min - 1 && box.yMax <= ys.max + 1
}

/** Least and greatest coordinate of the points on one axis, and where the next axis begins. */
function extentOf(
  view: DataView,
  start: number,
  { flags, short, same }: { flags: Uint8Array; short: number; same: number },
): { min: number; max: number; next: number } | undefined {
  let at = start
  let value = 0
  let min = Infinity
  let max = -Infinity
  for (const flag of flags) {
    if (flag & short) {
      if (at + 1 > view.byteLength) return undefined
      const step = view.getUint8(at++)
      value += flag & same ? step : -step
    } else if (!(flag & same)) {
      if (at + 2 > view.byteLength) return undefined
      value += view.getInt16(at)
      at += 2
    }
    min = Math.min(min, value)
    max = Math.max(max, value)
  }
  return { min, max, next: at }
}
