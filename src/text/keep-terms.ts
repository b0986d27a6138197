import type { Span } from '../document/index.js'
import type { Languages } from './keep-together.js'
import { MAY_BREAK, TERM_BREAK } from './line-break-rules.js'

/**
 * Marks the breaks within a term: what stands in bold in a text that is not all bold, such as the name of a service or a
 * hard word that easy read explains. It is one thing to readers, who find it again by its looks.
 */
export function keepTerms(spans: readonly Pick<Span, 'weight'>[], { languages }: Languages, breaks: Uint8Array): void {
  if (spans.every(({ weight }) => weight === spans[0]?.weight)) return
  let start = 0
  languages.forEach(({ end }, i) => {
    if (spans[i]?.weight === 'bold')
      for (let at = start + 1; at < end; at++) if (breaks[at] === MAY_BREAK) breaks[at] = TERM_BREAK
    start = end
  })
}
