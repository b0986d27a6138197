// The one file that knows npm `syllable`: it counts those of English words, by rules and a list of exceptions.
import { syllable } from 'syllable'
import { fileStart, finding, type Finding } from '../report/index.js'
import type { Catalogue } from './catalogue.js'
import { bareOf } from './checks/beside.js'

/** Easy read: about what a child of eleven reads. The sources of users' guides ask for short words, none gives a grade. */
const HARDEST_EASY = 6

/**
 * How hard the English of a namespace reads, one finding for all of it: a note for the council's own text, a warning
 * for easy read that isn't easy. Only sentences count; list items and titles would make any text look easy.
 */
export function checkReadingAge(source: Catalogue, namespace: string, kind: 'standard' | 'easy'): Finding[] {
  const texts = [...source.messages.values()]
    .filter((m) => m.key.startsWith(`${namespace}:`))
    .map((m) => bareOf(m).whole)
  const grade = gradeOf(texts.filter((text) => /[.?!:]$/.test(text.trim())))
  if (grade === undefined || !source.locale.tag.startsWith('en')) return []
  const place =
    source.namespaces.get(namespace)?.place([]) ?? fileStart(`locales/${source.locale.tag}/${namespace}.json`)
  // Children start school at five: grade 1 of the formula is the year after.
  const facts = { grade, age: Math.round(grade) + 5 }
  if (kind === 'standard') return [finding('reading-age', place, { namespace, ...facts })]
  return grade > HARDEST_EASY ? [finding('reading-hard', place, { ...facts, limit: HARDEST_EASY })] : []
}

/** The grade of Kincaid et al. (1975), to one decimal; undefined without a sentence. */
export function gradeOf(texts: readonly string[]): number | undefined {
  const [inSentences, inWords] = [segmenter('sentence'), segmenter('word')]
  const sentences = texts.flatMap((text) => [...inSentences.segment(text)]).length
  const words = texts.flatMap((text) => [...inWords.segment(text)].filter((s) => s.isWordLike).map((s) => s.segment))
  if (words.length === 0) return undefined
  const syllables = words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0)
  const grade = 0.39 * (words.length / sentences) + 11.8 * (syllables / words.length) - 15.59
  return Math.round(grade * 10) / 10
}

const segmenter = (granularity: 'sentence' | 'word'): Intl.Segmenter => new Intl.Segmenter('en', { granularity })
