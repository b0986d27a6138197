import { lineBreakClass } from './line-break-class.js'

// Thai, Lao, Khmer and Burmese are written without spaces between words. ICU, which Node brings with it, has a dictionary
// of each (checked with ICU 78: none of them is missing in a full build of Node); it chooses by script, not by language.
let words: Intl.Segmenter | undefined

/** Thai, Lao, Khmer: the word before is said twice. The dictionary of Khmer takes it for a word of its own. */
const REPETITION = /^[\u0E46\u0EC6\u17D7]/

const WRITTEN_WITHOUT_SPACES =
  /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}][\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Inherited}]*/gu

/** UTF-16 offsets between words of scripts that are written without spaces, ascending; none at the ends of a stretch. */
export function dictionaryBreaks(text: string): number[] {
  const breaks: number[] = []
  for (const { 0: written, index } of text.matchAll(WRITTEN_WITHOUT_SPACES)) {
    for (const { start, end } of complexStretches(written)) {
      words ??= new Intl.Segmenter('th', { granularity: 'word' })
      for (const word of words.segment(written.slice(start, end))) {
        if (word.index > 0 && !REPETITION.test(word.segment)) breaks.push(index + start + word.index)
      }
    }
  }
  return breaks
}

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
