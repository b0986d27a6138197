import { keptFor, keptForPair } from '../../memory/index.js'
import { finding, type Finding } from '../../report/index.js'
import type { Catalogue, Message } from '../catalogue.js'
import type { Glossary, Keep, Term } from '../glossary.js'
import { bareOf, isEnglish, type Beside } from './beside.js'

/** Names that are never translated, and terms that have one translation: `locales/glossary.json`. */
export function checkGlossary({ pair, message, source }: Beside): Finding[] {
  const { names, terms } = wordsOf(pair.source.glossary)(source)
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

/** Words of names that may stand in a text in letters of another script, without case. */
export const keptWords: (glossary: Glossary, catalogue: Catalogue) => ReadonlySet<string> = keptForPair(
  ({ keep }: Glossary, { locale: { tag } }: Catalogue) =>
    new Set(
      keep
        .flatMap(({ term, forms }) => [term, ...(forms[tag] ?? [])])
        .flatMap((name) => name.match(/[\p{L}\p{M}]+/gu) ?? [])
        .map((word) => word.toLowerCase()),
    ),
)

/** Without case as the language has it: in Turkish the small letter of "I" is "ı". */
const fold = (text: string, tag: string): string => text.normalize('NFC').toLocaleLowerCase(tag)
const quoted = (form: string): string => `"${form}"`

/** What of the glossary stands in an English text. */
const wordsOf = keptFor(({ keep, terms }: Glossary) => {
  const names = keep.map((k): [Keep, RegExp] => [k, wholeWords([k.term], 'u')])
  const words = terms.map((t): [Term, RegExp] => [t, wholeWords(t.english, 'iu')])
  return keptFor((message: Message) => {
    const text = bareOf(message).whole
    const standing = ([, form]: readonly [unknown, RegExp]): boolean => form.test(text)
    return { names: names.filter(standing).map(([k]) => k), terms: words.filter(standing).map(([t]) => t) }
  })
})

function wholeWords(forms: readonly string[], flags: string): RegExp {
  const any = forms.map((f) => f.normalize('NFC').replace(/[.*+?^$()|[\]{}\\]/g, '\\$&')).join('|')
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${any})(?![\\p{L}\\p{N}])`, flags)
}
