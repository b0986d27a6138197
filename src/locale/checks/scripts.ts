import { keptFor } from '../../memory/index.js'
import { finding, type Finding } from '../../report/index.js'
import type { Locale } from '../locale.js'
import { bareOf, codePointOf, placeOf, type Beside } from './beside.js'
import { withoutNames } from './glossary-words.js'
import { pairsIn } from './letters.js'
import { LOOK_ALIKES } from './look-alikes.js'
import { isUntranslated } from './untranslated.js'

/**
 * Letters of another script than the language's: within a word (a Latin "a" in Cyrillic looks right and is not), as a
 * word that is not marked, or all over the text. After UTS #39: a word has one script, besides what scripts share.
 */
export function checkScripts(beside: Beside): Finding[] {
  const { pair, message, source } = beside
  const script = scriptOf(pair.target.locale)
  const text = withoutNames(bareOf(message).own, pair.source.glossary, pair.target)
  if (script.all.test(text)) return []
  const words = (text.match(WORD) ?? []).flatMap((w) => (script.spaced ? [w] : runsOf(w, script.own)))
  const english = new Set(bareOf(source).whole.match(/\b\p{Lu}{2,}\b/gu))
  const foreign = words.filter((w) => !script.all.test(w) && !english.has(w))
  if (foreign.length === 0 || isUntranslated(beside)) return []
  const mixed = foreign.find((w) => isMixed(w, script))
  if (mixed !== undefined) {
    const run = foreignPart(mixed, script)
    const letter = [...run].find((c) => !script.all.test(c)) ?? run
    const like = script.lookAlikes.get(letter) ?? ''
    const facts = { word: mixed, letter, codePoint: codePointOf(letter), script: nameOf(letter), like }
    return [finding('letters-mixed', placeOf(message, mixed), facts)]
  }
  const own = words.filter((w) => script.own.test(w)).join('').length
  // One letter is a sign: the alpha of a formula, a name's initial.
  const first = foreign.find((w) => [...w].length > 1)
  if (first === undefined) return []
  const word = foreignPart(first, script)
  const facts = { word, script: nameOf(word), language: pair.target.locale.englishName }
  return foreign.length > 2 && foreign.join('').length > own
    ? [finding('script-other', placeOf(message, word), facts)]
    : [finding('word-foreign', placeOf(message, word), facts)]
}

const WORD = /[\p{L}\p{M}\u200C\u200D]+/gu

interface Script {
  /** Has a letter of the script. */
  readonly own: RegExp
  /** Has no letter of another. */
  readonly all: RegExp
  /** Words are parted by spaces. */
  readonly spaced: boolean
  /** Letters of other scripts → the letter of this one that they look like. */
  readonly lookAlikes: ReadonlyMap<string, string>
}

/** What ISO 15924 has and Unicode's property has not: scripts that are written with several. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  Aran: ['Arab'],
  Hans: ['Hani', 'Bopo'],
  Hant: ['Hani', 'Bopo'],
  Jpan: ['Hani', 'Hira', 'Kana'],
  Kore: ['Hang', 'Hani'],
}
const UNSPACED = /^(Han[ist]|Jpan|Thai|Laoo|Khmr|Mymr|Tibt)$/
const scriptOf = keptFor(({ script }: Locale): Script => {
  const parts = (PARTS[script] ?? [script]).filter(isKnown)
  // A script that this Node has never heard of: nothing is known of its letters.
  if (parts.length === 0) return { own: /[^]/u, all: /[^]/u, spaced: true, lookAlikes: new Map() }
  const own = parts.map((p) => `\\p{scx=${p}}`).join('')
  return {
    own: new RegExp(`(?=\\p{L})[${own}]`, 'u'),
    all: new RegExp(`^[${own}\\p{scx=Zyyy}\\p{scx=Zinh}\\u200C\\u200D]*$`, 'u'),
    spaced: !UNSPACED.test(script),
    lookAlikes: new Map(pairsIn(LOOK_ALIKES[script] ?? '')),
  }
})

function isKnown(script: string): boolean {
  try {
    return new RegExp(`\\p{sc=${script}}`, 'u').test('') || true
  } catch {
    return false
  }
}

/** A word with letters of both, or one of another script that prints like one of this. */
function isMixed(word: string, { own, lookAlikes, spaced }: Script): boolean {
  if (!own.test(word)) return [...word].length <= 2 && [...word].every((letter) => lookAlikes.has(letter))
  if (!spaced) return false
  // An abbreviation in capitals may take an ending of the language.
  return runsOf(word, own).some((r) => !own.test(r) && !/^\p{Lu}{2,}$/u.test(r))
}

/** Of a word that has letters of other scripts, the first stretch of these. */
const foreignPart = (word: string, { own }: Script): string => runsOf(word, own).find((run) => !own.test(run)) ?? word

/** The word as stretches that are of the script or not. */
function runsOf(word: string, own: RegExp): string[] {
  const runs: string[] = []
  let before: boolean | undefined
  for (const character of word) {
    const mine: boolean | undefined = /\p{L}/u.test(character) ? own.test(character) : before
    if (runs.length > 0 && mine === before) runs.push(`${runs.pop() ?? ''}${character}`)
    else runs.push(character)
    before = mine
  }
  return runs
}

/** As Unicode calls them; of the others it is only said that they are foreign. */
const NAMES = 'Latin Greek Cyrillic Arabic Hebrew Han Bengali Devanagari Ethiopic Tamil Gujarati Gurmukhi Hiragana Katakana Hangul Bopomofo Thai Lao Khmer Myanmar Tibetan Mongolian Telugu Kannada Malayalam Sinhala Oriya Armenian Georgian Cherokee Tifinagh Syriac Thaana Nko Adlam Vai Javanese Balinese Sundanese Tagalog Yi Coptic Runic Gothic'.split(' ') // prettier-ignore
const FORMS = NAMES.map((name) => [name, new RegExp(`\\p{Script=${name}}`, 'u')] as const)
const nameOf = (word: string): string => FORMS.find(([, form]) => form.test(word))?.[0] ?? 'foreign'
