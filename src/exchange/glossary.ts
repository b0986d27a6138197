import { plainMessage, readJson, type Shelf } from '../locale/index.js'

/** A word of the English that the glossary has something to say about. */
export interface TermHint {
  readonly english: string
  /** How it is said in the language, as stems; the English itself where a name stays as it is. */
  readonly say: readonly string[]
  readonly note?: string
}
export type Glossary = readonly GlossaryEntry[]
interface GlossaryEntry extends TermHint {
  /** What to look for in an English text. */
  readonly words: readonly string[]
}

/**
 * What `locales/glossary.json` says for one language. It is read for hints only, so that what is missing or of another
 * form is passed over: whoever checks translations by it complains.
 */
export function readGlossary(shelf: Shelf, tag: string): Glossary {
  if (shelf.read(FILE) === undefined) return []
  const { keep, terms } = (readJson(shelf, FILE).value ?? {}) as { keep?: unknown; terms?: unknown }
  return [
    ...objects(keep).map(({ term, forms, note }) => {
      const words = texts([term])
      return entry(words, [...words, ...texts(own(forms, tag))], note)
    }),
    ...objects(terms).map(({ english, translations, note }) =>
      entry(texts(english), texts(own(translations, tag)), note),
    ),
  ].filter(({ words, say }) => words.length > 0 && say.length > 0)
}
const FILE = 'locales/glossary.json'

/** What of it a translator of this text should see. */
export function hintsFor(glossary: Glossary, english: string): TermHint[] {
  const plain = plainMessage(english) || english
  return glossary.flatMap(({ words, say, note }) => {
    const found = words.find((word) => wordPattern(word).test(plain))
    return found === undefined ? [] : [{ english: found, say, ...(note === undefined ? {} : { note }) }]
  })
}

/** `social worker: sosyal hizmet uzmanı (note)` */
export const hintText = ({ english, say, note }: TermHint): string =>
  `${english}: ${say.join(', ')}${note === undefined ? '' : ` (${note})`}`

const entry = (words: readonly string[], say: readonly string[], note: unknown): GlossaryEntry => ({
  words,
  english: words[0] ?? '',
  say,
  ...(typeof note === 'string' && note !== '' ? { note } : {}),
})
const wordPattern = (word: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\p{N}])`, 'iu')

type Unknown = Readonly<Record<string, unknown>>
const objects = (value: unknown): Unknown[] =>
  Array.isArray(value) ? value.filter((v): v is Unknown => typeof v === 'object' && v !== null) : []
const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((v): v is string => typeof v === 'string' && v !== '') : []
const own = (value: unknown, tag: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Unknown)[tag] : undefined
