import * as v from 'valibot'
import { finding, withKey, type Finding, type FindingCode, type Place } from '../report/index.js'
import { readJson, type Json } from './json.js'
import { readShape, type Reading } from './shape.js'
import { isThere, type Shelf } from './shelf.js'

/** Findings that a translator looked at and found to be no fault: key → code → why, and where it is said. */
export type Waivers = ReadonlyMap<string, ReadonlyMap<string, Waiver>>
export interface Waiver {
  readonly reason: string
  readonly place: Place
}
export const NO_WAIVERS: Waivers = new Map()

/**
 * What a person may overrule: findings that a program can be wrong about. A text that is missing, a slot that nothing
 * fills, broken marks, letters without a glyph would be wrong on paper whatever the reason.
 */
export const WAIVABLE: ReadonlySet<string> = new Set<FindingCode>([
  'number-changed',
  'law-changed',
  'date-changed',
  'contact-changed',
  'name-lost',
  'term-other',
  'markup-lost',
  'end-mark',
  'mark-foreign',
  'word-doubled',
  'space-odd',
  'letter-wrong',
  'letters-mixed',
  'word-foreign',
  'script-other',
  'digits-other',
  'character-invisible',
  'text-untranslated',
  'sentence-long',
  'sentence-long-letters',
  'row-crowded',
  'word-other',
  'place-overfull',
])

const reason = v.pipe(v.string(), v.regex(/\S/, 'a reason is needed: why this is no fault'))
// Valibot takes a list for a record.
const schema = v.pipe(
  v.unknown(),
  v.check((waivers) => !Array.isArray(waivers), 'it should be an object, not a list'),
  v.record(v.string(), v.record(v.string(), reason)),
)

/** Reads `locales/<tag>/waivers.json`; a language without it waives nothing. */
export function readWaivers(shelf: Shelf, tag: string): Reading<Waivers> {
  const file = `locales/${tag}/waivers.json`
  if (!isThere(shelf, file)) return { value: NO_WAIVERS, findings: [] }
  const json = readJson(shelf, file)
  const { value, findings } = readShape(schema, json)
  const refused: Finding[] = []
  const waivers = new Map(
    Object.entries(value ?? {}).map(([key, codes]) => [key, allowed({ json, key, refused }, codes)] as const),
  )
  return { value: waivers, findings: [...findings, ...refused] }
}

interface Desk {
  readonly json: Json
  readonly key: string
  readonly refused: Finding[]
}

function allowed({ json, key, refused }: Desk, codes: Readonly<Record<string, string>>): ReadonlyMap<string, Waiver> {
  const waivers = new Map<string, Waiver>()
  for (const [code, reason] of Object.entries(codes)) {
    const place = withKey(json.place([key, code]), key)
    if (WAIVABLE.has(code)) waivers.set(code, { reason, place })
    else refused.push(finding('waiver-refused', place, { code }))
  }
  return waivers
}

/** Whether somebody said of this text why the finding is none. */
export const isWaived = (waivers: Waivers, { code, place }: Finding): boolean =>
  place.key !== undefined && waivers.get(place.key)?.has(code) === true

/** Codes that other rooms look for, where the text meets the page: whether they still come up is not known here. */
const ELSEWHERE: ReadonlySet<string> = new Set<FindingCode>(['place-overfull', 'word-other'])

/** The findings of a text without those that are waived, and a note for each waiver that waives nothing. */
export function waive(waivers: Waivers, key: string, findings: readonly Finding[]): Finding[] {
  const mine = waivers.get(key)
  if (!mine) return [...findings]
  const idle = [...mine].filter(([code]) => !ELSEWHERE.has(code) && !findings.some((f) => f.code === code))
  return [
    ...findings.filter((f) => !mine.has(f.code)),
    ...idle.map(([code, { place }]) => finding('waiver-idle', place, { key, code })),
  ]
}
