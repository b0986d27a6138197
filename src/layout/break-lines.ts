import type { Pt } from '../geometry/index.js'
import type { TextRange } from '../text/index.js'
import type { SetText } from './set-text.js'

const SPACE = /[\s\u200B]/u
/** A last line shorter than this part of the measure is one short word: it gets company from the line above. */
const SHORT_LAST_LINE = 0.14

/**
 * Breaks a paragraph into lines, each as full as the measure allows; the last line isn't left with one short word
 * when the line above can spare one. Spaces at a line's end hang beyond the measure.
 */
export function breakLines(set: SetText, measure: Pt): TextRange[] {
  const { text, opportunities } = set
  if (text === '') return []
  const lines: TextRange[] = []
  let start = 0
  let last = 0
  for (const opportunity of opportunities) {
    if (opportunity <= start) continue
    if (widthBetween(set, start, opportunity) > measure) {
      if (last > start) {
        lines.push({ start, end: last })
        start = last
      }
      // One piece wider than the measure (a long address, a word in a narrow column): cut between clusters.
      while (widthBetween(set, start, opportunity) > measure) {
        const end = fittingEnd(set, start, measure)
        if (end >= opportunity) break
        lines.push({ start, end })
        start = end
      }
    }
    last = opportunity
    if (isMandatory(text, opportunity)) {
      lines.push({ start, end: opportunity })
      start = opportunity
    }
  }
  if (start < text.length) lines.push({ start, end: text.length })
  return withCompany(set, lines, measure)
}

const isMandatory = (text: string, at: number): boolean => at < text.length && /[\n\u2028\u2029]/.test(text[at - 1]!)

/** Width of a stretch without the spaces at its end. */
export function widthBetween(set: SetText, start: number, end: number): number {
  let to = end
  while (to > start && (SPACE.test(set.text[to - 1]!) || isControl(set.text[to - 1]!))) to--
  let width = 0
  for (let i = start; i < to; i++) width += set.advances[i]!
  return width
}

const isControl = (unit: string): boolean => /[\u2066-\u2069\u200E\u200F]/.test(unit)

/** The end of the longest stretch of clusters that fits, at least one; spaces after it hang. */
function fittingEnd(set: SetText, start: number, measure: Pt): number {
  let width = 0
  let end = start
  for (let i = start; i < set.text.length; i++) {
    const advance = set.advances[i]!
    if (advance === 0) continue
    if (width + advance > measure && end > start) return end
    width += advance
    end = i + 1
    while (end < set.text.length && (set.advances[end] === 0 || SPACE.test(set.text[end]!))) end++
  }
  return end
}

function withCompany(set: SetText, lines: readonly TextRange[], measure: Pt): TextRange[] {
  const [above, last] = lines.slice(-2)
  if (lines.length < 2 || !above || !last) return [...lines]
  if (widthBetween(set, last.start, last.end) >= measure * SHORT_LAST_LINE) return [...lines]
  const earlier = set.opportunities.filter((o) => o > above.start && o < above.end).at(-1)
  if (earlier === undefined || widthBetween(set, above.start, earlier) < measure * 0.5) return [...lines]
  if (widthBetween(set, earlier, last.end) > measure) return [...lines]
  return [...lines.slice(0, -2), { start: above.start, end: earlier }, { start: earlier, end: last.end }]
}
