import { tableOf } from '../table.js'
import { languages } from '../fidelity/languages.js'
import { writeIntoPage } from '../page.js'
import { chromiumLines, chromiumVersion } from './chromium.js'
import { DPI, ourLine, SIZE } from './lines.js'
import { overlapOf } from './overlap.js'

/**
 * npm run bench:ink -- [--write]
 * A line of each language, printed by Doorstep and rasterised by Poppler, laid on the same line shown by Chromium.
 * `--write` puts the figures into docs/ink.md. The exit code is 1 when a line is below the threshold.
 */

/** A line that lacks the smallest dot of its letters has 0.9991 at most (docs/ink.md). */
const THRESHOLD = 0.9995

const ours = languages.map(ourLine)
const theirs = chromiumLines(languages.map((language, i) => ({ language, ...ours[i]! })))
const rows = languages.map((language, i) => ({ language, ...overlapOf(ours[i]!.picture, theirs[i]!) }))
const percent = (part: number): string => (part * 100).toFixed(2)
const report = [
  `Measured on ${new Date().toISOString().slice(0, 10)} with ${chromiumVersion()}, ${SIZE} points at ${DPI} dots an inch.`,
  tableOf(
    ['language', 'script', 'ink within a dot, %', 'ink in both of ink in either, %', 'width, dots', 'height, dots'],
    rows.map((r) => [r.language.name, r.language.script, percent(r.within), percent(r.exact), signed(r.width), signed(r.height)]), // prettier-ignore
  ),
].join('\n\n')
process.stdout.write(`${report}\n`)
if (process.argv.includes('--write')) writeIntoPage('docs/ink.md', '<!-- ink: made by `npm run bench:ink -- --write`; do not edit by hand -->', report) // prettier-ignore
const low = rows.filter((r) => r.within < THRESHOLD)
if (low.length > 0)
  process.stderr.write(`Below ${percent(THRESHOLD)} %: ${low.map((r) => r.language.name).join(', ')}\n`)
process.exitCode = low.length > 0 ? 1 : 0

function signed(n: number): string {
  return n > 0 ? `+${n}` : String(n)
}
