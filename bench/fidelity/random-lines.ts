import { keep } from '../../src/memory/index.js'
import { declaration } from './udhr.js'
import type { MixedLine } from './mixed-lines.js'
import { languageOf } from './mixed.js'

/** What a leaflet has between its words, and phrases in the language of another direction. */
const PIECES = ['12', '2026', '020 8356 3000', '17/01/2026', '£25.50', '12.5%', 'dpo@hackney.gov.uk', 'www.hackney.gov.uk/privacy', '10:30–11:00', '6(1)(e)', 'N16 8EA', 'Wi-Fi'] // prettier-ignore
const ENGLISH = ['GDPR', 'Early Help', 'Hackney Council', 'children’s social care', 'Data Protection Act 2018', 'UK']
const RTL = ['ar', 'he', 'ur', 'yi', 'fa']
const LTR = ['en', 'ru', 'vi', 'el']

/**
 * Lines of both directions put together at random, the same for the same seed: words of articles 16 to 30, numbers, dates,
 * addresses, phrases of the other direction with numbers in them, brackets, quotation marks and punctuation. More than half
 * are words of the line's own language, as in leaflets: Poppler takes the direction of most letters of a page for all.
 */
export function randomLines(direction: 'ltr' | 'rtl', count: number, seed: number): MixedLine[] {
  const { pick, chance } = dice(seed)
  const words = (lang: string): string => {
    const known = wordsOf(lang)
    return Array.from({ length: 2 + Math.floor(chance() * 3) }, () => pick(known)).join(' ')
  }
  const passage = (): string => {
    const lang = pick(RTL)
    return chance() < 0.3 ? `${words(lang)} ${pick(PIECES)} ${words(lang)}` : words(lang)
  }
  const piece = (lang: string): string => {
    const kind = chance()
    if (kind < 0.6) return words(lang)
    if (kind < 0.8) return pick(PIECES)
    return direction === 'rtl' ? pick(ENGLISH) : passage()
  }
  return Array.from({ length: count }, () => {
    const lang = pick(direction === 'rtl' ? RTL : LTR)
    const pieces = Array.from({ length: 3 + Math.floor(chance() * 5) }, () => {
      const [open = '', close = ''] = pick(['', '', '', '()', '“”', '«»', '[]'])
      return open + piece(lang) + close + pick(['', '', '', ',', ';', ':', '.'])
    })
    return { lang, text: pieces.join(' '), printed: [] }
  })
}

const kept = new Map<string, readonly string[]>()
const wordsOf = (lang: string): readonly string[] =>
  keep(kept, lang, () => {
    const blocks = declaration(languageOf(lang), 'held out')
    const texts = blocks.flatMap((block) => ('text' in block ? block.text.map((span) => span.text) : []))
    return texts.flatMap((text) => text.match(/[\p{L}\p{M}\p{Cf}]+/gu) ?? [])
  })

/** Numerical Recipes' linear congruential generator: the same everywhere. */
function dice(seed: number): { chance: () => number; pick: <T>(from: readonly T[]) => T } {
  let state = seed
  const chance = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
  return { chance, pick: (from) => from[Math.floor(chance() * from.length)]! }
}
