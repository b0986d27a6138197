import { caselessExpression } from './letter-classes.js'

/**
 * Words that no line may end with, by language: one-letter prepositions and conjunctions, and titles before a name.
 * Small letters; capitals count as well. A language that is not here has no such rule. Polish: PN-83/P-55366; Czech: ČSN 01 6910; Slovak: STN 01 6910;
 * Russian: Мильчин, Чельцова, "Справочник издателя и автора"; its neighbours follow the same habit.
 */
const SHORT_WORDS: Readonly<Record<string, string>> = {
  be: 'а з і й у ў к о',
  bg: 'а в и к о с у',
  bs: 'a i k o s u',
  cs: 'a i k o s u v z',
  en: 'mr mrs ms dr prof',
  hr: 'a i k o s u',
  mk: 'а в и о с у',
  pl: 'a i o u w z',
  ru: 'а б в ж и к о с у я',
  sk: 'a i k o s u v z',
  sl: 'a h i k o s v z',
  sr: 'a i k o s u а и к о с у',
  uk: 'а б в є ж з і й о у я',
}

const expressions = new Map<string, RegExp | undefined>()

/** Finds a short word of a language (BCP 47) with the space after it; undefined where the language has none. */
export function shortWords(lang: string): RegExp | undefined {
  const language = lang.toLowerCase().split('-')[0]!
  if (!expressions.has(language)) {
    const words = SHORT_WORDS[language]?.replaceAll(' ', '|')
    expressions.set(language, words === undefined ? undefined : caselessExpression(`(?<!L|D|['’-])(?:${words})\\.? `)) // prettier-ignore
  }
  return expressions.get(language)
}
