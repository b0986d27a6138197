import type { Pt } from '../geometry/index.js'
import type { PlacedRun, TextItem } from '../layout/index.js'
import { toPt } from '../text/index.js'
import { stretchesOf } from './stretches.js'
import { inReadingOrder } from './standing.js'
import { isBlank, isRtl, isSpace, strokeOf, textEnd, type Slot, type Stroke } from './strokes.js'
import { keepUnseen } from './unseen.js'
import { wordsOf } from './words.js'

/**
 * A line of a right-to-left leaflet, in logical order: pieces that run the other way, and what stands within them, stand in
 * reading order, and runs with few letters are painted word by word.
 */
export function rightToLeft({ runs, size }: TextItem): Stroke[] {
  const strokes: Stroke[] = []
  const end = textEnd(runs)
  for (let i = 0; i < runs.length; i++) {
    const run = runs[i]!
    if (run.shaped.run.level === 1) strokes.push(...partsOf(run, size).map(keepUnseen))
    else if (i >= end) strokes.push(keepUnseen(strokeOf(run)))
    else {
      const piece = [run]
      while (i + 1 < end && runs[i + 1]!.shaped.run.level !== 1) piece.push(runs[++i]!)
      const parts = piece.flatMap((one) => partsOf(one, size)).map(keepUnseen)
      strokes.push(...inReadingOrder(parts, piece, { size, direction: 'rtl' }))
    }
  }
  return strokes
}

function partsOf(run: PlacedRun, size: Pt): Stroke[] {
  // A dot where a line ends, with spaces around it: PDFium overlooks each of them by itself.
  if (run.shaped.clusters.every(({ glyph }) => isBlank(glyph))) return [strokeOf(run)]
  if (!isRtl(run)) return stretchesOf(run, size)
  return looksRtl(run) ? splitNeutrals(strokeOf(run), size) : withSpaces(wordsOf(run, size))
}

/**
 * Brackets and quotation marks beside spaces and punctuation, at an end of a run or three in a row, are painted one by one:
 * with the marks on all of them, pdf.js would take them for left-to-right and turn them around.
 */
function splitNeutrals(stroke: Stroke, size: Pt): Stroke[] {
  const { slots } = stroke
  const strokes: { x: number; slots: Slot[] }[] = []
  let x = stroke.x
  let whole: Slot[] | undefined
  for (let i = 0; i < slots.length;) {
    let end = i
    while (end < slots.length && isNeutral(slots[end]!)) end++
    const apart =
      end - i >= (i === 0 || end === slots.length ? 2 : 3) && slots.slice(i, end).some(({ traits }) => traits.mirrored)
    for (const slot of slots.slice(i, Math.max(end, i + 1))) {
      if (whole && !apart) whole.push(slot)
      else strokes.push({ x, slots: (whole = [slot]) })
      if (apart) whole = undefined
      x += toPt(slot.glyph.advance, stroke.run.shaped.run, size)
    }
    i = Math.max(end, i + 1)
  }
  return strokes.map((part) => ({ ...stroke, ...part })).reverse()
}

const isNeutral = ({ traits, glyph }: Slot): boolean =>
  traits.space || traits.mirrored || /^[\p{P}\p{S}]$/u.test(glyph.text)

/** PDFium overlooks a space by itself. A word takes the one before it, if pdf.js still turns the two around. */
function withSpaces(words: readonly Stroke[]): Stroke[] {
  const strokes: Stroke[] = []
  for (const word of words) {
    const space = strokes.at(-1)
    if (space?.slots.every(isSpace) && word.slots.every(({ traits }) => traits.letters))
      strokes.splice(-1, 1, { ...word, slots: [...word.slots, ...space.slots] })
    else strokes.push(word)
  }
  return strokes
}

/** pdf.js turns a text around if three in ten of its characters are right-to-left letters; marks count as others. */
function looksRtl({ shaped }: PlacedRun): boolean {
  const { text } = shaped.run
  const enough = (text.length + MOST_MARKS) * 0.3
  let letters = 0
  for (const character of text) if (/\p{L}/u.test(character) && ++letters > enough) return true
  return false
}
const MOST_MARKS = 5
