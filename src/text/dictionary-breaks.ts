import { lineBreakClass } from './line-break-class.js'
import { inDictionaryOrder, isWithinSyllable } from './myanmar-syllables.js'
import { THAI_COMPOUNDS } from './thai-compounds.js'

// Thai, Lao, Khmer and Burmese are written without spaces between words. ICU, which Node brings with it, has a dictionary
// of each (checked with ICU 78: none of them is missing in a full build of Node); it chooses by script, not by language.
// So Shan, Mon and Karen are cut by the words of Burmese, and keep their syllables only (see myanmar-syllables.ts).
let words: Intl.Segmenter | undefined

/** Thai, Lao, Khmer: the word before is said twice. The dictionary of Khmer takes it for a word of its own. */
const REPETITION = /^[\u0E46\u0EC6\u17D7]/

const WRITTEN_WITHOUT_SPACES =
  /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}][\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Inherited}]*/gu

/** The blocks of these scripts: seen sooner that a text has none of their letters. */
const NEAR = /[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u19E0-\u19FF\uA9E0-\uA9FF\uAA60-\uAA7F\u{116D0}-\u{116FF}]/u

/** UTF-16 offsets between words of scripts that are written without spaces, ascending; none at the ends of a stretch. */
export function dictionaryBreaks(text: string): number[] {
  const breaks: number[] = []
  if (!NEAR.test(text)) return breaks
  for (const { 0: written, index } of text.matchAll(WRITTEN_WITHOUT_SPACES)) {
    for (const { start, end } of complexStretches(written)) {
      const stretch = inDictionaryOrder(written.slice(start, end))
      for (const word of withoutCompounds(stretch, wordStarts(stretch)))
        if (!isWithinSyllable(stretch, word)) breaks.push(index + start + word)
    }
  }
  return breaks
}

/**
 * Offsets of all words but the first. Long stretches are looked at part by part, each part again from some words before
 * its end on: each segment that V8 hands out holds a copy of the text it was cut from, and 100,000 letters take gigabytes.
 */
export function* wordStarts(stretch: string): Generator<number> {
  for (let start = 0; start < stretch.length;) {
    const part = stretch.slice(start, start + PART)
    words ??= new Intl.Segmenter('th', { granularity: 'word' })
    const found = [...words.segment(part)]
    const whole = start + PART >= stretch.length || found.length <= LOOK_AHEAD ? found : found.slice(0, -LOOK_AHEAD)
    for (const { index, segment } of whole) if (start + index > 0 && !REPETITION.test(segment)) yield start + index
    const last = whole.at(-1)!
    start += last.index + last.segment.length
  }
}
const PART = 500
/** Words at the end of a part that more text may change: ICU tries three ahead. */
const LOOK_AHEAD = 5

/**
 * Starts of words but for those within a word of the list: it has to begin and end where words of the dictionary do. Of
 * words that begin alike the longest counts.
 */
function* withoutCompounds(stretch: string, found: Iterable<number>): Generator<number> {
  if (!THAI.test(stretch)) {
    yield* found
    return
  }
  const starts = [0, ...found, stretch.length]
  for (let i = 0; i < starts.length - 1; i++) {
    if (i > 0) yield starts[i]!
    for (let k = Math.min(i + MOST_PARTS, starts.length - 1); k > i + 1; k--) {
      if (!THAI_COMPOUNDS.has(stretch.slice(starts[i], starts[k]))) continue
      i = k - 1
      break
    }
  }
}
const THAI = /[\u0E00-\u0E7F]/
const MOST_PARTS = 4

/** Stretches of class SA: digits and punctuation of these scripts have classes of their own, and rules of UAX #14. */
function* complexStretches(text: string): Generator<{ start: number; end: number }> {
  let start = 0
  for (let i = 0; i <= text.length; i++) {
    if (i < text.length && isComplex(text.charCodeAt(i))) continue
    if (i > start) yield { start, end: i }
    start = i + 1
  }
}

// All of them lie in the Basic Multilingual Plane; a mark of class CM stays with the letter before it.
const isComplex = (unit: number): boolean => ['SA', 'CM'].includes(lineBreakClass(unit))
