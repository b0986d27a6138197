/** One grapheme cluster of a text. */
export interface Grapheme {
  readonly segment: string
  /** UTF-16 offset. */
  readonly index: number
}

/**
 * Characters that stand alone whatever is beside them (Grapheme_Cluster_Break Other, or Control without CR and LF):
 * letters, digits and punctuation without combining marks, of Latin to Cyrillic, Armenian, Hebrew, Arabic, Ethiopic, Han
 * and Kana; general punctuation with its bidi controls.
 */
const ALONE =
  /^[\x20-\x7E\u00A0-\u02FF\u0370-\u0482\u048A-\u0590\u05BE\u05D0-\u05F4\u0606-\u060F\u061B-\u064A\u0660-\u066F\u0671-\u06D5\u06EE-\u06FF\u1200-\u135A\u1360-\u139F\u2010-\u2069\u3000-\u3029\u3030-\u3098\u309B-\u30FF\u3400-\u4DBF\u4E00-\u9FFF\uFF01-\uFF9D]*$/

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
