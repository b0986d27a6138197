import { finding, literally, type Finding } from '../report/index.js'
import type { Message, Pair } from './catalogue.js'
import { placeInMessage } from './place-in-message.js'
import { isPlural, sourceOf } from './plural.js'

/** Names of the slots of a message and where they stand in its text. */
export function slotsOf(text: string): { readonly name: string; readonly at: number }[] {
  if (!text.includes('{{')) return []
  return [...text.matchAll(/\{\{(.*?)\}\}/gs)].map((m) => ({ name: (m[1] ?? '').trim(), at: m.index }))
}

/** Slots that nothing fills, and slots of the English that the text lost. `given` are those that a template fills. */
export function checkSlots(pair: Pair, message: Message, given: readonly string[]): Finding[] {
  const source = sourceOf(pair.source, message.key)
  const english = new Set(slotsOf(source?.text ?? '').map((s) => s.name))
  const here = slotsOf(message.text)
  const unknown = here.filter((s) => !given.includes(s.name))
  const lost = given.filter((name) => english.has(name) && !here.some((s) => s.name === name))
  return [
    ...unknown.map((s) =>
      finding('slot-unknown', placeInMessage(message, s.at), {
        slot: s.name,
        have: given.map((n) => `{{${n}}}`).join(', '),
      }),
    ),
    // "One family" is a good form of "{{count}} families".
    ...lost
      .filter((name) => !(name === 'count' && isPlural(pair.source, source?.key ?? '')))
      .map((slot) => slotLost(message, slot)),
  ]
}

/** One that was written otherwise, such as {name} or %name%, is named where it stands. */
function slotLost(message: Message, slot: string): Finding {
  const name = literally(slot)
  const near = new RegExp(`(?:[{[｛]+\\s*|[%<])${name}\\b\\s*[}%\\]>｝]*|\\b${name}\\s*[}\\]｝]+`, 'i').exec(
    message.text,
  )
  const place = near ? placeInMessage(message, near.index) : message.place
  return finding('slot-lost', place, { slot, written: near?.[0] ?? '' })
}

/** The same for a catalogue as such: what the English has is what is given. */
export function checkSlotsOfSource(pair: Pair, message: Message): Finding[] {
  const source = sourceOf(pair.source, message.key)
  return source ? checkSlots(pair, message, [...new Set(slotsOf(source.text).map((s) => s.name))]) : []
}
