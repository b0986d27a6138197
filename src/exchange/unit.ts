import type { State } from '../locale/index.js'
import type { Finding, Place } from '../report/index.js'
import type { TermHint } from './glossary.js'
import type { Stamp } from './stamp.js'

export const FORMATS = ['xliff', 'po', 'xlsx'] as const
export type Format = (typeof FORMATS)[number]

/** One text on its way to a translator, with all that is known about it. */
export interface OutUnit {
  readonly key: string
  /** The English, as the catalogue has it: with marks and slots. */
  readonly english: string
  readonly translation?: string
  readonly state: State
  /** The English that the translation was made from, where it is another and was kept. */
  readonly former?: string
  /** Where it stands on the page, in words for people. */
  readonly where: readonly string[]
  /** Most characters that there is room for. */
  readonly limit?: number
  readonly terms: readonly TermHint[]
  /** What the ledger says to the next person. */
  readonly note: string
}
/** All texts of one language that go to a translator together. */
export interface OutFile {
  /** BCP 47. */
  readonly source: string
  readonly target: {
    readonly tag: string
    readonly englishName: string
    readonly ownName: string
    readonly direction: 'ltr' | 'rtl'
  }
  readonly units: readonly OutUnit[]
}

/** A text as a translator's file has it. */
export interface HomeText {
  readonly text: string
  /** Where a UTF-16 offset of the text stands in the translator's file. */
  placeOf(offset: number): Place
}
/** No key is longer; what is has come in by accident and would only fill the screen. */
const LONGEST_KEY = 300
export const shortKey = (found: string): string => found.slice(0, LONGEST_KEY)

/** One unit of a translator's file, before anybody has asked whether it can be used. */
export interface HomeUnit {
  readonly key: string
  readonly place: Place
  readonly english?: HomeText
  /** Absent: the translator has not written one yet. */
  readonly translation?: HomeText
  /** What the translator's tool says of it; absent where it says nothing. */
  readonly said?: 'translated' | 'reviewed' | 'needs-editing'
  /** What the unit was like when it went out, if the tool has kept it. */
  readonly stamp?: Stamp
}
export interface HomeFile {
  readonly format: Format
  /** Tags, as the file has them. */
  readonly source?: string
  readonly target?: string
  /** The language that it was exported for, where that stands in it a second time. */
  readonly sentFor?: string
  /** Where the languages stand. */
  readonly place: Place
  readonly units: readonly HomeUnit[]
  /** With an error among them the units are not all there, or not what they seem. */
  readonly findings: readonly Finding[]
}
