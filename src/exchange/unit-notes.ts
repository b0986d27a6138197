import { showChanges } from '../locale/index.js'
import type { OutUnit } from './unit.js'

/** One thing that a translator should know of a unit, beside its glossary. */
export interface UnitNote {
  readonly category: 'where' | 'state' | 'english-before' | 'english-change' | 'limit' | 'note'
  /** What it is called where there are no categories. */
  readonly title: string
  readonly text: string
  readonly about: 'source' | 'target'
}

export function unitNotes({ where, state, former, english, limit, note }: OutUnit): UnitNote[] {
  const notes: (UnitNote | undefined)[] = [
    ...where.map((text): UnitNote => ({ category: 'where', title: 'Where', text, about: 'source' })),
    { category: 'state', title: 'State', text: stateWords[state], about: 'target' },
    former === undefined
      ? undefined
      : { category: 'english-before', title: 'English before', text: former, about: 'source' },
    former === undefined
      ? undefined
      : { category: 'english-change', title: 'What changed', text: showChanges(former, english), about: 'source' },
    limit === undefined
      ? undefined
      : { category: 'limit', title: 'Limit', text: `at most ${limit} characters`, about: 'target' },
    note === '' ? undefined : { category: 'note', title: 'Note', text: note, about: 'target' },
  ]
  return notes.filter((n) => n !== undefined)
}

/** The states of review.json, as translators read them; spreadsheets come home with these words. */
export const stateWords = {
  missing: 'missing',
  'needs-editing': 'needs editing',
  draft: 'draft',
  reviewed: 'reviewed',
  approved: 'approved',
} as const
