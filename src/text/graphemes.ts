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

// Made when first needed: it takes a fresh process 5 ms, and a Latin text does without.
let segmenter: Intl.Segmenter | undefined

/** Grapheme clusters of a text (UAX #29, extended); by ICU's own data, see test/standards. */
export function graphemesOf(text: string): Iterable<Grapheme> {
  if (ALONE.test(text)) return Array.from({ length: text.length }, (_, index) => ({ segment: text[index]!, index }))
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' })
  return segmenter.segment(text)
}
