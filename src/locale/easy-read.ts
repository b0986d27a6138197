import { finding, type Finding } from '../report/index.js'
import type { Message, Pair } from './catalogue.js'
import { marksOf } from './checks/sentence-marks.js'
import { countTerms, plainMessage } from './markup.js'
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

/** Sentences that are too long, rows with more than one idea, and hard words marked otherwise than in the English. Easy read only. */
export function checkEasyRead(pair: Pair, message: Message): Finding[] {
  if (!/-easy-read:/.test(message.key)) return []
  const { tag } = pair.target.locale
  return [...checkLength(message, tag), ...checkRow(pair, message), ...checkTerms(pair, message)]
}

function checkLength(message: Message, tag: string): Finding[] {
  const unspaced = isUnspaced(tag)
  return sentencesOf(plainMessage(message.text), tag).flatMap((sentence) => {
    if (unspaced) {
      const letters = [...sentence.matchAll(/[\p{L}\p{N}]/gu)].length
      return letters > MOST_LETTERS
        ? [finding('sentence-long-letters', message.place, { letters, limit: MOST_LETTERS })]
        : []
    }
    const words = countWords(sentence, tag)
    return words > MOST_WORDS ? [finding('sentence-long', message.place, { words, limit: MOST_WORDS })] : []
  })
}

function checkRow(pair: Pair, message: Message): Finding[] {
  // An entry of the word list is no row: it has its word before it.
  if (/:words\./.test(message.key)) return []
  const { tag } = pair.target.locale
  const isSource = tag === pair.source.locale.tag
  const english = sentencesOf(plainMessage(sourceOf(pair.source, message.key)?.text ?? ''), 'en').length
  const most = isSource ? MOST_SENTENCES : Math.max(MOST_SENTENCES, english + 1)
  const more = isSource ? 1 : 1.5
  const text = plainMessage(message.text)
  const sentences = sentencesOf(text, tag).length
  const words = countWords(text, tag)
  const letters = [...text.matchAll(/[\p{L}\p{N}]/gu)].length
  const full = isUnspaced(tag) ? letters > MOST_LETTERS_IN_A_ROW * more : words > MOST_IN_A_ROW * more
  // Without marks for sentences, lines are counted, and a sentence may have several.
  const many = sentences > most && marksOf(pair.target.locale).bare !== true
  return many || full ? [finding('row-crowded', message.place, { sentences, words })] : []
}

const isUnspaced = (tag: string): boolean => UNSPACED.has(tag.split('-')[0] ?? '')

const sentencesOf = (text: string, tag: string): string[] =>
  [...segmenter(tag, 'sentence').segment(text)].map((s) => s.segment)

const countWords = (text: string, tag: string): number =>
  [...segmenter(tag, 'word').segment(text)].filter((s) => s.isWordLike).length

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
