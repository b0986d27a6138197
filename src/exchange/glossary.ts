import { glossaryWords, type Glossary, type Message } from '../locale/index.js'

/** A word of the English that the glossary has something to say about. */
export interface TermHint {
  readonly english: string
  /** How it is said in the language, as stems; the English itself where a name stays as it is. */
  readonly say: readonly string[]
  readonly note?: string
}

/** What a translator into a language (BCP 47) should see of it beside an English text. */
export function hintsFor(glossary: Glossary, english: Message, tag: string): TermHint[] {
  const { names, terms } = glossaryWords(glossary, english)
  return [
    ...names.map(({ term, forms }) => ({ english: term, say: [term, ...(forms[tag] ?? [])] })),
    ...terms.flatMap(({ english: [word = ''], translations, note }) => {
      const say = translations[tag]
      return say ? [{ english: word, say, ...(note === undefined ? {} : { note }) }] : []
    }),
  ]
}

/** `social worker: sosyal hizmet uzmanı (note)` */
export const hintText = ({ english, say, note }: TermHint): string =>
  `${english}: ${say.join(', ')}${note === undefined ? '' : ` (${note})`}`
