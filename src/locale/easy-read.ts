import { finding, type Finding } from '../report/index.js'
import type { Message, Pair } from './catalogue.js'
import { countTerms, plainMessage } from './markup.js'
import { sourceOf } from './plural.js'

/** Easy read: at most this many words a sentence. */
const MOST_WORDS = 15
/** Languages that write no spaces between words are counted in letters: about 25 are aimed at, 10 more are borne. */
const MOST_LETTERS = 35
const UNSPACED = new Set(['zh', 'ja', 'th', 'km', 'lo', 'my'])

/** Sentences that are too long, and hard words marked otherwise than in the English. Easy read only. */
export function checkEasyRead(pair: Pair, message: Message): Finding[] {
  if (!/-easy-read:/.test(message.key)) return []
  return [...checkLength(message, pair.target.locale.tag), ...checkTerms(pair, message)]
}

function checkLength(message: Message, tag: string): Finding[] {
  const unspaced = UNSPACED.has(tag.split('-')[0] ?? '')
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
