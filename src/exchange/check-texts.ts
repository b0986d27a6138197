import { checkMessage, withReviews, type Catalogue, type Message, type Pair } from '../locale/index.js'
import type { Finding, Place } from '../report/index.js'
import type { Change } from './take-home.js'

/**
 * What the checks of the language say of texts that come home, at their places in the translator's file. Findings about
 * other texts of the language are not theirs to hear.
 */
export function checkTexts(
  pair: Pair,
  changes: readonly Change[],
  said: ReadonlyMap<string, 'draft' | 'reviewed'>,
): Map<string, Finding[]> {
  const messages = new Map<string, Message>(pair.target.messages)
  const brought = new Map(changes.map((change) => [change.key, change]))
  // A place without a line of JSON: what the checks add to its column is the offset in the text.
  for (const { key, after } of changes) messages.set(key, { key, text: after, place: { ...NOWHERE, key } })
  const target: Catalogue = { ...pair.target, messages }
  const verdicts = new Map([...said].map(([key, state]) => [key, { state, by: '', date: '', note: '' }] as const))
  const next = { source: pair.source, target: { ...target, review: withReviews({ ...pair, target }, verdicts) } }
  return new Map(
    [...brought.keys(), ...[...said.keys()].filter((key) => !brought.has(key))].map((key) => [key, problems(key)]),
  )

  function problems(key: string): Finding[] {
    const change = brought.get(key)
    return checkMessage(next, key).map((f) => (change ? { ...f, place: placeIn(change, f.place) } : f))
  }
}

const NOWHERE: Place = { file: '', line: 1, column: 1 }
/** The first column is the whole text; the second its opening quotation mark, if it stood in JSON. */
const placeIn = ({ home, key }: Change, { column }: Place): Place => ({ ...home.placeOf(Math.max(0, column - 2)), key })
