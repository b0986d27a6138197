import type { PeerLanguage } from './languages.js'
import { edited, partsOf, type PeerText } from './peer-text.js'

/** Words of a text, as the language's own rules find them. */
export function wordsOf({ tag }: PeerLanguage, text: string): string[] {
  const segmenter = new Intl.Segmenter(tag, { granularity: 'word' })
  return [...segmenter.segment(text)].filter((s) => s.isWordLike).map((s) => s.segment)
}

/**
 * Gives, at each call, the text with a few of its own words more at the end of every part, in an order that no earlier
 * call had: nothing that a program remembers of an earlier leaflet fits a whole paragraph, though words come again.
 */
export function rewording(text: PeerText): () => PeerText {
  const { language } = text
  const words = [...new Set(partsOf(text).flatMap((part) => wordsOf(language, part)))].filter((w) => /^[\p{L}\p{M}]+$/u.test(w)) // prettier-ignore
  const joint = language.tag.startsWith('zh') ? '' : ' '
  let state = 1
  const pick = (): string => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0 // Numerical Recipes' generator: the same words each time.
    return words[Math.floor((state / 2 ** 32) * words.length)]!
  }
  return () => edited(text, (part) => [part, pick(), pick(), pick(), pick()].join(joint))
}
