import { keptForPair } from '../memory/index.js'
import { finding, type Finding } from '../report/index.js'
import type { Message, Pair } from './catalogue.js'
import { languageOf } from './checks/beside.js'
import { marksOf } from './checks/sentence-marks.js'
import { countTerms, plainMessage } from './markup.js'
import type { Locale } from './locale.js'
import { sourceOf } from './plural.js'

/** Easy read: at most this many words a sentence. */
const MOST_WORDS = 15
/** Languages that write no spaces between words are counted in letters: about 25 are aimed at, 10 more are borne. */
const MOST_LETTERS = 35
const UNSPACED = new Set(['zh', 'ja', 'th', 'km', 'lo', 'my'])

/**
 * A row holds one idea: in so many sentences and words. A translation may need a sentence more than the English to keep
 * each short, and half as many words more.
 */
const MOST_SENTENCES = 2
const MOST_IN_A_ROW = 25
const MOST_LETTERS_IN_A_ROW = 60

/** Sentences that are too long, rows with more than one idea, hard words marked otherwise than in the English. */
export function checkEasyRead(pair: Pair, message: Message): Finding[] {
  if (!/-easy-read:/.test(message.key)) return []
  const sentences = sentencesOf(pair.target.locale, message)
  return [...checkLength(message, sentences), ...checkRow({ pair, message, sentences }), ...checkTerms(pair, message)]
}

interface Sentences {
  /** Words of each; letters, where words are not parted. */
  readonly counts: readonly number[]
  readonly unit: 'words' | 'letters'
}

/** By message: the English is asked for by each language. */
const sentencesOf = keptForPair(({ tag }: Locale, { text }: Message): Sentences => {
  const unit = UNSPACED.has(languageOf(tag)) ? 'letters' : 'words'
  const count = unit === 'letters' ? countLetters : (sentence: string) => countWords(sentence, tag)
  return { counts: [...segmenter(tag, 'sentence').segment(plainMessage(text))].map((s) => count(s.segment)), unit }
})

const countLetters = (text: string): number => [...text.matchAll(/[\p{L}\p{N}]/gu)].length
const countWords = (text: string, tag: string): number =>
  [...segmenter(tag, 'word').segment(text)].filter((s) => s.isWordLike).length

const checkLength = ({ place }: Message, { counts, unit }: Sentences): Finding[] =>
  counts.flatMap((count) =>
    unit === 'letters'
      ? count > MOST_LETTERS
        ? [finding('sentence-long-letters', place, { letters: count, limit: MOST_LETTERS })]
        : []
      : count > MOST_WORDS
        ? [finding('sentence-long', place, { words: count, limit: MOST_WORDS })]
        : [],
  )

interface RowOfText {
  readonly pair: Pair
  readonly message: Message
  readonly sentences: Sentences
}

function checkRow({ pair, message, sentences: { counts, unit } }: RowOfText): Finding[] {
  // An entry of the word list is no row: it has its word before it.
  if (/:words\./.test(message.key)) return []
  const { source, target } = pair
  const english = sourceOf(source, message.key)
  const isSource = target.locale.tag === source.locale.tag
  const spare = isSource || !english ? 0 : sentencesOf(source.locale, english).counts.length + 1
  const all = counts.reduce((sum, count) => sum + count, 0)
  const full = all > (unit === 'letters' ? MOST_LETTERS_IN_A_ROW : MOST_IN_A_ROW) * (isSource ? 1 : 1.5)
  // Without marks for sentences, lines are counted, and a sentence may have several.
  const many = counts.length > Math.max(MOST_SENTENCES, spare) && marksOf(target.locale).bare !== true
  return many || full ? [finding('row-crowded', message.place, { sentences: counts.length, size: all, unit })] : []
}

/** Making one costs far more than using it, and every text of a language needs the same two. */
const segmenters = new Map<string, Intl.Segmenter>()
function segmenter(tag: string, granularity: 'sentence' | 'word'): Intl.Segmenter {
  const id = `${tag} ${granularity}`
  const made = segmenters.get(id) ?? new Intl.Segmenter(tag, { granularity })
  segmenters.set(id, made)
  return made
}

function checkTerms(pair: Pair, message: Message): Finding[] {
  const marked = countTerms(message.text)
  const listed = countTerms(sourceOf(pair.source, message.key)?.text ?? '')
  return marked === listed ? [] : [finding('word-unexplained', message.place, { marked, listed })]
}
