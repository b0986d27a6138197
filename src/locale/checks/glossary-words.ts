import { keptForPair } from '../../memory/index.js'
import { finding, literally, type Finding } from '../../report/index.js'
import type { Catalogue, Message } from '../catalogue.js'
import type { Glossary } from '../glossary.js'
import { bareOf, HOLE, isEnglish, type Beside } from './beside.js'

/** Names that are never translated, and terms that have one translation: `locales/glossary.json`. */
export function checkGlossary({ pair, message, source }: Beside): Finding[] {
  const { names, terms } = glossaryWords(pair.source.glossary, source)
  if (names.length + terms.length === 0 || isEnglish(pair)) return []
  const { tag } = pair.target.locale
  const text = fold(bareOf(message).whole, tag)
  const has = (form: string): boolean => text.includes(fold(form, tag))
  const lost = names.filter(({ term, forms }) => ![term, ...(forms[tag] ?? [])].some(has))
  const others = terms.filter(({ translations }) => translations[tag] && !translations[tag].some(has))
  return [
    ...lost.map(({ term, forms }) =>
      finding('name-lost', message.place, {
        name: term,
        forms: [term, ...(forms[tag] ?? [])].map(quoted).join(' or '),
      }),
    ),
    ...others.map(({ english, translations }) =>
      finding('term-other', message.place, {
        term: english[0]!,
        language: pair.target.locale.englishName,
        forms: translations[tag]!.map(quoted).join(', '),
      }),
    ),
  ]
}

/** The names that are never translated, in the forms of a language: a text without them; undefined when there are none. */
const namesIn = keptForPair(({ keep }: Glossary, { locale: { tag } }: Catalogue) => {
  const names = keep.flatMap(({ term, forms }) => [term, ...(forms[tag] ?? [])])
  // "Hackney Council" before "Hackney".
  const longest = names.map((n) => n.normalize('NFC')).sort((a, b) => b.length - a.length)
  return { form: longest.length > 0 ? new RegExp(longest.map(literally).join('|'), 'giu') : undefined }
})

/** A text with holes in place of its names: they may stand in letters of another script. */
export function withoutNames(text: string, glossary: Glossary, catalogue: Catalogue): string {
  const { form } = namesIn(glossary, catalogue)
  return form ? text.replace(form, HOLE) : text
}

/** Without case as the language has it: in Turkish the small letter of "I" is "ı". */
const fold = (text: string, tag: string): string => text.normalize('NFC').toLocaleLowerCase(tag)
const quoted = (form: string): string => `"${form}"`

/** What of the glossary stands in an English text. */
export const glossaryWords = keptForPair(({ keep, terms }: Glossary, english: Message) => {
  const text = bareOf(english).whole
  const small = text.toLowerCase()
  return {
    names: keep.filter(({ term }) => hasWords(text, term)),
    terms: terms.filter(({ english }) => english.some((form) => hasWords(small, form.toLowerCase()))),
  }
})

/** Whole words. Without regular expressions: to make one for each term took longer than all other checks. */
function hasWords(text: string, words: string): boolean {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
    if (!LETTER.test(text[at - 1] ?? '') && !LETTER.test(text[at + words.length] ?? '')) return true
  return false
}
const LETTER = /[\p{L}\p{N}]/u
