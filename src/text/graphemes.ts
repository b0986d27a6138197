/** One grapheme cluster of a text. */
export interface Grapheme {
  readonly segment: string
  /** UTF-16 offset. */
  readonly index: number
}

/**
 * Letters, digits and punctuation that stand alone whatever is beside them: U+0020 to U+02FF without controls, and
 * general punctuation with its bidi controls (Grapheme_Cluster_Break Other, or Control without CR and LF).
 */
const ALONE = /^[\x20-\x7E\u00A0-\u02FF\u2010-\u2069]*$/

/** Grapheme clusters of a text (UAX #29, extended); by ICU's own data, see test/standards. */
export function graphemesOf(text: string): Grapheme[] {
  if (ALONE.test(text)) return Array.from({ length: text.length }, (_, index) => ({ segment: text[index]!, index }))
  const graphemes: Grapheme[] = []
  for (let start = 0; start < text.length;) {
    for (const { segment, index } of windowFrom(text, start)) graphemes.push({ segment, index: start + index })
    const last = graphemes.at(-1)!
    start = last.index + last.segment.length
  }
  return graphemes
}

// Made when first needed: it takes a fresh process 5 ms, and a Latin text does without.
let segmenter: Intl.Segmenter | undefined

/**
 * Whole graphemes from a boundary on, at least one; no rule looks back over a boundary. V8 copies the whole text for each
 * segment of it: a word of 100,000 letters took 9 s in one go.
 */
function windowFrom(text: string, start: number): Grapheme[] {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' })
  for (let size = 128; ; size *= 2) {
    const end = endOfPair(text, start + size)
    const found = [...segmenter.segment(text.slice(start, end))]
    if (end === text.length) return found
    // The last one may go on beyond the window.
    if (found.length > 1) return found.slice(0, -1)
  }
}

/** An offset that cuts no surrogate pair in two: half a mark is no mark, and would part it from its letter. */
function endOfPair(text: string, at: number): number {
  if (at >= text.length) return text.length
  return (text.charCodeAt(at - 1) & 0xfc00) === 0xd800 ? at + 1 : at
}
