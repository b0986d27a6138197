import * as v from 'valibot'
import { keptFor } from '../memory/index.js'
import type { Message, Pair } from './catalogue.js'
import { fingerprint } from './fingerprint.js'
import { standsFor, versionOf } from './history.js'
import { readJson } from './json.js'
import { sourceOf } from './plural.js'
import { readShape, type Reading } from './shape.js'
import { isThere, type Shelf } from './shelf.js'

/** What a person said about a text, and which sentences it was said of. */
export interface Review {
  /** {@link fingerprint} of the English sentence that the text was made from. */
  readonly source: string
  /** {@link fingerprint} of the text itself: an approval is of these words and no others. */
  readonly text: string
  readonly state: 'draft' | 'reviewed' | 'approved'
  readonly by: string
  /** ISO 8601 day. */
  readonly date: string
  readonly note: string
}
/** By key, as in `locales/<tag>/review.json`. */
export type Ledger = ReadonlyMap<string, Review>
export const STATES = ['missing', 'needs-editing', 'draft', 'reviewed', 'approved'] as const
export type State = (typeof STATES)[number]
/** A state as people are told of it: what needs editing is stale. */
export const stateName = (state: State): string => (state === 'needs-editing' ? 'stale' : state)

const print = v.pipe(v.string(), v.regex(/^[0-9a-f]{12}$/, 'it is no fingerprint: twelve characters of 0-9 and a-f'))
const schema = v.record(
  v.string(),
  v.strictObject({
    source: print,
    text: print,
    state: v.picklist(['draft', 'reviewed', 'approved']),
    by: v.string(),
    date: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/, 'it is no date, such as 2026-12-01')),
    note: v.string(),
  }),
)

/** A language without review.json is all draft. */
export function readLedger(shelf: Shelf, tag: string): Reading<Ledger> {
  const file = `locales/${tag}/review.json`
  if (!isThere(shelf, file)) return { value: new Map(), findings: [] }
  const { value, findings } = readShape(schema, readJson(shelf, file))
  return { value: new Map(Object.entries(value ?? {})), findings }
}

/**
 * Where a text stands. A text that nobody recorded counts as draft; one made from an older sentence needs editing; one
 * that was changed after somebody agreed to it is a draft again.
 */
export function stateOf(pair: Pair, key: string): State {
  const source = sourceOf(pair.source, key)
  const message = pair.target.messages.get(key)
  if (!message || !source) return 'missing'
  const review = pair.target.review.get(key)
  if (!review) return 'draft'
  const now = printOf(source).now
  if (!standsFor(pair.source.history, source.key, { made: review.source, now })) return 'needs-editing'
  return voidReview(pair, key) ? 'draft' : review.state
}

/** Fingerprint of a text as it is now: that of the English is asked for once a language. */
const printOf = keptFor(({ text }: Message) => ({ now: fingerprint(text) }))

/** Whose agreement no longer counts, since the text was changed afterwards. */
export function voidReview(pair: Pair, key: string): Review | undefined {
  const message = pair.target.messages.get(key)
  const review = pair.target.review.get(key)
  if (!message || !review || review.state === 'draft') return undefined
  // The English is its own source: its changes are those of the sentence, which stateOf looks at, cosmetic ones too.
  if (pair.source === pair.target) return undefined
  return review.text === printOf(message).now ? undefined : review
}

/** The English sentence that a text was made from, where it is another than today's and was kept. */
export function formerSource(pair: Pair, key: string): string | undefined {
  const source = sourceOf(pair.source, key)
  const review = pair.target.review.get(key)
  if (!source || !review || review.source === fingerprint(source.text)) return undefined
  return versionOf(pair.source.history, source.key, review.source)?.text
}
