import type { Span, Text } from '../document/index.js'
import {
  checkMarkup,
  isUnread,
  keyUnknown,
  readMarkup,
  say,
  type Catalogue,
  type Pair,
  type Slots,
} from '../locale/index.js'
import { Kept, keptForPair } from '../memory/index.js'
import type { Finding, Place } from '../report/index.js'
import { isolated } from './isolate.js'

/** Messages that a template said. Their texts are kept aside by number, so that no message can break its structure. */
export interface Spoken {
  /** Says a message; gives the number of its text. `origin`: who asked for it. */
  say(pair: Pair, wanted: Wanted): number
  /** Sets a value aside that is no message, such as a date; gives its number. */
  keep(value: string): number
  readonly text: (number: number) => Text | undefined
  readonly value: (number: number) => string | undefined
  /** Keys of messages in the leaflet's language, in order; of a plural, the form that was said. */
  readonly keys: ReadonlySet<string>
  /** All keys that were asked for, those in another language too. */
  readonly asked: ReadonlySet<string>
  /** Keys that were asked for in another language. */
  readonly foreign: ReadonlySet<string>
  readonly findings: readonly Finding[]
}
export interface Wanted {
  readonly key: string
  readonly slots: Slots
  /** Where the key is named: asked for if nothing can be said. */
  readonly origin: () => Place
  /** Set when the message is in another language than the leaflet. */
  readonly foreign: boolean
}

export function startSpeaking(): Spoken {
  const texts: Text[] = []
  const values: string[] = []
  const keys = new Set<string>()
  const asked = new Set<string>()
  const foreign = new Set<string>()
  const findings: Finding[] = []
  return {
    keys,
    asked,
    foreign,
    findings,
    text: (number) => texts[number],
    value: (number) => values[number],
    keep: (value) => values.push(value) - 1,
    say(pair, wanted) {
      const { text, key, findings: found } = keptSpeech(pair, wanted)
      asked.add(key)
      // What is in English for staff makes no leaflet of a family a draft.
      ;(wanted.foreign ? foreign : keys).add(key)
      findings.push(...found)
      return texts.push(text) - 1
    },
  }
}

interface Speech {
  readonly text: Text
  readonly key: string
  readonly findings: readonly Finding[]
}

/** The same words for the same slots, as one object: what is made from it further on is kept by it. */
const speeches = keptForPair<Catalogue, Catalogue, Speeches>(() => ({ plain: new Kept(500), filled: new Kept(50) }))

interface Speeches {
  readonly plain: Kept<string, Speech>
  /** With values in their slots: a date comes again today, not next month, and what was made of it goes with it. */
  readonly filled: Kept<string, Speech>
}

function keptSpeech(pair: Pair, wanted: Wanted): Speech {
  const { plain, filled } = speeches(pair.source, pair.target)
  const kept = Object.keys(wanted.slots).length > 0 ? filled : plain
  const id = `${wanted.key} ${String(wanted.foreign)} ${JSON.stringify(wanted.slots)}`
  const known = kept.get(id)
  if (known) return known
  const speech = speak(pair, wanted)
  // A finding may name who asked.
  return speech.findings.length > 0 ? speech : kept.set(id, speech)
}

function speak(pair: Pair, { key, slots, origin, foreign }: Wanted): Speech {
  const { source, target } = pair
  if (!source.messages.has(key) && !source.messages.has(`${key}_other`))
    return { text: [], key, findings: isUnread(source, key) ? [] : [keyUnknown(source, key, origin())] }
  const { text, message, findings } = say(pair, key, slots)
  if (text === undefined || !message || checkMarkup(message).length > 0)
    return { text: [], key: message?.key ?? key, findings }
  const spans = readMarkup(text).flatMap((piece): Text => {
    const { weight, lang = target.locale.tag } = piece
    const span: Span = { text: piece.text, lang, weight, origin: message }
    return lang === target.locale.tag ? [span] : isolated([span])
  })
  return { text: foreign ? isolated(spans) : spans, key: message.key, findings }
}
