// The one file that knows @cto.af/linebreak (UAX #14; passes LineBreakTest with `example7`). Version 2.0.1 forgets rule
// LB8a where a zero width joiner has something before it.
import { Rules } from '@cto.af/linebreak'

const rules = new Rules({ example7: true })
const JOINER = '\u200D'
const CONTROL = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/

/**
 * Where a line may end: UTF-16 offsets, ascending, each the start of the next line; the text's end is the last.
 * Bidi controls are invisible to the rules: with them, "(GDPR)" in an isolate could be cut off its word's punctuation.
 */
export function breakOpportunities(text: string): number[] {
  const offsets: number[] = []
  let bare = ''
  for (let i = 0; i < text.length; i++) {
    if (CONTROL.test(text[i]!)) continue
    offsets.push(i)
    bare += text[i]!
  }
  const breaks: number[] = []
  for (const { position } of rules.breaks(bare)) {
    if (position < bare.length && bare[position - 1] === JOINER) continue
    breaks.push(position >= bare.length ? text.length : offsets[position]!)
  }
  if (breaks.at(-1) !== text.length) breaks.push(text.length)
  return breaks
}
