import { fingerprint, STATES, type State } from '../locale/index.js'
import type { OutUnit } from './unit.js'

/**
 * What a unit was like when it went out. It travels with the unit, so that on the way home it can be told what the
 * translator did from what happened here meanwhile.
 */
export interface Stamp {
  /** Fingerprint of the English. */
  readonly source: string
  /** Fingerprint of the translation; absent if there was none. */
  readonly text?: string
  readonly state: State
}

/** `c3fcad358b0a 96d6cca48264 draft`; a hyphen where there was no translation. */
export const stampOf = ({ english, translation, state }: OutUnit): string =>
  [fingerprint(english), translation === undefined ? '-' : fingerprint(translation), state].join(' ')

export function readStamp(text: string | undefined): Stamp | undefined {
  const match = /^\s*([0-9a-f]{12}) ([0-9a-f]{12}|-) ([a-z-]+)\s*$/.exec(text ?? '')
  const state = STATES.find((s) => s === match?.[3])
  const [, source, print] = match ?? []
  if (source === undefined || print === undefined || state === undefined) return undefined
  return { source, state, ...(print === '-' ? {} : { text: print }) }
}
