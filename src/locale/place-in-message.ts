import { keptFor } from '../memory/index.js'
import type { Place } from '../report/index.js'
import type { Message } from './catalogue.js'

/**
 * The place in the file of an offset in a message's text. They differ where JSON escapes:
 *
 *   in the file   "say \"{{who}}\""     the slot is 7 characters after the opening quotation mark
 *   as text        say "{{who}}"        and 5 after the start of the text
 */
export function placeInMessage(message: Message, offset: number): Place {
  const { place } = message
  const line = place.excerpt ?? ''
  const last = reached(message)
  // Strings of JSON cannot run over lines, so that the line holds the whole of it.
  if (offset < last.offset || last.offset === 0) Object.assign(last, { offset: 0, column: place.column + 1 })
  for (; last.offset < offset; last.offset++) last.column += stepAt(line, last.column)
  return { ...place, column: last.column }
}

/** How far a message was counted when it was last asked: a text with thousands of faults is gone through once. */
const reached = keptFor<Message, { offset: number; column: number }>(() => ({ offset: 0, column: 0 }))

/** How many characters of the file one UTF-16 unit of the text takes: 1, \n: 2, \u0041: 6. `column` is 1-based. */
function stepAt(line: string, column: number): number {
  if (line[column - 1] !== '\\') return 1
  return line[column] === 'u' ? 6 : 2
}
