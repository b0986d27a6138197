import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { languages } from './languages.js'
import { measureLines, measureText, type TextScores } from './measure.js'
import { leftToRight, rightToLeft } from './mixed-lines.js'
import { openReaders } from './readers.js'
import { randomLines } from './random-lines.js'
import { RANDOM, reportOf } from './report.js'
import type { Half } from './udhr.js'

/**
 * npm run bench:fidelity -- [--only ar,he] [--half tuning] [--write]
 * Prints what readers get back, as tables; `--write` puts them into docs/fidelity.md. While rules are made, `--half
 * tuning` keeps the other half unseen.
 */
const PAGE = 'docs/fidelity.md'
const BEGIN = '<!-- fidelity: made by `npm run bench:fidelity -- --write`; do not edit by hand -->'
const END = '<!-- end of fidelity -->'

const { values } = parseArgs({
  options: { only: { type: 'string' }, half: { type: 'string' }, write: { type: 'boolean' } },
})
const halves: readonly Half[] = values.half === undefined ? ['tuning', 'held out'] : [values.half as Half]
const readers = await openReaders()
const texts: TextScores[] = []
for (const language of languages) {
  if (values.only !== undefined && !values.only.split(',').includes(language.tag)) continue
  for (const half of halves) {
    const measured = await measureText(language, half, readers)
    texts.push(measured)
    for (const [reader, { example }] of Object.entries(measured.scores)) {
      if (example !== undefined && half === 'tuning') process.stderr.write(`${language.tag} ${reader}: ${example}\n`)
    }
  }
}
const mixed = {
  rightToLeft: await measureLines(rightToLeft, readers),
  leftToRight: await measureLines(leftToRight, readers),
}
const random = {
  rightToLeft: await measureLines(randomLines('rtl', RANDOM.lines, RANDOM.seed), readers),
  leftToRight: await measureLines(randomLines('ltr', RANDOM.lines, RANDOM.seed), readers),
}
const report = reportOf({ texts, mixed, random, readers })
process.stdout.write(`${report}\n`)
if (values.write) writeFileSync(PAGE, filled(readFileSync(PAGE, 'utf8')))
// PDFium's and MuPDF's WebAssembly would keep the process.
process.exit(0)

/** The page with what stands between the two marks replaced. */
function filled(page: string): string {
  const [start, end] = [page.indexOf(BEGIN), page.indexOf(END)]
  if (start < 0 || end < start) throw new Error(`${PAGE} has lost its marks`)
  return `${page.slice(0, start + BEGIN.length)}\n\n${report}\n\n${page.slice(end)}`
}
