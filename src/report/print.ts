import type { Finding } from './finding.js'
import { someOf } from './some-of.js'

/**
 * One finding for a terminal:
 *
 *   error[glyph-missing]  locales/tr/leaflet.json:14:11  leaflet:folio
 *     No font of Turkish has a glyph for "ⴰ" (U+2D30)
 *     14 │   "folio": "ⴰ {{page}}"
 *        │            ^ would print as an empty box
 *     fix: …
 */
export function printFinding(f: Finding): string {
  const { place } = f
  const at = `${visible(place.file)}:${place.cell ?? `${place.line}:${place.column}`}`
  const lines = [`${f.severity}[${f.code}]  ${at}${place.key ? `  ${place.key}` : ''}`, `  ${f.title}`]
  if (place.excerpt !== undefined) lines.push(...excerptLines(f))
  else if (f.printed) lines.push(`  ${f.printed}`)
  if (f.leaflets?.length) lines.push(`  ${heldLine(f)}`)
  lines.push(`  fix: ${f.fix}`)
  // The name of a file may have a line's end in it.
  return lines.map((line) => line.replace(/\p{Cc}/gu, '▯')).join('\n')
}

function excerptLines(f: Finding): string[] {
  const number = String(f.place.line)
  const { excerpt, caret } = cutExcerpt(visible(f.place.excerpt ?? ''), f.place.column - 1)
  const gutter = ' '.repeat(number.length)
  return [`  ${number} │ ${excerpt}`, `  ${gutter} │ ${' '.repeat(caret)}^${f.printed ? ` ${f.printed}` : ''}`]
}

/** Controls would turn the terminal's line around, or worse; each shows as a box of its own width. */
const visible = (line: string): string => line.replace(/[\p{Cc}\p{Cs}\p{Bidi_Control}]/gu, '▯')

/** Long lines are cut to about 90 characters around the spot. */
function cutExcerpt(line: string, at: number): { excerpt: string; caret: number } {
  if (line.length <= 100) return { excerpt: line, caret: at }
  const start = Math.max(0, Math.min(at - 40, line.length - 90))
  const head = start > 0 ? '…' : ''
  const tail = start + 90 < line.length ? '…' : ''
  return { excerpt: head + line.slice(start, start + 90) + tail, caret: at - start + head.length }
}

function heldLine(f: Finding): string {
  const what = f.severity === 'error' ? 'Held, the last good edition stays' : 'Concerns'
  return `${what}: ${visible(someOf(f.leaflets ?? [], 3))}`
}

/** "2 errors, 1 warning" */
export function countFindings(findings: readonly Finding[]): string {
  const parts = (['error', 'warning', 'note'] as const).flatMap((severity) => {
    const n = findings.filter((f) => f.severity === severity).length
    return n === 0 ? [] : [`${n} ${severity}${n === 1 ? '' : 's'}`]
  })
  return parts.length > 0 ? parts.join(', ') : 'no findings'
}
