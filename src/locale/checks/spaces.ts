import { finding, type Finding } from '../../report/index.js'
import { bareOf, codePointOf, placeOf, type Beside } from './beside.js'
import { marksOf } from './sentence-marks.js'

/** Spaces that nobody meant: two together, at an end, before a comma, or of a kind that only programs type. */
export function checkSpaces({ pair, message }: Beside): Finding[] {
  const { whole } = bareOf(message)
  const { locale } = pair.target
  // Where sentences have no mark, a new line ends them.
  const text = marksOf(locale).bare === true ? whole.replaceAll('\n', ' ') : whole
  const problem = problemOf(text, locale.script)
  return problem ? [finding('space-odd', placeOf(message, problem.at), { problem: problem.words })] : []
}

interface Problem {
  readonly words: string
  /** The stretch of the text that shows it. */
  readonly at: string
}

function problemOf(text: string, script: string): Problem | undefined {
  const kind = /[\t\n\v\f\r\u0085\u1680\u2000-\u2008\u200A\u2028\u2029\u205F\u3000]/u.exec(text)
  if (kind) return { words: `the space ${codePointOf(kind[0])} stands in it`, at: kind[0] }
  const two = /\s{2,}/u.exec(text)
  if (two) return { words: 'two spaces stand together', at: two[0] }
  if (/^\s/u.test(text)) return { words: 'it starts with a space', at: text }
  if (/\s$/u.test(text)) return { words: 'it ends with a space', at: text }
  // French sets a space before tall marks (";", ":", "?", "!"); nobody does before these.
  const before = /\s[,،、，。۔።។။॥।](?=\s|$)|\s\.(?=\s|$)/u.exec(text)
  if (before) return { words: `a space stands before "${before[0].at(-1)}"`, at: before[0] }
  const wide = /^Han[st]$/.test(script) ? /[，。：；？！、]\s|\p{sc=Han}\s\p{sc=Han}/u.exec(text) : null
  return wide ? { words: `a space stands in "${wide[0]}"`, at: wide[0] } : undefined
}
