import { keptFor, Kept } from '../memory/index.js'

/**
 * Noncharacters that hold the place of what differs from print to print, until all else that a leaflet says is known:
 * the edition code stands for that. No text of a person has them. `day` is the day of printing as ISO 8601 has it.
 */
export const PRINT_MARKS = { day: '\uFDD2', longDay: '\uFDD3', stampedDay: '\uFDD4', edition: '\uFDD5' } as const

export type PrintWords = Readonly<Record<keyof typeof PRINT_MARKS, string>>

const MARKS = new RegExp(`[${Object.values(PRINT_MARKS).join('')}]`, 'g')
const ANY_MARK = new RegExp(MARKS.source)
const NAMES = new Map(Object.entries(PRINT_MARKS).map(([name, mark]) => [mark as string, name as keyof PrintWords]))

/** Blocks or furniture with words in place of all marks. Parts without marks stay the same objects. */
export function fillMarks<T extends object>(part: T, words: PrintWords): T {
  return fill(part, words, Object.values(words).join('\n')) as T
}

function fill(value: unknown, words: PrintWords, id: string): unknown {
  if (typeof value === 'string') return value.replace(MARKS, (mark) => words[NAMES.get(mark)!])
  if (typeof value !== 'object' || value === null || !marked(value).somewhere) return value
  const kept = filled(value)
  return kept.get(id) ?? kept.set(id, fillParts(value, words, id))
}

function fillParts(value: object, words: PrintWords, id: string): object {
  if (Array.isArray(value)) return value.map((part) => fill(part, words, id))
  const copy: Record<string, unknown> = {}
  for (const [name, part] of Object.entries(value)) {
    // Where a text stands is shown to people who look for it: its line as it is in the file.
    copy[name] = name === 'origin' ? part : fill(part, words, id)
  }
  return copy
}

const marked = keptFor((part: object) => ({ somewhere: hasMark(part) }))

function hasMark(value: unknown): boolean {
  if (typeof value === 'string') return ANY_MARK.test(value)
  if (typeof value !== 'object' || value === null) return false
  if (Array.isArray(value)) return value.some(hasMark)
  for (const name in value) if (name !== 'origin' && hasMark((value as Record<string, unknown>)[name])) return true
  return false
}

/** The same words give the same object again: what was made from it further on is kept by it. */
const filled = keptFor((): Kept<string, object> => new Kept(4))
