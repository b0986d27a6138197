import { finding, mergeFindings, type Finding } from '../report/index.js'
import { LOST } from './json.js'
import { isUnread, type Catalogue, type Message, type Pair } from './catalogue.js'
import { codePointOf } from './checks/beside.js'
import { checks } from './checks/table.js'
import { checkEasyRead } from './easy-read.js'
import { checkMarkup } from './markup.js'
import { missingNear, missingText } from './missing.js'
import { isInOrphan, orphanFiles } from './orphan-files.js'
import { placeInMessage } from './place-in-message.js'
import { isPseudo } from './pseudo.js'
import { checkForm, keysNeeded, sourceOf } from './plural.js'
import { formerSource, stateOf, voidReview } from './review.js'
import { showChanges } from './word-changes.js'
import { checkSlotsOfSource } from './slots.js'
import { waive } from './waivers.js'

/** All that is wrong in a language beside the English. The English itself is checked as a pair with itself. */
export function checkCatalogue(source: Catalogue, target: Catalogue): Finding[] {
  const pair = { source, target }
  const missing = keysNeeded(source, target.locale.tag).filter((key) => !target.messages.has(key))
  return [
    ...mergeFindings(missing.flatMap((key) => missingText(pair, key))),
    ...orphanFiles(pair),
    ...[...target.messages.keys()].filter((key) => !isInOrphan(pair, key)).flatMap((key) => checkMessage(pair, key)),
    ...[...target.waivers.keys()]
      .filter((key) => !target.messages.has(key))
      .flatMap((key) => waive(target.waivers, key, [])),
  ]
}

/** All that is wrong with one text: of a leaflet, only the texts that it prints are asked for. */
export function checkMessage(pair: Pair, key: string): Finding[] {
  const message = pair.target.messages.get(key)
  if (!message) return missingText(pair, key)
  if (!sourceOf(pair.source, key))
    return isUnread(pair.source, key)
      ? []
      : [finding('key-orphan', message.place, { key, near: missingNear(pair, key) })]
  if (message.text.trim() === '') return [finding('message-empty', message.place, { key })]
  const lost = checkLost(message)
  if (lost.length > 0) return lost
  const reserved = checkReserved(message)
  if (reserved.length > 0) return reserved
  const marks = checkMarkup(message)
  return waive(pair.target.waivers, key, [
    ...marks,
    ...checkForm(pair, message),
    ...checkSlotsOfSource(pair, message),
    ...checkBidi(message),
    ...checkMarks(message),
    // Of marks that do not close, nobody knows what is text; a language that nobody speaks has no spelling.
    ...(marks.length > 0 || isPseudo(pair.target.locale.tag) ? [] : checkWords(pair, message)),
    ...checkEasyRead(pair, message),
    ...checkReview(pair, message),
  ])
}

function checkWords(pair: Pair, message: Message): Finding[] {
  const source = sourceOf(pair.source, message.key)
  const findings: Finding[] = []
  if (!source) return findings
  const beside = { pair, message, source }
  for (const check of checks) for (const found of check(beside)) findings.push(found)
  return findings
}

/** A text that was made from another sentence than today's, or changed after somebody agreed to it. */
function checkReview(pair: Pair, message: Message): Finding[] {
  const { key } = message
  if (stateOf(pair, key) === 'needs-editing') {
    const before = formerSource(pair, key)
    const after = sourceOf(pair.source, key)?.text ?? ''
    const change = before === undefined ? 'the older sentence was not kept' : showChanges(before, after)
    const of = pair.source.locale.tag === pair.target.locale.tag ? 'source' : 'translation'
    return [finding('translation-stale', message.place, { key, change, of })]
  }
  const review = voidReview(pair, key)
  return review
    ? [finding('review-void', message.place, { key, state: review.state, by: review.by, date: review.date })]
    : []
}

const BIDI_CONTROL = /\p{Bidi_Control}/gu

/**
 * The explicit controls of UAX #9 §2, the first of each kind. Doorstep sets isolates itself, and a stray one would turn
 * the rest of the line.
 */
function checkBidi(message: Message): Finding[] {
  if (message.text.search(BIDI_CONTROL) < 0) return []
  const seen = new Map<string, number>()
  for (const { 0: control, index } of message.text.matchAll(BIDI_CONTROL))
    if (!seen.has(control)) seen.set(control, index)
  return [...seen].map(([control, index]) => {
    const codePoint = `U+${control.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
    return finding('bidi-control', placeInMessage(message, index), { codePoint })
  })
}

/** Of a file on disk it is said once; a text may also come from a translator's file. */
function checkLost(message: Message): Finding[] {
  const places = message.text.split(LOST)
  const count = places.length - 1
  return count > 0 ? [finding('letter-lost', placeInMessage(message, places[0]!.length), { count })] : []
}

/**
 * Noncharacters (Unicode 23.7), the first: some of them hold the place of page numbers and of the day of printing in a
 * leaflet that is being made.
 */
function checkReserved(message: Message): Finding[] {
  const found = /\p{Noncharacter_Code_Point}/u.exec(message.text)
  if (!found) return []
  return [finding('letter-reserved', placeInMessage(message, found.index), { codePoint: codePointOf(found[0]) })]
}

/** More marks on a letter than any language has: Stream-Safe Text Format allows 30 (UAX #15 §13). */
function checkMarks(message: Message): Finding[] {
  if (!mayPile(message.text)) return []
  const pile = /\p{M}{31,}/u.exec(message.text)
  return pile ? [finding('marks-piled', placeInMessage(message, pile.index), { count: [...pile[0]].length })] : []
}

/** Whether a mark, or a half of one, stands in one of every 31 places: a pile of 31 leaves none out. */
function mayPile(text: string): boolean {
  for (let i = 30; i < text.length; i += 31) if (/[\p{M}\p{Cs}]/u.test(text[i]!)) return true
  return false
}
