// The one file that knows npm `hyphen` (Liang's algorithm, patterns of TeX): `hyphen` makes a function that puts U+00AD
// into a word. It knows nothing of the fewest letters at both ends of a word, and brings no types.
import { createRequire } from 'node:module'
import type { Hyphenator, Hyphens } from '../text/index.js'

/**
 * Fewest letters before and after a hyphen, as TeX's hyph-utf8 has them for each language; English has three on each side
 * here. Languages that are not in the list are not divided.
 */
const FEWEST: Readonly<Record<string, readonly [before: number, after: number]>> = {
  af: [2, 2], be: [2, 2], bg: [2, 2], ca: [2, 2], cs: [2, 3], cy: [2, 3], da: [2, 2], de: [2, 2], el: [2, 2], en: [3, 3],
  es: [2, 2], et: [2, 3], eu: [2, 2], fi: [2, 2], fr: [2, 3], ga: [2, 3], gl: [2, 2], hr: [2, 2], hu: [2, 2], is: [2, 2],
  it: [2, 2], ka: [2, 2], kmr: [2, 2], lt: [2, 2], lv: [2, 2], mk: [2, 2], nb: [2, 2], nl: [2, 2], nn: [2, 2], pl: [2, 2],
  pt: [2, 3], ro: [2, 2], ru: [2, 2], sk: [2, 3], sl: [2, 2], sq: [2, 2], sr: [2, 2], sv: [2, 2], tk: [2, 2], tr: [2, 2],
  uk: [2, 2],
} // prettier-ignore
/** Where the file of patterns is not called by the language. */
const FILES: Readonly<Record<string, string>> = { de: 'de-1996', el: 'el-monoton', en: 'en-gb', sr: 'sr-cyrl' }

const require = createRequire(import.meta.url)
const known = new Map<string, Hyphenator | undefined>()

/** Hyphenators, each language's patterns read when it is first asked for. */
export const hyphens: Hyphens = (lang) => {
  const language = lang.toLowerCase().split('-')[0]!
  if (!known.has(language)) known.set(language, hyphenatorOf(language))
  return known.get(language)
}

function hyphenatorOf(language: string): Hyphenator | undefined {
  const fewest = FEWEST[language]
  if (!fewest) return undefined
  const patterns: unknown = require(`hyphen/patterns/${FILES[language] ?? language}.js`)
  const createHyphenator = require('hyphen/hyphen.js') as CreateHyphenator
  const divide = createHyphenator(patterns, { hyphenChar: '\u00AD', minWordLength: 1 })
  return (word) => {
    const places: number[] = []
    let at = 0
    for (const part of divide(word).split('\u00AD').slice(0, -1)) {
      at += part.length
      if (lettersOf(word.slice(0, at)) >= fewest[0] && lettersOf(word.slice(at)) >= fewest[1]) places.push(at)
    }
    return places
  }
}

type CreateHyphenator = (patterns: unknown, options: object) => (text: string) => string

const lettersOf = (text: string): number => text.match(/\p{L}/gu)?.length ?? 0
