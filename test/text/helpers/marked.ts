import type { Text } from '../../../src/document/index.js'
import { breakOpportunities, type BreakOpportunity } from '../../../src/text/index.js'

/** The text with `|` where a line may end, or the sign of a kind of place; isolates are left out. */
export function markedWith(signs: Partial<Record<BreakOpportunity['kind'], string>>): (text: Text) => string {
  return (text) => {
    const whole = text.map((s) => s.text).join('')
    let start = 0
    const pieces = breakOpportunities(text).map(({ at, kind }) => {
      const piece = whole.slice(start, at)
      start = at
      return at === whole.length ? piece : piece + (signs[kind] ?? '|')
    })
    return pieces.join('').replace(/[\u2066-\u2069]/g, '')
  }
}
