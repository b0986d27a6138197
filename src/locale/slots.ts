import { finding, literally, type Finding } from '../report/index.js'
import type { Message, Pair } from './catalogue.js'
import { placeInMessage } from './place-in-message.js'
import { isPlural, sourceOf } from './plural.js'

/** Names of the slots of a message and where they stand in its text. */
export function slotsOf(text: string): { readonly name: string; readonly at: number }[] {
  if (!text.includes('{{')) return []
  return [...text.matchAll(SLOT)].map((m) => ({ name: (m[1] ?? '').trim(), at: m.index }))
}

/** The nearest braces belong together: one that is left open before a slot takes no part in it. */
const SLOT = /\{\{((?:(?!\{\{).)*?)\}\}/gs

/** Braces of slots that are not both there, which would be printed as they are. */
function* halfSlots(text: string): Generator<{ readonly braces: '{{' | '}}'; readonly at: number }> {
  if (!/\{\{|\}\}/.test(text)) return
  // Offsets stay as they are.
  const rest = text.replace(SLOT, (slot) => ' '.repeat(slot.length))
  for (const { 0: braces, index } of rest.matchAll(/\{\{|\}\}/g)) yield { braces: braces as '{{' | '}}', at: index }
}

/**
 * Slots that nothing fills, slots of the English that the text lost, and halves of slots. `given` are those that a
 * template fills.
 */
export function checkSlots(pair: Pair, message: Message, given: readonly string[]): Finding[] {
  const source = sourceOf(pair.source, message.key)
  const english = new Set(slotsOf(source?.text ?? '').map((s) => s.name))
  const here = slotsOf(message.text)
  const unknown = here.filter((s) => !given.includes(s.name))
  // "One family" is a good form of "{{count}} families".
  const lost = given
    .filter((name) => english.has(name) && !here.some((s) => s.name === name))
    .filter((name) => !(name === 'count' && isPlural(pair.source, source?.key ?? '')))
    .map((slot) => ({ slot, near: nearSlot(message.text, slot) }))
  const halves = [...halfSlots(message.text)].filter(({ at }) => !lost.some(({ near }) => near && isIn(near, at)))
  return [
    ...unknown.map((s) =>
      finding('slot-unknown', placeInMessage(message, s.at), { slot: s.name, have: slotList(given) }),
    ),
    ...lost.map(({ slot, near }) =>
      finding('slot-lost', near ? placeInMessage(message, near.index) : message.place, {
        slot,
        written: near?.[0] ?? '',
      }),
    ),
    ...halves.map(({ braces, at }) =>
      finding('slot-half', placeInMessage(message, at), { braces, have: slotList(given) }),
    ),
  ]
}

const slotList = (names: readonly string[]): string => names.map((n) => `{{${n}}}`).join(', ')

/** Where a slot was written otherwise, such as {name} or %name%. */
function nearSlot(text: string, slot: string): RegExpExecArray | null {
  const name = literally(slot)
  return new RegExp(`(?:[{[｛]+\\s*|[%<])${name}\\b\\s*[}%\\]>｝]*|\\b${name}\\s*[}\\]｝]+`, 'i').exec(text)
}

const isIn = (near: RegExpExecArray, at: number): boolean => at >= near.index && at < near.index + near[0].length

/** The same for a catalogue as such: what the English has is what is given. */
export function checkSlotsOfSource(pair: Pair, message: Message): Finding[] {
  const source = sourceOf(pair.source, message.key)
  return source ? checkSlots(pair, message, [...new Set(slotsOf(source.text).map((s) => s.name))]) : []
}
