import { Kept } from './kept.js'

/** A function of a short text that works out each answer once: texts of clusters come again thousands of times. */
export function keptAnswers<V extends string | boolean>(answer: (text: string) => V): (text: string) => V {
  const kept = new Kept<string, V>(5000)
  return (text) => kept.get(text) ?? kept.set(text, answer(text))
}
