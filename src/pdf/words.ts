import type { Pt } from '../geometry/index.js'
import type { PlacedRun } from '../layout/index.js'
import { toPt } from '../text/index.js'
import { slotOf, type Slot, type Stroke } from './strokes.js'

/**
 * Words of a right-to-left run one by one, from its right end, and all other characters by themselves; so are letters that
 * stand `alone`.
 */
export function wordsOf(run: PlacedRun, size: Pt, alone: (slot: Slot) => boolean = () => false): Stroke[] {
  const strokes: { run: PlacedRun; x: number; slots: Slot[] }[] = []
  let x: number = run.x + run.width
  let inWord = false
  for (const { glyph } of [...run.shaped.clusters].reverse()) {
    x -= toPt(glyph.advance, run.shaped.run, size)
    const slot = slotOf(glyph)
    const letter = /[\p{L}\p{M}\p{Cf}]/u.test(glyph.text) && !alone(slot)
    const word = strokes.at(-1)
    if (letter && inWord && word) {
      word.slots.unshift(slot)
      word.x = x
    } else strokes.push({ run, x, slots: [slot] })
    // PDFium would cut the word here, and not turn it around.
    inWord = letter && !/^\p{Cf}+$/u.test(glyph.text)
  }
  return strokes
}
