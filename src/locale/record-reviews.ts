import type { Pair } from './catalogue.js'
import { fingerprint } from './fingerprint.js'
import type { History } from './history.js'
import { sourceOf } from './plural.js'
import type { Ledger, Review } from './review.js'

/** What a person says of a text. */
export type Verdict = Pick<Review, 'state' | 'by' | 'date' | 'note'>

/**
 * The ledger in which the named texts have what a person says of them now: of these words, made from the English of
 * today. Texts that are not there get no entry.
 */
export function withReviews(pair: Pair, said: ReadonlyMap<string, Verdict>): Ledger {
  const entries = new Map(pair.target.review)
  for (const [key, saying] of said) {
    const source = sourceOf(pair.source, key)
    const message = pair.target.messages.get(key)
    if (source && message)
      entries.set(key, { source: fingerprint(source.text), text: fingerprint(message.text), ...saying })
  }
  return inOrder(pair, entries)
}

/** The ledger with a draft entry for each text that has none. */
export function withDrafts(pair: Pair, by: Omit<Verdict, 'state'>): Ledger {
  const open = [...pair.target.messages.keys()].filter((key) => !pair.target.review.has(key))
  return withReviews(pair, new Map(open.map((key) => [key, { state: 'draft', ...by }])))
}

/**
 * Entries in the order of the texts. Nothing is dropped: an entry whose text is gone moves to the end, since it tells
 * who approved what.
 */
function inOrder({ target }: Pair, entries: Ledger): Ledger {
  const here = [...target.messages.keys()].flatMap((key) => {
    const review = entries.get(key)
    return review ? [[key, review] as const] : []
  })
  return new Map([...here, ...entries])
}

/** A ledger or a history as its file has it. */
export const ledgerText = (entries: Ledger | History): string =>
  `${JSON.stringify(Object.fromEntries(entries), undefined, 2)}\n`
