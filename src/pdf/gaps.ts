import type { Direction } from '../document/index.js'
import type { Pt } from '../geometry/index.js'
import { isInkless, isSpace, markAlone, widthOf, type Slot, type Stroke } from './strokes.js'

/**
 * Spaces that stand by themselves. PDFium overlooks text objects without ink, and finds a space where two others are
 * further apart than a part of the wider of the two codes beside the gap (CPDF_TextPage::ProcessInsertObject). A space of
 * Nastaliq is narrower than that: there a mark, which is narrow, goes to the end of either.
 */
export function keepGaps(strokes: readonly Stroke[], direction: Direction, size: Pt): readonly Stroke[] {
  const ends = new Map<Stroke, { left?: true; right?: true }>()
  strokes.forEach((space, i) => {
    const [before, after] = [strokes[i - 1], strokes[i + 1]]
    if (!before || !after || !space.slots.every(isSpace) || !isInkless(space)) return
    const [left, right] = direction === 'rtl' ? [after, before] : [before, after]
    if (widthOf(space, size) > Math.max(leastGap(left, left.slots.at(-1), size), leastGap(right, right.slots[0], size)))
      return
    ends.set(left, { ...ends.get(left), right: true })
    ends.set(right, { ...ends.get(right), left: true })
  })
  if (ends.size === 0) return strokes
  return strokes.map((stroke) => {
    const { left, right } = ends.get(stroke) ?? {}
    const mark = markAlone(direction, 2)
    return left || right
      ? { ...stroke, slots: [...(left ? [mark] : []), ...stroke.slots, ...(right ? [mark] : [])] }
      : stroke
  })
}

/** Half of a code that is narrower than 400 thousandths of an em, less of a wide one, and a little for what rounds off. */
function leastGap({ run: { shaped } }: Stroke, slot: Slot | undefined, size: Pt): number {
  const { face, scale } = shaped.run.font
  const width = ((slot?.glyph.advance ?? 0) * 1000) / face.trueType.unitsPerEm
  return ((width / (width < 400 ? 2 : width < 700 ? 4 : width < 800 ? 5 : 6) + 10) * size * scale) / 1000
}
