import { changesShown } from './changes-shown.js'
import { fingerprint, sourceOf, standsFor, versionOf, type Pair } from '../locale/index.js'
import { finding, type Finding } from '../report/index.js'
import type { HomeUnit } from './unit.js'

/**
 * What is wrong with the English of a unit. It must be today's: a translation of another sentence is none of this one.
 *
 *   sent   in the file   today
 *    A         A           A     good
 *    A         A           B     changed here since: the translator has seen the old one
 *    A         B           …     changed in the file: nobody knows what was translated
 *
 * `used`: whether something would come of the unit. If nothing would, an old English harms nobody.
 */
export function englishProblem(pair: Pair, unit: HomeUnit, used: boolean): Finding | undefined {
  const { key, english, stamp } = unit
  const source = sourceOf(pair.source, key)
  const today = source?.text ?? ''
  const now = fingerprint(today)
  const there = english === undefined ? stamp?.source : fingerprint(english.text)
  const place = english?.placeOf(0) ?? unit.place
  if (there === now && (stamp?.source ?? now) === now) return undefined
  const kept = there === undefined ? undefined : versionOf(pair.source.history, source?.key ?? key, there)
  const sent = stamp ? stamp.source === there : kept !== undefined
  const before = english?.text ?? kept?.text
  // A change that somebody declared cosmetic: what was translated still stands.
  if (sent && there !== undefined && standsFor(pair.source.history, source?.key ?? key, { made: there, now }))
    return undefined
  if (!sent) return finding('exchange-source-changed', place, { key, change: changesShown(today, english?.text ?? '') })
  const change = before === undefined ? `it says now: ${today}` : changesShown(before, today)
  return finding(used ? 'exchange-english-moved' : 'exchange-english-old', place, {
    key,
    language: pair.target.locale.tag,
    change,
  })
}
