import { createHash } from 'node:crypto'
import * as v from 'valibot'
import type { Pair } from './catalogue.js'
import { readJson } from './json.js'
import { sourceOf } from './plural.js'
import { readShape, type Reading } from './shape.js'
import type { Shelf } from './shelf.js'

/** What a person said about a text, and which English sentence it was made from. */
export interface Review {
  /** {@link fingerprint} of the English sentence. */
  readonly source: string
  readonly state: 'draft' | 'reviewed' | 'approved'
  readonly by: string
  /** ISO 8601 day. */
  readonly date: string
  readonly note: string
}
/** By key, as in `locales/<tag>/review.json`. */
export type Ledger = ReadonlyMap<string, Review>
export type State = 'missing' | 'draft' | 'needs-editing' | 'reviewed' | 'approved'

const schema = v.record(
  v.string(),
  v.strictObject({
    source: v.pipe(v.string(), v.regex(/^[0-9a-f]{12}$/, 'it is no fingerprint: twelve characters of 0-9 and a-f')),
    state: v.picklist(['draft', 'reviewed', 'approved']),
    by: v.string(),
    date: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/, 'it is no date, such as 2026-12-01')),
    note: v.string(),
  }),
)

/** A language without review.json is all draft. */
export function readLedger(shelf: Shelf, tag: string): Reading<Ledger> {
  const file = `locales/${tag}/review.json`
  if (shelf.read(file) === undefined) return { value: new Map(), findings: [] }
  const { value, findings } = readShape(schema, readJson(shelf, file))
  return { value: new Map(Object.entries(value ?? {})), findings }
}

/** Where a text stands. A text that nobody recorded counts as draft; one made from an older sentence needs editing. */
export function stateOf(pair: Pair, key: string): State {
  const source = sourceOf(pair.source, key)
  if (!pair.target.messages.has(key) || !source) return 'missing'
  const review = pair.target.review.get(key)
  if (!review) return 'draft'
  return review.source === fingerprint(source.text) ? review.state : 'needs-editing'
}

/** Twelve hex digits of SHA-256 of the text, in NFC: an editor that stores é in two parts changed no sentence. */
export function fingerprint(text: string): string {
  return createHash('sha256').update(text.normalize('NFC'), 'utf8').digest('hex').slice(0, 12)
}

/**
 * The new text of review.json: a draft entry for each text that has none. Nothing is dropped: an entry whose text is
 * gone moves to the end, since it tells who approved what.
 */
export function recordDrafts(pair: Pair, { by, date, note }: Pick<Review, 'by' | 'date' | 'note'>): string {
  const entries = new Map<string, Review>()
  for (const key of pair.target.messages.keys()) {
    const source = sourceOf(pair.source, key)
    const review = pair.target.review.get(key)
    if (review) entries.set(key, review)
    else if (source) entries.set(key, { source: fingerprint(source.text), state: 'draft', by, date, note })
  }
  for (const [key, review] of pair.target.review) if (!entries.has(key)) entries.set(key, review)
  return `${JSON.stringify(Object.fromEntries(entries), undefined, 2)}\n`
}
