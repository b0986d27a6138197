import type { Direction } from '../document/index.js'
import type { Pt } from '../geometry/index.js'
import type { PlacedRun, TextItem } from '../layout/index.js'
import { toPt } from '../text/index.js'
import { keepGaps } from './gaps.js'
import { inkless } from './marked-glyphs.js'
import { markPassages, withPassages } from './passages.js'
import { rightToLeft } from './right-to-left.js'
import {
  hasMark,
  isInkless,
  isRtl,
  isSpace,
  markAlone,
  markedSpace,
  narrow,
  slotOf,
  widthOf,
  type Slot,
  type Stroke,
} from './strokes.js'

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
 * - PDFium reverses English phrases word by word: see stretches.ts. It overlooks spaces: see gaps.ts.
 * - All of them go through Hebrew in an English line from the left: see passages.ts.
 * - MuPDF starts a new word at a right-to-left cluster whose text begins with a combining mark: U+200F goes before it.
 *
 * A mark never ends the text of a code (pdf.js drops such codes) and never has a code of its own before a letter
 * (Poppler takes the letter after a code without width for another word).
 */
export function strokesOf(item: TextItem, direction: Direction): (run: PlacedRun) => readonly Stroke[] {
  if (direction === 'ltr' && isPlain(item)) return plainStrokes
  const strokes = markedStrokes(item, direction)
  return (run) => strokes.get(run) ?? []
}

const plainStrokes = (run: PlacedRun): readonly Stroke[] => [
  { run, x: run.x, slots: [], plain: run.shaped.clusters.map((c) => c.glyph) },
]

function markedStrokes(item: TextItem, direction: Direction): ReadonlyMap<PlacedRun, readonly Stroke[]> {
  const rtl = direction === 'rtl'
  const strokes = rtl ? rightToLeft(item) : withPassages(item)
  markSpaces(strokes, rtl)
  markLetterspaced(strokes)
  if (rtl && strokes.length > 1) markEdges(strokes)
  const marked = rtl ? markMirrored(strokes) : strokes
  markClusters(marked)
  if (!rtl) markPassages(marked)
  const kept = hyphenKept(keepGaps(marked, direction, item.size), item.size).map(onBaseline)
  return byRun(kept.flatMap((stroke, i) => (i === 0 || rtl ? opened(stroke, item.size, direction) : [stroke])))
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

/** Poppler takes a line whose words have one letter each for a word that is letterspaced. With a mark, one has two. */
function markLetterspaced(strokes: readonly Stroke[]): void {
  const first = strokes[0]?.slots.find((slot) => !isSpace(slot))
  if (!first || !isLetterspaced(strokes)) return
  if (isRtl(strokes[0]!.run)) first.alm = true
  else first.lrm = true
}

function isLetterspaced(strokes: readonly Stroke[]): boolean {
  let line = ''
  let afterLetter = false
  for (const { slots } of strokes) {
    for (const { traits, stored } of slots) {
      // Two letters side by side settle it, long before the line is through.
      if (afterLetter && traits.letters) return false
      afterLetter = traits.letters
      line += stored
    }
  }
  return LETTERSPACED.test(line)
}

/** Poppler and PDFium take a hyphen at the right end of a line away: U+200B after it prevents it. */
function hyphenKept(strokes: readonly Stroke[], size: Pt): readonly Stroke[] {
  const inked = strokes.filter(({ slots }) => slots.some((slot) => !isSpace(slot)))
  if (inked.length === 0) return strokes
  const right = (s: Stroke): number => s.x + widthOf(s, size)
  const edge = inked.reduce((a, b) => (right(a) >= right(b) ? a : b))
  const end = edge.slots.findLastIndex((slot) => !isSpace(slot)) + 1
  const hyphen = edge.slots[end - 1]!.glyph
  if (!/^[-\u2010]$/.test(hyphen.text)) return strokes
  const slots = edge.slots.toSpliced(end, 0, slotOf(inkless('\u200B', 0)))
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
function markEdges(strokes: readonly Stroke[]): void {
  strokes.forEach((stroke, i) => {
    const [left, right] = [stroke.slots[0], stroke.slots.at(-1)]
    const next = strokes[i + 1]
    if (!isRtl(stroke.run)) {
      if (left) left.rlm = true
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
    if (!isRtl(run) || passage) continue
    const letters = (from: number, to: number): boolean =>
      slots.slice(Math.max(0, from), to).every(({ traits }) => traits.markedLetters)
    const unmarked = (from: number, to: number): boolean =>
      slots.slice(from, to).every(({ traits, rlm, lrm }) => !rlm && !lrm && traits.letters)
    slots.forEach((slot, i) => {
      if (hasMark(slot)) {
        if (letters(i - 3, i + 1) && i > 0) slot.rlm = true
        else slot.alm = true
      } else if (slot.traits.weak) {
        if (letters(i - 3, i - 1) && unmarked(i + 1, i + 4)) slot.rlm = true
        else slot.alm = true
      }
    })
  }
}

/**
 * Brackets and guillemets: U+200E to the right, on the character before, and by itself where PDFium overlooks what
 * stands there (text objects without ink, and the marks on them); right-to-left ones U+200F to the left.
 */
function markMirrored(strokes: readonly Stroke[]): readonly Stroke[] {
  let before: Slot | undefined
  let overlooked = true
  return strokes.map((stroke) => {
    if (isInkless(stroke)) {
      overlooked = true
      return stroke
    }
    const rtl = isRtl(stroke.run)
    let alone = false
    for (const slot of rtl ? [...stroke.slots].reverse() : stroke.slots.slice(0, 1)) {
      const { mirrored } = slot.traits
      // Neutral characters beside each other would be one stretch to PDFium, and come back turned around.
      const neutral = !rtl && !slot.traits.letters && !/[\p{L}\p{N}]/u.test(slot.glyph.text)
      if (neutral) slot.lrm = true
      if (rtl && mirrored) slot.rlm = true
      if (overlooked) alone = mirrored || neutral
      else if (before && mirrored) before.lrm = true
      before = slot
      overlooked = false
    }
    return alone ? { ...stroke, slots: [...stroke.slots, markAlone('ltr', 0)] } : stroke
  })
}

/**
 * PDFium begins a new line where two text objects have no height in common: quotation marks and low letters. A code without
 * ink stands on the baseline.
 */
function onBaseline(stroke: Stroke): Stroke {
  const high = stroke.run.shaped.run.font.face.trueType.unitsPerEm / 5
  if (stroke.slots.some(({ glyph }) => glyph.inkBottom <= high || DASH.test(glyph.text))) return stroke
  return { ...stroke, slots: [...stroke.slots, slotOf(inkless('\u200B', 0))] }
}

/** Of no height to speak of; what ends a divided word is left as it is. */
const DASH = /[\p{Pd}\u00AD]/u

/** pdf.js sees no jump at a cluster with a combining mark, and reads it with what stands before it: a space opens it. */
function opened(stroke: Stroke, size: Pt, direction: Direction): Stroke[] {
  const [start] = stroke.slots
  if (!start || !hasMark(start)) return [stroke]
  const width = narrow(stroke.run)
  const x = stroke.x - toPt(width, stroke.run.shaped.run, size)
  return [{ run: stroke.run, x, slots: [markedSpace(direction, width)] }, stroke]
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
