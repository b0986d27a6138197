import type { Pt } from '../geometry/index.js'
import type { PlacedRun } from '../layout/index.js'
import { toPt } from '../text/index.js'
import { isWeak, slotOf, widthOf, type Slot, type Stroke } from './strokes.js'

/**
 * A left-to-right piece inside a right-to-left leaflet, for PDFium (Chrome, Edge). It sorts text by where each Tj or TJ
 * starts, cuts a line into stretches of one kind (letters, digits, the rest) and reverses their order: an English phrase
 * comes back as "care social children's". So each stretch starts, with an unseen space, where a word of the leaflet's
 * own direction would, and steps from there to its ink:
 *
 *   printed   children's social care EREH      capitals: right-to-left letters
 *   starts    care social s ' children EREH    read from the right: children ' s social care
 *
 * Readers that go by the places of letters (pdf.js, Poppler) see them where they are printed.
 */
export function reorderPiece(runs: readonly PlacedRun[], size: Pt): Stroke[] {
  const left = Math.min(...runs.map((r) => r.x))
  const right = Math.max(...runs.map((r) => r.x + r.width))
  return runs.flatMap(stretchesOf).map(({ run, slots, from }) => {
    const ink = run.x + toPt(from, run.shaped.run, size)
    return { run, x: ink, start: right - (ink - left) - widthOf({ run, slots }, size), slots }
  })
}

interface Stretch {
  readonly run: PlacedRun
  readonly slots: Slot[]
  /** Font units from the run's left edge. */
  readonly from: number
}

function stretchesOf(run: PlacedRun): Stretch[] {
  const stretches: Stretch[] = []
  let from = 0
  let kind: Kind | undefined
  for (const { glyph } of run.shaped.clusters) {
    const own = kindOf(glyph.text)
    if (own === kind && own !== 'neutral') stretches.at(-1)!.slots.push(slotOf(glyph))
    else stretches.push({ run, slots: [slotOf(glyph)], from })
    kind = own
    from += glyph.advance
  }
  return stretches
}

type Kind = 'letters' | 'weak' | 'neutral'

/** PDFium's kinds: bidi class L; EN, AN, CS, ES, ET, NSM, BN; all others. One neutral character is a stretch. */
function kindOf(text: string): Kind {
  if (isWeak(text)) return 'weak'
  return /\p{L}/u.test(text) ? 'letters' : 'neutral'
}
