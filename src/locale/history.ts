import * as v from 'valibot'
import { fingerprint } from './fingerprint.js'
import { readJson } from './json.js'
import { readShape, type Reading } from './shape.js'
import { isThere, type Shelf } from './shelf.js'

/** One wording of an English text that somebody translated, kept so that a later change can be shown word by word. */
export interface Version {
  /** {@link fingerprint} of the text. */
  readonly source: string
  readonly text: string
  /** ISO 8601 day on which it was first recorded. */
  readonly date: string
  /** Who said that it means the same as the version before, so that translations of that one still stand. */
  readonly cosmetic?: Cosmetic | undefined
}
export interface Cosmetic {
  readonly by: string
  readonly date: string
  readonly note: string
}
/** By key, oldest first, as in `locales/<source>/history.json`. Only the language that is written first has one. */
export type History = ReadonlyMap<string, readonly Version[]>

const day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/, 'it is no date, such as 2026-12-01'))
const print = v.pipe(v.string(), v.regex(/^[0-9a-f]{12}$/, 'it is no fingerprint: twelve characters of 0-9 and a-f'))
const schema = v.record(
  v.string(),
  v.array(
    v.strictObject({
      source: print,
      text: v.string(),
      date: day,
      cosmetic: v.optional(v.strictObject({ by: v.string(), date: day, note: v.string() })),
    }),
  ),
)

/** A workspace without history.json has never recorded a translation: nothing is known of older sentences. */
export function readHistory(shelf: Shelf, tag: string): Reading<History> {
  const file = `locales/${tag}/history.json`
  if (!isThere(shelf, file)) return { value: new Map(), findings: [] }
  const { value, findings } = readShape(schema, readJson(shelf, file))
  return { value: new Map(Object.entries(value ?? {})), findings }
}

/** The wording that has a fingerprint, if it was recorded. */
export const versionOf = (history: History, key: string, source: string): Version | undefined =>
  history.get(key)?.find((version) => version.source === source)

/**
 * Whether a translation made from the wording `made` (fingerprint) stands for the wording `now`: they are the same, or
 * each change between them was declared cosmetic.
 *
 *   A ──► B cosmetic ──► C cosmetic     made from A, B or C: stands
 *   A ──► B          ──► C cosmetic     made from A: does not; from B: does
 */
export function standsFor(history: History, key: string, { made, now }: { made: string; now: string }): boolean {
  if (made === now) return true
  const versions = history.get(key) ?? []
  let at = versions.findLastIndex((version) => version.source === now)
  while (at > 0 && versions[at]!.cosmetic) if (versions[--at]!.source === made) return true
  return false
}

/** The history with the English texts as they stand now; those that are recorded already stay as they are. */
export function withVersions(
  history: History,
  messages: ReadonlyMap<string, { readonly text: string }>,
  date: string,
): History {
  const next = new Map<string, readonly Version[]>()
  for (const [key, { text }] of messages) {
    const known = history.get(key) ?? []
    const source = fingerprint(text)
    // A text that goes back to an older wording is a change too: the last version is always what stands.
    next.set(key, known.at(-1)?.source === source ? known : [...known, { source, text, date }])
  }
  for (const [key, versions] of history) if (!next.has(key)) next.set(key, versions)
  return next
}

/** The history in which the newest version of a key is declared to mean the same as the one before. */
export function withCosmetic(history: History, key: string, cosmetic: Cosmetic): History {
  const versions = history.get(key) ?? []
  const last = versions.at(-1)
  return last && versions.length > 1
    ? new Map(history).set(key, [...versions.slice(0, -1), { ...last, cosmetic }])
    : history
}
