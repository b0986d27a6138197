import type { Pt } from '../geometry/index.js'
import type { PlacedRun, TextItem } from '../layout/index.js'
import { inReadingOrder } from './standing.js'
import { hasMark, isInkless, isRtl, isSpace, saidBy, strokeOf, textEnd, type Stroke } from './strokes.js'
import { keepUnseen } from './unseen.js'
import { wordsOf } from './words.js'

/**
 * Right-to-left passages of a left-to-right line, for readers that go through the line from the left. The words of a
 * passage, and all that stands between them, stand where those of a translation would (standing.ts), so that each
 * reader has only letters to turn:
 *
 * - pdf.js finds the direction of all that is set in one size: each part is set in another (see text-pen.ts).
 * - Poppler takes what follows a right-to-left word into it, up to the next letter or digit: U+200E goes before that.
 * - PDFium leaves a mark where it is stored and turns the letters beside it. A letter with marks is a part of its own,
 *   stored as it is read, with U+200E before each mark, at which Poppler's word ends; more of these, and U+200B, before
 *   it, until pdf.js takes the part for left-to-right.
 */
export function withPassages({ runs, size }: TextItem): Stroke[] {
  const strokes: Stroke[] = []
  const end = textEnd(runs)
  for (let i = 0; i < runs.length;) {
    const passage = runs.slice(i, Math.min(end, i + passageLength(runs, i)))
    i += Math.max(1, passage.length)
    if (passage.length === 0) {
      const after = strokes.at(-1)?.passage
      const stroke = keepUnseen(strokeOf(runs[i - 1]!))
      strokes.push(after ? { apart: true, ...stroke } : stroke)
    } else strokes.push(...turnPassage(passage, size))
  }
  return strokes
}

/** How many runs from `start` on are a passage: all above the line's level, and a right-to-left one among them. */
function passageLength(runs: readonly PlacedRun[], start: number): number {
  const end = runs.findIndex((run, i) => i >= start && run.shaped.run.level === 0)
  const passage = runs.slice(start, end < 0 ? runs.length : end)
  return passage.some(isRtl) ? passage.length : 0
}

function turnPassage(runs: readonly PlacedRun[], size: Pt): Stroke[] {
  const parts = runs
    .flatMap((run) => (isRtl(run) ? wordsOf(run, size, hasMark).map(asRead) : [strokeOf(run)]))
    .map(keepUnseen)
  for (const { slots } of parts.slice(1)) slots[0]!.lrm = true
  return inReadingOrder(parts, runs, { size, direction: 'ltr' }).map((part) => ({
    ...part,
    passage: true,
    apart: true,
  }))
}

/** pdf.js takes a text for left-to-right if fewer than three in ten of five characters or more are right-to-left. */
function asRead(part: Stroke): Stroke {
  for (const slot of part.slots.filter(hasMark)) {
    const { text } = slot.glyph
    slot.stored = '\u200E\u200B'.repeat([...text].length + 1) + text.replace(/\p{M}/gu, '\u200E$&')
  }
  return part
}

/** What readers need to find the ends of passages, and the direction of the line. */
export function markPassages(strokes: readonly Stroke[]): void {
  closePassages(strokes)
  outnumber(strokes)
}

/** In a left-to-right line: what comes after a right-to-left passage, if it is no letter, would be taken into it. */
function closePassages(strokes: readonly Stroke[]): void {
  let open = false
  for (const stroke of strokes) {
    const { passage, slots } = stroke
    const [first] = slots
    if (open && !passage && first && !/^\p{L}/u.test(first.stored)) first.lrm = true
    if (passage || !isInkless(stroke)) open = passage ?? false
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
  for (const stroke of [...strokes].sort((a, b) => a.x - b.x)) {
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
