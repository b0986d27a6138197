import { finding, type Finding, type Place } from '../../report/index.js'
import type { Message } from '../catalogue.js'
import { placeInMessage } from '../place-in-message.js'
import { bareOf, HOLE, languageOf, isEnglish, withoutEnd, type Beside } from './beside.js'
import { marksOf, type SentenceMarks } from './sentence-marks.js'

type End = 'statement' | 'question' | 'exclamation' | 'colon' | 'none'

const WORDS: Readonly<Record<End, string>> = {
  statement: 'a full stop',
  question: 'a question mark',
  exclamation: 'an exclamation mark',
  colon: 'a colon',
  none: 'no mark',
}

/** A text ends as the English does, with its own language's mark: a list that goes on, a question, a sentence. */
export function checkEnd({ pair, message, source }: Beside): Finding[] {
  if (isEnglish(pair)) return []
  const english = withoutClosers(bareOf(source).whole)
  const text = withoutClosers(bareOf(message).whole)
  const wanted = englishEnd(english)
  const marks = marksOf(pair.target.locale)
  if (isFreely(english, text, marks)) return []
  if (wanted !== undefined && !endsAs(text, wanted, marks)) {
    const own = wanted === 'exclamation' || wanted === 'none' ? '' : ` "${marks[wanted][0]}"`
    return [finding('end-mark', endPlace(message), { english: WORDS[wanted] + own, here: foundAt(text) })]
  }
  return openingMissing(text, pair.target.locale.tag)
    ? [finding('end-mark', message.place, { english: 'an opening "¿" or "¡"', here: 'none' })]
    : []
}

/**
 * "Who we are" is a question in some languages; "We changed this on {{when}}." may be a label and its value in others.
 */
const isFreely = (english: string, text: string, marks: SentenceMarks): boolean =>
  (/^(?:how|who|what|when|where|why|which)\b.*[\p{L}]$/isu.test(english) && ends(text, marks.question)) ||
  (english.endsWith(`${HOLE}.`) && text.endsWith(HOLE))

/** Undefined: it ends with something that other languages may do without, such as a comma. */
function englishEnd(text: string): End | undefined {
  const last = text.at(-1) ?? ''
  if (last === '.' || last === '…') return 'statement'
  if (last === '?') return 'question'
  if (last === '!') return 'exclamation'
  if (last === ':') return 'colon'
  return /[;,–—-]/.test(last) ? undefined : 'none'
}

function endsAs(text: string, wanted: End, marks: SentenceMarks): boolean {
  switch (wanted) {
    case 'none':
      return !/[\p{Sentence_Terminal}:：፦፥៖;…]$/u.test(text)
    case 'exclamation':
      return /[!！՜߸]$/u.test(text)
    case 'statement':
      return marks.bare === true || text.endsWith('…') || ends(text, marks.statement)
    case 'question':
    case 'colon':
      return marks.bare === true || ends(text, marks[wanted])
  }
}

const ends = (text: string, marks: readonly string[]): boolean => marks.some((m) => text.endsWith(m))

/** Spaces, quotation marks and brackets that close at the end: what ends the sentence may stand before them. */
const withoutClosers = (text: string): string => withoutEnd(text, /[\s"'”’»›)\]】」』）〉》“]/u)

const foundAt = (text: string): string => {
  const last = [...text].at(-1) ?? ''
  return /[\p{P}\p{S}]/u.test(last) && last !== HOLE ? `"${last}"` : 'no mark'
}

const endPlace = (message: Message): Place => placeInMessage(message, Math.max(0, message.text.trimEnd().length - 1))

/** Spanish opens what it closes (Ortografía de la lengua española, 3.4.9). */
function openingMissing(text: string, tag: string): boolean {
  if (!['es', 'ast'].includes(languageOf(tag))) return false
  const count = (mark: string): number => text.split(mark).length
  return count('?') !== count('¿') || count('!') !== count('¡')
}
