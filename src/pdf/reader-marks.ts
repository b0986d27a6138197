import type { Pt } from '../geometry/index.js'
import type { PlacedRun, TextItem } from '../layout/index.js'
import { toPt } from '../text/index.js'
import type { MarkedGlyphs } from './marked-glyphs.js'
import { isAllPassage, markPassages, withPassages } from './passages.js'
import { reorderPiece } from './reading-order.js'
import {
  blank,
  hasMark,
  isBlank,
  isRtl,
  isSpace,
  narrow,
  slotOf,
  strokeOf,
  widthOf,
  type Slot,
  type Stroke,
} from './strokes.js'
import { keepUnseen } from './unseen.js'
import { wordsOf } from './words.js'

/**
 * What readers need besides glyphs to give back a line in its logical order, word by word. They undo the printed order
 * and find spaces by rules of their own; the invisible marks U+200E, U+200F and U+061C in the text of a code set these
 * straight. Nothing on paper changes.
 *
 * - pdf.js drops a space after which it has to go back to the left, and gives two for a space before a cluster with a
 *   combining mark. A space whose text is a mark and a space is one letter like others to it.
 * - pdf.js sees no new line at a cluster with a combining mark: a mark and a narrow space go before it.
 * - pdf.js takes a right-to-left run with few letters for left-to-right: it gets its words one by one.
 * - pdf.js takes U+200F for a left-to-right letter, and combining marks after it too. U+061C has no direction to it.
 * - Poppler takes neutral characters beside a left-to-right piece of a right-to-left line into it: "GDPR." comes back as
 *   ".GDPR". The piece gets U+200F at its left edge, and the space at its right edge has both marks.
 * - Poppler takes punctuation that may stand in numbers, and the space after it, for a number: it gets U+200F.
 * - Poppler takes a line of one-letter words for a letterspaced word: one of them gets a mark.
 * - Poppler and PDFium take hyphens away where a line ends: U+200B follows.
 * - PDFium turns brackets and guillemets after right-to-left letters: U+200E to their right prevents it.
 * - PDFium reverses English phrases word by word: see reading-order.ts. Hebrew in English lines: see passages.ts.
 * - MuPDF starts a new word at a right-to-left cluster whose text begins with a combining mark: U+200F goes before it.
 *
 * A mark never ends the text of a code (pdf.js drops such codes) and never has a code of its own before a letter
 * (Poppler takes the letter after a code without width for another word).
 */
export function strokesOf(item: TextItem, desk: Desk): ReadonlyMap<PlacedRun, readonly Stroke[]> {
  if (desk.direction === 'ltr' && isPlain(item)) return new Map(item.runs.map((run) => [run, [plainStroke(run)]]))
  // A line of a left-to-right leaflet that is all in Hebrew or Arabic is read as such lines are elsewhere.
  const rtl = desk.direction === 'rtl' || isAllPassage(item)
  const strokes = (rtl ? readable(item) : withPassages(item)).map(keepUnseen)
  markSpaces(strokes, rtl)
  markLetterspaced(strokes)
  if (rtl) {
    if (strokes.length > 1) markEdges(strokes, item.size)
    markMirrored(strokes)
  }
  markClusters(strokes)
  if (!rtl) markPassages(strokes)
  return byRun([
    ...lead(item, strokes, desk),
    ...hyphenKept(strokes, item, desk).flatMap((s, i) => (i > 0 && rtl ? opened(s, item, desk) : [s])),
  ])
}

/** A line that readers get right by themselves: all of it left-to-right, without marks and unseen characters. */
function isPlain({ runs }: TextItem): boolean {
  if (runs.some((run) => isRtl(run) || NOTED.test(run.shaped.run.text))) return false
  const text = runs.map((run) => run.shaped.run.text).join('')
  return !HYPHEN_END.test(text) && !LETTERSPACED.test(text)
}
const NOTED = /[\p{M}\p{Cf}]/u
const HYPHEN_END = /[-\u2010]\s*$/u
const LETTERSPACED = /^\s*\S(?:\s+\S)+\s*$/u

const plainStroke = (run: PlacedRun): Stroke => ({
  run,
  x: run.x,
  slots: [],
  plain: run.shaped.clusters.map((c) => c.glyph),
})

interface Desk {
  readonly fonts: MarkedGlyphs
  readonly direction: 'ltr' | 'rtl'
}

/** Strokes in logical order: pieces that run the other way in reading order, runs without letters one by one. */
function readable({ runs, size }: TextItem): Stroke[] {
  const strokes: Stroke[] = []
  // Spaces at the line's end hang on its left (UAX #9, L1), not on the side of the piece that they belong to.
  const end = runs.findLastIndex((run) => run.shaped.run.text.trim() !== '') + 1
  for (let i = 0; i < runs.length; i++) {
    const run = runs[i]!
    if (isRtl(run)) strokes.push(...(looksRtl(run) ? splitSpace(strokeOf(run), size) : wordsOf(run, size)))
    else if (i >= end) strokes.push(strokeOf(run))
    else {
      const piece = [run]
      while (i + 1 < end && !isRtl(runs[i + 1]!)) piece.push(runs[++i]!)
      strokes.push(...reorderPiece(piece, size))
    }
  }
  return strokes
}

/**
 * A space at the end of a run after a bracket or quotation mark is painted by itself: with the marks on both, pdf.js
 * would take the two for left-to-right and turn them around.
 */
function splitSpace(stroke: Stroke, size: Pt): Stroke[] {
  const [space, mirrored, ...rest] = stroke.slots
  if (!space || !mirrored || !isSpace(space) || !mirrored.traits.mirrored) return [stroke]
  const x = stroke.x + toPt(space.glyph.advance, stroke.run.shaped.run, size)
  return [
    { ...stroke, x, slots: [mirrored, ...rest] },
    { ...stroke, slots: [space] },
  ]
}

/** pdf.js turns a text around if three in ten of its characters are right-to-left letters; marks count as others. */
function looksRtl({ shaped }: PlacedRun): boolean {
  const { text } = shaped.run
  return [...text].filter((c) => /\p{L}/u.test(c)).length > (text.length + MOST_MARKS) * 0.3
}
const MOST_MARKS = 5

/** Poppler takes a line whose words have one letter each for a word that is letterspaced. With a mark, one has two. */
function markLetterspaced(strokes: readonly Stroke[]): void {
  const first = strokes[0]?.slots.find((slot) => !isSpace(slot))
  if (!first || !isLetterspaced(strokes.flatMap((s) => s.slots))) return
  if (isRtl(strokes[0]!.run)) first.alm = true
  else first.lrm = true
}

function isLetterspaced(slots: readonly Slot[]): boolean {
  // Two letters side by side settle it, long before the line is through.
  if (slots.some(({ traits }, i) => traits.letters && slots[i + 1]?.traits.letters)) return false
  return LETTERSPACED.test(slots.map((slot) => slot.stored).join(''))
}

/** Poppler and PDFium take a hyphen at the right end of a line away: U+200B after it prevents it. */
function hyphenKept(strokes: readonly Stroke[], item: TextItem, { fonts }: Desk): readonly Stroke[] {
  const inked = strokes.filter(({ slots }) => slots.some((slot) => !isSpace(slot)))
  if (inked.length === 0) return strokes
  const right = (s: Stroke): number => s.x + widthOf(s, item.size)
  const edge = inked.reduce((a, b) => (right(a) >= right(b) ? a : b))
  const end = edge.slots.findLastIndex((slot) => !isSpace(slot)) + 1
  const hyphen = edge.slots[end - 1]!.glyph
  if (!/^[-\u2010]$/.test(hyphen.text)) return strokes
  const slots = edge.slots.toSpliced(end, 0, slotOf(fonts.blank('\u200B', 0)))
  return strokes.map((s) => (s === edge ? { ...s, slots } : s))
}

/** Spaces before a cluster with a combining mark, in painting order, and spaces that have one of their own. */
function markSpaces(strokes: readonly Stroke[], rtl: boolean): void {
  const mark = (slot: Slot): void => {
    if (rtl) slot.alm = true
    else slot.lrm = true
  }
  let space: Slot | undefined
  for (const { slots } of strokes) {
    for (const slot of slots) {
      if (space && hasMark(slot)) mark(space)
      space = isSpace(slot) ? slot : undefined
      if (!space && !slot.traits.letters && /^\s/u.test(slot.stored)) mark(slot)
    }
  }
}

/** Edges of runs in a right-to-left line: spaces there, and the left edge of pieces that run the other way. */
function markEdges(strokes: readonly Stroke[], size: Pt): void {
  strokes.forEach((stroke, i) => {
    const [left, right] = [stroke.slots[0], stroke.slots.at(-1)]
    const next = strokes[i + 1]
    if (!isRtl(stroke.run)) {
      if (left && !strokes.some((s) => joins(s, stroke, size))) left.rlm = true
      return
    }
    if (left && isSpace(left)) {
      left.rlm = true
      if (next && !isRtl(next.run)) left.lrm = true
    }
    if (right && right !== left && isSpace(right)) right.rlm = true
  })
}

/**
 * Within right-to-left runs: clusters that begin with a mark as they are stored, and punctuation taken for digits. They
 * get U+200F among letters; beside anything else, or two marks on one letter, pdf.js would turn these around with it. So
 * it would with the space that opens a stroke (see opened): the word would come back with a space before its last mark.
 */
function markClusters(strokes: readonly Stroke[]): void {
  for (const { run, passage, slots } of strokes) {
    if (!isRtl(run)) continue
    const letters = (from: number, to: number): boolean =>
      slots.slice(Math.max(0, from), to).every(({ traits }) => traits.markedLetters)
    const unmarked = (from: number, to: number): boolean =>
      slots.slice(from, to).every(({ traits, rlm, lrm }) => !rlm && !lrm && traits.letters)
    slots.forEach((slot, i) => {
      if (hasMark(slot)) {
        if (letters(i - 3, i + 1) && i > 0) slot.rlm = true
        else slot.alm = true
      } else if (slot.traits.weak && !passage) {
        if (letters(i - 3, i - 1) && unmarked(i + 1, i + 4)) slot.rlm = true
        else slot.alm = true
      }
    })
  }
}

/** Whether the second stroke is printed right after the first, in the same left-to-right piece. */
const joins = (first: Stroke, second: Stroke, size: Pt): boolean =>
  !isRtl(first.run) && first.x < second.x && Math.abs(first.x + widthOf(first, size) - second.x) < 0.01

/** Brackets and guillemets: U+200E to the right, on the character before; right-to-left ones U+200F to the left. */
function markMirrored(strokes: readonly Stroke[]): void {
  const units = strokes.flatMap(({ run, slots }) => {
    const rtl = isRtl(run)
    // PDFium overlooks text objects without ink, and the marks on them.
    if (slots.every((slot) => isBlank(slot.glyph))) return []
    return (rtl ? [...slots].reverse() : slots.slice(0, 1)).map((slot) => ({ slot, rtl }))
  })
  units.forEach(({ slot, rtl }, i) => {
    // Neutral characters beside each other would be one stretch to PDFium, and come back turned around.
    if (!rtl && !slot.traits.letters && !/[\p{L}\p{N}]/u.test(slot.glyph.text)) slot.lrm = true
    if (!slot.traits.mirrored) return
    if (rtl) slot.rlm = true
    const before = units[i - 1]
    if (before) before.slot.lrm = true
  })
}

/** What goes before a line: a mark for a bracket at its very start, a narrow space for a combining mark. */
function lead(item: TextItem, strokes: readonly Stroke[], desk: Desk): Stroke[] {
  const { fonts, direction } = desk
  const [first] = strokes
  const start = first?.slots[0]
  if (!first || !start) return []
  const edge = item.runs.reduce((a, b) => (a.x + a.width > b.x + b.width ? a : b))
  const end = direction === 'rtl' ? edge.shaped.clusters.at(-1)?.glyph : undefined
  const last = end && slotOf(end)
  const neutral = ({ glyph }: Slot): boolean => !/[\p{L}\p{N}]\s*$/u.test(glyph.text)
  if (last && (isRtl(first.run) ? last.traits.mirrored : neutral(last) || start.traits.mirrored)) {
    // PDFium overlooks what has no ink, if it starts where it stands.
    const start = edge.x + edge.width + 0.1
    return [{ run: first.run, x: start + 0.2, start, unseen: '\u200E', slots: [blank('ltr', 2, fonts)] }]
  }
  return opened(first, item, desk).slice(0, -1)
}

/** pdf.js sees no jump at a cluster with a combining mark, and reads it with what stands before it: a space opens it. */
function opened(stroke: Stroke, item: TextItem, { fonts, direction }: Desk): Stroke[] {
  const [start] = stroke.slots
  if (!start || !hasMark(start)) return [stroke]
  const width = narrow(stroke.run)
  const x = stroke.x - toPt(width, stroke.run.shaped.run, item.size)
  return [{ run: stroke.run, x, slots: [blank(direction, width, fonts)] }, stroke]
}

function byRun(strokes: readonly Stroke[]): Map<PlacedRun, Stroke[]> {
  const sorted = new Map<PlacedRun, Stroke[]>()
  for (const stroke of strokes) {
    const own = sorted.get(stroke.run)
    if (own) own.push(stroke)
    else sorted.set(stroke.run, [stroke])
  }
  return sorted
}
