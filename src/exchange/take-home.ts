import { fingerprint, keysNeeded, sourceOf, stateOf, type Pair } from '../locale/index.js'
import { finding, isError, type Finding } from '../report/index.js'
import { changesShown } from './changes-shown.js'
import { checkTexts } from './check-texts.js'
import { englishProblem } from './english-problem.js'
import { forbiddenLetter } from './letters.js'
import type { Stamp } from './stamp.js'
import type { HomeFile, HomeText, HomeUnit } from './unit.js'

/** What an import would do to one text. */
export interface Change {
  readonly key: string
  /** What stands there today, if anything does. */
  readonly before?: string
  readonly after: string
  readonly home: HomeText
}
/** Who answers for the file. */
export interface Bringer {
  /** Absent: nobody is named, and nothing that comes home counts as more than a draft. */
  readonly by?: string
  /** What the whole file is said to be, whatever it says itself. */
  readonly state?: 'draft' | 'reviewed'
}
export interface TakenHome {
  readonly changes: readonly Change[]
  /** What is to be said of texts from now on: of the changed ones, and of others that somebody has read. */
  readonly said: ReadonlyMap<string, 'draft' | 'reviewed'>
  /** Units of the file that hold no translation yet. */
  readonly untranslated: number
  readonly findings: readonly Finding[]
}

/**
 * What a translator's file changes in a language. Only what the translator did counts: a unit that came home as it went
 * out changes nothing, whatever happened to its text here meanwhile. Each change passes the checks that the language
 * passes. Units with an error are among the findings and nowhere else.
 */
export function takeHome(pair: Pair, home: HomeFile, bringer: Bringer): TakenHome {
  const known = new Set(keysNeeded(pair.source, pair.target.locale.tag))
  const seen = new Set<string>()
  const findings: Finding[] = []
  const changes = new Map<string, Change>()
  const said = new Map<string, 'draft' | 'reviewed'>()
  let untranslated = 0
  for (const unit of home.units) {
    const twice = seen.has(unit.key)
    seen.add(unit.key)
    const taken = twice ? refuseTwice(unit) : known.has(unit.key) ? takeUnit(pair, unit, bringer) : refuseUnknown(unit)
    findings.push(...taken.findings)
    if (taken.untranslated) untranslated++
    if (taken.findings.some(isError)) {
      // Of two units with one key nobody can tell which is meant.
      changes.delete(unit.key)
      said.delete(unit.key)
      continue
    }
    if (taken.change) changes.set(unit.key, taken.change)
    if (taken.said) said.set(unit.key, taken.said)
  }
  for (const [key, problems] of checkTexts(pair, [...changes.values()], said)) {
    findings.push(...problems)
    if (!problems.some(isError)) continue
    changes.delete(key)
    said.delete(key)
  }
  return { changes: [...changes.values()], said, untranslated, findings }
}

interface Taken {
  readonly findings: readonly Finding[]
  readonly change?: Change
  readonly said?: 'draft' | 'reviewed'
  readonly untranslated?: boolean
}
const refuseTwice = ({ key, place }: HomeUnit): Taken => ({
  findings: [finding('exchange-unit-twice', place, { key })],
})
const refuseUnknown = ({ key, place }: HomeUnit): Taken => ({
  findings: [finding('exchange-unit-unknown', place, { key })],
})

function takeUnit(pair: Pair, unit: HomeUnit, bringer: Bringer): Taken {
  const { key, translation } = unit
  const english = sourceOf(pair.source, key)?.text ?? ''
  const now = pair.target.messages.get(key)?.text
  const after = translation?.text
  const came = after === undefined || after === '' || isCopy(unit, english, now) ? undefined : after
  const touched = came !== undefined && !isAsSent(unit.stamp, came, now)
  const changed = touched && came !== now
  const say = came === undefined || (!touched && came !== now) ? undefined : verdict(pair, unit, { bringer, changed })
  const problem = englishProblem(pair, unit, changed || say !== undefined)
  if (problem) return { findings: [problem], untranslated: came === undefined }
  if (came === undefined || !translation) return { findings: [], untranslated: true }

  const findings = say?.findings ?? []
  if (!changed) return { findings, ...(say?.state ? { said: say.state } : {}) }
  const refused = changeProblem(pair, unit, { now, translation })
  if (refused) return { findings: [refused] }
  const change: Change = { key, after: came, home: translation, ...(now === undefined ? {} : { before: now }) }
  return { findings, change, ...(say?.state ? { said: say.state } : {}) }
}

/** Whether the translation is what went out; without a stamp, what stands here. */
const isAsSent = (stamp: Stamp | undefined, text: string, now: string | undefined): boolean =>
  stamp ? stamp.text === fingerprint(text) : text === now

/** Tools put the English into units that nobody has translated. It never stands in for a translation. */
const isCopy = ({ translation, said, stamp }: HomeUnit, english: string, now: string | undefined): boolean =>
  said === undefined && now === undefined && stamp?.text === undefined && translation?.text === english

function changeProblem(
  pair: Pair,
  { key, place, stamp }: HomeUnit,
  { now, translation }: { now: string | undefined; translation: HomeText },
): Finding | undefined {
  const at = translation.placeOf(0)
  const { length } = translation.text
  if (length > MOST_LETTERS)
    return finding('exchange-large', at, {
      what: `This text has ${length} characters`,
      limit: `${MOST_LETTERS} in a text`,
    })
  const letter = forbiddenLetter(translation.text)
  if (letter) return finding('exchange-letter', translation.placeOf(letter.at), { codePoint: letter.codePoint })
  if (stateOf(pair, key) === 'approved') {
    const { by, date } = pair.target.review.get(key) ?? { by: '', date: '' }
    return finding('exchange-locked', at, { key, by, date })
  }
  const here = now === undefined ? undefined : fingerprint(now)
  if (!stamp || stamp.text === here) return undefined
  return finding('exchange-both-changed', place, {
    key,
    language: pair.target.locale.tag,
    here: now ?? '',
    there: translation.text,
  })
}

/** Several leaflets' worth; more only keeps the checks busy. */
const MOST_LETTERS = 20_000

/** What is to be said of the text from now on; nothing where all stays as it is. */
function verdict(
  pair: Pair,
  { key, place, said, stamp }: HomeUnit,
  { bringer, changed }: { bringer: Bringer; changed: boolean },
): { state?: 'draft' | 'reviewed'; findings: Finding[] } | undefined {
  const state = stateOf(pair, key)
  const read = (bringer.state ?? (said === 'reviewed' ? 'reviewed' : 'draft')) === 'reviewed'
  // A tool says "reviewed" of what went out as reviewed: that is no news.
  const news = changed || bringer.state === 'reviewed' || stamp?.state !== 'reviewed'
  const better = state === 'draft' || state === 'needs-editing'
  if (read && news && (changed || better)) {
    if (bringer.by !== undefined) return { state: 'reviewed', findings: [] }
    const findings = [finding('exchange-nobody', place, { key })]
    return changed ? { state: 'draft', findings } : { findings }
  }
  // "Fuzzy" of PO: the translator is not done. The text comes home and stays one that needs editing.
  if (changed)
    return said === 'needs-editing' && state === 'needs-editing' ? undefined : { state: 'draft', findings: [] }
  // The old translation says what the new English says.
  const confirmed = state === 'needs-editing' && said === 'translated' && (stamp?.state ?? state) === 'needs-editing'
  return confirmed ? { state: 'draft', findings: [] } : undefined
}

/** Old and new of a change, for people. */
export const showChange = ({ before, after }: Change): string =>
  before === undefined ? `{+${after}+}` : changesShown(before, after)
