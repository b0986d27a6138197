import * as v from 'valibot'
import { Kept } from '../memory/index.js'
import { readJson } from './json.js'
import { readShape, type Reading } from './shape.js'
import { isThere, unreadFile, type Shelf } from './shelf.js'

/** Words that all texts of a workspace agree on: `locales/glossary.json`. */
export interface Glossary {
  /** Names that are never translated, with the forms that a language may write instead: other letters, an ending. */
  readonly keep: readonly Keep[]
  readonly terms: readonly Term[]
}
export interface Keep {
  readonly term: string
  /** Tag → forms. */
  readonly forms: Readonly<Record<string, readonly string[]>>
}
export interface Term {
  readonly id: string
  /** As the English writes it: each form, since plurals differ. */
  readonly english: readonly string[]
  /** Tag → stems, one of which stands in every translation of a text with the term. */
  readonly translations: Readonly<Record<string, readonly string[]>>
  readonly note?: string | undefined
}

export const GLOSSARY_FILE = 'locales/glossary.json'
export const NO_GLOSSARY: Glossary = { keep: [], terms: [] }

const word = v.pipe(v.string(), v.nonEmpty('it is empty'))
const byLanguage = v.record(v.string(), v.pipe(v.array(word), v.minLength(1, 'one form at least is needed')))
const schema = v.strictObject({
  keep: v.array(v.strictObject({ term: word, forms: v.optional(byLanguage, {}) })),
  terms: v.array(
    v.strictObject({
      id: v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'it is no id: small letters, digits and hyphens')),
      english: v.pipe(v.array(word), v.minLength(1, 'one form at least is needed')),
      translations: byLanguage,
      note: v.optional(v.string()),
    }),
  ),
})

/** All catalogues of a workspace share one file; it is read once for each wording of it. */
const kept = new Kept<string, Reading<Glossary>>(4)

/** A workspace without the file has no terms. */
export function readGlossary(shelf: Shelf): Reading<Glossary> {
  if (!isThere(shelf, GLOSSARY_FILE)) return { value: NO_GLOSSARY, findings: [] }
  const text = shelf.read(GLOSSARY_FILE)
  if (text === undefined) return { findings: [unreadFile(shelf, GLOSSARY_FILE)] }
  return kept.get(text) ?? kept.set(text, readShape(schema, readJson(shelf, GLOSSARY_FILE)))
}
