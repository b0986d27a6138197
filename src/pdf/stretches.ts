import type { Pt } from '../geometry/index.js'
import type { PlacedRun } from '../layout/index.js'
import { toPt } from '../text/index.js'
import { isWeak, slotOf, type Slot, type Stroke } from './strokes.js'

/**
 * A left-to-right run of a right-to-left line, for PDFium (Chrome, Edge). It cuts a line into stretches of one kind (letters,
 * digits, the rest) and reverses their order: an English phrase comes back as "care social children's". So each stretch
 * stands where a word of the leaflet's own direction would (standing.ts).
 */
export function stretchesOf(run: PlacedRun, size: Pt): Stroke[] {
  const stretches: { run: PlacedRun; x: number; slots: Slot[] }[] = []
  let x: number = run.x
  let kind: Kind | undefined
  for (const { glyph } of run.shaped.clusters) {
    const own = kindOf(glyph.text)
    if (own === kind && own !== 'neutral') stretches.at(-1)!.slots.push(slotOf(glyph))
    else stretches.push({ run, x, slots: [slotOf(glyph)] })
    kind = own
    x += toPt(glyph.advance, run.shaped.run, size)
  }
  return stretches
}

type Kind = 'letters' | 'weak' | 'neutral'

/** PDFium's kinds: bidi class L; EN, AN, CS, ES, ET, NSM, BN; all others. One neutral character is a stretch. */
function kindOf(text: string): Kind {
  if (isWeak(text)) return 'weak'
  return /\p{L}/u.test(text) ? 'letters' : 'neutral'
}
