import { isUnread, type Catalogue, type Message } from './catalogue.js'
import { directionOf, type Locale } from './locale.js'
import { keysNeeded, sourceOf } from './plural.js'
import { nested } from './with-texts.js'

/**
 * Languages that nobody speaks, made of the English on the fly, to see on paper what a real one will meet before there
 * is one: Unicode's region codes XA and XB are kept for this (UTS #35, "Unicode Region Subtag").
 *
 *   en-XA   accents on all letters, words 40 % longer      Šéértvíícéé…
 *   ar-XB   Arabic letters, right to left, joined          numbers, names in capitals and slots stay
 */
export const PSEUDO_TAGS = ['en-XA', 'ar-XB'] as const
type PseudoTag = (typeof PSEUDO_TAGS)[number]
export const isPseudo = (tag: string): tag is PseudoTag => (PSEUDO_TAGS as readonly string[]).includes(tag)

/** The English in a pseudo-locale. Findings about its texts point at the English that they were made of. */
export function pseudoCatalogue(source: Catalogue, tag: PseudoTag): Catalogue {
  const disguise = tag === 'en-XA' ? accented : arabised
  const messages = new Map<string, Message>()
  for (const key of keysNeeded(source, tag)) {
    const english = sourceOf(source, key)
    if (english && !isUnread(source, key))
      messages.set(key, { key, text: outsideMarks(english.text, disguise), place: english.place })
  }
  return {
    locale: localeOf(source.locale, tag, disguise),
    messages,
    namespaces: new Map(
      [...source.namespaces].map(([name, json]) => [
        name,
        json.value === undefined ? json : { ...json, value: nested(name, messages) },
      ]),
    ),
    strays: [],
    review: new Map(),
    history: new Map(),
    glossary: source.glossary,
    waivers: new Map(),
    findings: source.findings,
  }
}

function localeOf(english: Locale, tag: PseudoTag, disguise: (text: string) => string): Locale {
  const script = tag === 'en-XA' ? 'Latn' : 'Arab'
  return {
    ...english,
    tag,
    ownName: disguise(english.englishName),
    englishName: tag === 'en-XA' ? 'Pseudo, accents' : 'Pseudo, right to left',
    otherNames: [],
    script,
    direction: directionOf(script),
    date: { ...english.date, months: english.date.months.map(disguise) },
    // The usual font for Arabic; where it is not installed, the finding says so.
    fonts: tag === 'en-XA' ? english.fonts : [{ package: '@expo-google-fonts/noto-naskh-arabic' }, ...english.fonts],
  }
}

/** Slots, marks and entities stay as they are. */
const outsideMarks = (text: string, disguise: (plain: string) => string): string =>
  text
    .split(/(\{\{.*?\}\}|<[^>]*>|&\w+;)/s)
    .map((part, i) => (i % 2 === 1 ? part : disguise(part)))
    .join('')

const ACCENTS = new Map(
  pairs('aá bƀ cč dđ eé fƒ gĝ hĥ ií jĵ kķ lļ mɱ nñ oó pƥ qɋ rŕ sš tţ uú vʋ wŵ xẋ yý zž AÁ BƁ CČ DĐ EÉ FƑ GĜ HĤ IÍ JĴ KĶ LĻ MṀ NÑ OÓ PƤ QɊ RŔ SŠ TŢ UÚ VƲ WŴ XẊ YÝ ZŽ'),
) // prettier-ignore

/** Each letter with an accent, and vowels said again until the text is 40 % longer. */
function accented(text: string): string {
  let owed = 0
  return text.replace(/[A-Za-z]/g, (letter) => {
    const accent = ACCENTS.get(letter) ?? letter
    owed += 0.4
    if (!/[aeiou]/i.test(letter)) return accent
    const more = Math.floor(owed)
    owed -= more
    return accent + accent.toLowerCase().repeat(more)
  })
}

const ARABIC = new Map(
  pairs('aا bب cك dد eي fف gج hه iي jج kك lل mم nن oو pب qق rر sس tت uو vف wو xخ yي zز ,، ;؛ ?؟'),
) // prettier-ignore

/** Each letter as an Arabic one; names in capitals stay, in English, as they do in real translations. */
const arabised = (text: string): string =>
  text
    .split(/(\b[A-Z]{2,}\b)/)
    .map((part, i) =>
      i % 2 === 1
        ? `<span lang="en">${part}</span>`
        : part.replace(/[A-Za-z,;?]/g, (c) => ARABIC.get(c.toLowerCase()) ?? c),
    ) // prettier-ignore
    .join('')

function pairs(text: string): [string, string][] {
  return text.split(' ').map((pair) => [pair.slice(0, 1), pair.slice(1)])
}
