import { keptFor } from '../../memory/index.js'
import { finding, type Finding } from '../../report/index.js'
import type { Locale } from '../locale.js'
import { bareOf, codePointOf, languageOf, placeOf, type Beside } from './beside.js'
import { TRADITIONAL_ONLY, TRADITIONAL_SIMPLIFIED } from './han-table.js'
import { LETTERS, SEQUENCES } from './letter-table.js'

/** Letters that look right, or nearly, and are another language's: each with the one that is meant. */
export function checkLetters({ pair, message }: Beside): Finding[] {
  const { own } = bareOf(message)
  const wrong = wrongOf(pair.target.locale)
  const found = wrong.form?.exec(own)?.[0]
  if (found === undefined) return []
  const instead = wrong.instead.get(found) ?? ''
  const facts = { letter: found, codePoint: named(found), instead, insteadCodePoint: named(instead) }
  return [finding('letter-wrong', placeOf(message, found), { ...facts, language: pair.target.locale.englishName })]
}

const named = (letters: string): string => [...letters].map(codePointOf).join(' ')

interface Wrong {
  readonly form: RegExp | undefined
  readonly instead: ReadonlyMap<string, string>
}

const wrongOf = keptFor(({ tag, script }: Locale): Wrong => {
  const pairs = [...pairsIn(SEQUENCES[script] ?? ''), ...pairsIn(LETTERS[tag] ?? LETTERS[languageOf(tag)] ?? '')]
  const instead = new Map([...pairs, ...inHan(script)])
  const forms = [...instead.keys()].sort((a, b) => b.length - a.length)
  if (script === 'Hebr')
    for (const [final, usual] of FINALS) {
      forms.push(`${final}(?=[א-ת])`)
      instead.set(final, usual)
    }
  return { form: forms.length > 0 ? new RegExp(forms.join('|'), 'u') : undefined, instead }
})

/** Hebrew letters as they end a word, and as they stand where it goes on. */
const FINALS = pairsIn('ך→כ ם→מ ן→נ ף→פ ץ→צ')

/** `a→b c→d` */
export function pairsIn(text: string): [string, string][] {
  return text.split(' ').flatMap((pair) => {
    const [wrong, right] = pair.split('→')
    return wrong !== undefined && right !== undefined ? [[wrong, right] satisfies [string, string]] : []
  })
}

/** Simplified and Traditional Chinese: what only the other writes. */
function inHan(script: string): [string, string][] {
  if (script !== 'Hans' && script !== 'Hant') return []
  const both = twos(TRADITIONAL_SIMPLIFIED)
  // Several traditional characters may be one in Simplified; the first is the commonest.
  return script === 'Hans'
    ? [...both, ...twos(TRADITIONAL_ONLY)]
    : both.map(([t, s]) => [s, t] as [string, string]).reverse()
}

function twos(text: string): [string, string][] {
  const characters = [...text]
  return characters.flatMap((c, i) => (i % 2 === 0 ? [[c, characters[i + 1]!] satisfies [string, string]] : []))
}
