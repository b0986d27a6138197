import type { Pt } from '../geometry/index.js'
import type { PlacedRun, TextItem } from '../layout/index.js'
import { isBlank, isRtl, isSpace, saidBy, strokeOf, widthOf, type Slot, type Stroke } from './strokes.js'
import { wordsOf } from './words.js'

/**
 * Right-to-left passages of a left-to-right line, for readers that go through the line from the left:
 *
 * - pdf.js finds the direction of all that is set in one size: a passage is set in another (see text-pen.ts).
 * - Poppler takes what follows a passage into it, up to the next letter or digit: U+200E goes before that.
 * - PDFium turns each word of a passage, but leaves them in the order in which they start. So each starts, with an
 *   unseen space, where its translation would:
 *
 *   printed   ask for EREH EMOC now      capitals: right-to-left letters
 *   starts    ask for COME HERE now
 */
export function withPassages({ runs, size }: TextItem): Stroke[] {
  const strokes: Stroke[] = []
  for (let i = 0; i < runs.length;) {
    const passage = runs.slice(i, i + passageLength(runs, i))
    i += Math.max(1, passage.length)
    if (passage.length === 0) {
      const after = strokes.at(-1)?.passage
      strokes.push({ ...strokeOf(runs[i - 1]!), ...(after ? { apart: true } : {}) })
    } else strokes.push(...turnPassage(passage, size))
  }
  return strokes
}

/** How many runs from `start` on are a passage: a right-to-left one, and what goes with it above the line's level. */
function passageLength(runs: readonly PlacedRun[], start: number): number {
  if (!isRtl(runs[start]!)) return 0
  const end = runs.findIndex((run, i) => i > start && run.shaped.run.level === 0)
  return (end < 0 ? runs.length : end) - start
}

/**
 * A right-to-left passage of a left-to-right line, each run painted from the left. PDFium sorts by starts: each word
 * starts where its translation would.
 */
function turnPassage(runs: readonly PlacedRun[], size: Pt): Stroke[] {
  const left = Math.min(...runs.map((r) => r.x))
  const right = Math.max(...runs.map((r) => r.x + r.width))
  const strokes = runs.flatMap((run) => {
    const words = isRtl(run) ? wordsOf(run, size).reverse() : [strokeOf(run)]
    const edge = words[0]!.slots[0]!
    if (!/^\p{L}/u.test(edge.stored)) {
      // Poppler's passage begins with a letter; PDFium turns brackets after right-to-left letters.
      if (isRtl(run) && run.x === left) edge.rlm = true
      else if (!isRtl(run)) edge.lrm = true
    }
    // From one run to the next pdf.js goes back to the left, and drops a space there that is nothing else.
    if (runs.length > 1) for (const slot of [words[0]!.slots[0]!, words.at(-1)!.slots.at(-1)!]) keepSpace(slot)
    return words
  })
  const [first, ...rest] = strokes.map((s): Stroke => {
    return { ...s, start: left + right - s.x - widthOf(s, size), passage: true }
  })
  return [{ ...first!, apart: true }, ...rest]
}

function keepSpace(slot: Slot): void {
  if (isSpace(slot)) slot.stored = '\u200B' + slot.stored
}

/** What readers need to find the ends of passages, and the direction of the line. */
export function markPassages(strokes: readonly Stroke[]): void {
  closePassages(strokes)
  outnumber(strokes)
}

/** Whether a line of a left-to-right leaflet is all right-to-left: it is read as such lines are elsewhere. */
export const isAllPassage = ({ runs }: TextItem): boolean =>
  runs.some(isRtl) && runs.every((run) => run.shaped.run.level > 0)

/** In a left-to-right line: what comes after a right-to-left passage, if it is no letter, would be taken into it. */
function closePassages(strokes: readonly Stroke[]): void {
  let open = false
  for (const { passage, slots } of strokes) {
    const [first] = slots
    if (open && !passage && first && !/^\p{L}/u.test(first.stored)) first.lrm = true
    // PDFium overlooks text objects without ink, and the marks on them.
    if (passage || !slots.every((slot) => isBlank(slot.glyph))) open = passage ?? false
  }
}

/**
 * PDFium takes a line for right-to-left if it has as many right-to-left stretches as left-to-right ones: U+200E and
 * U+200B, in turn before its first letter, are more of these.
 */
function outnumber(strokes: readonly Stroke[]): void {
  if (!strokes.some((s) => s.passage)) return
  const excess = { left: 0, right: 0 }
  let last: 'left' | 'right' | undefined
  for (const stroke of [...strokes].sort((a, b) => (a.start ?? a.x) - (b.start ?? b.x))) {
    for (const character of stroke.slots.map(saidBy).join('')) {
      const side = sideOf(character)
      if (side && side !== last) excess[side]++
      last = side
    }
  }
  const first = strokes.find((s) => !s.passage)?.slots.find((slot) => !isSpace(slot))
  // With some in reserve: its classes are of an older Unicode than ours.
  const missing = excess.right - excess.left + 3
  if (first && missing > 0) first.stored = '\u200E\u200B'.repeat(missing) + first.stored
}

function sideOf(character: string): 'left' | 'right' | undefined {
  if (character === '\u200E') return 'left'
  if (/[\u061C\u200F]|(?=\p{L})[\p{Script=Hebrew}\p{Script=Arabic}]/u.test(character)) return 'right'
  return /\p{L}/u.test(character) ? 'left' : undefined
}
