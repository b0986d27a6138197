import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { measureAll, type Figures } from './measure.js'
import { reportOf } from './report.js'

/**
 * npm run bench -- [--rounds 5] [--write] [--from FILE]
 * Prints all figures as tables and keeps them as JSON. `--write` also puts the tables into docs/figures.md; `--from`
 * takes the figures of an earlier run instead of measuring.
 */
const JSON_FILE = 'dist-bench/figures.json'
const PAGE = 'docs/figures.md'
const BEGIN = '<!-- figures: made by `npm run bench -- --write`; do not edit by hand -->'
const END = '<!-- end of figures -->'

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '5' }, write: { type: 'boolean' }, from: { type: 'string' } },
})
const figures =
  values.from === undefined
    ? await measureAll(Number(values.rounds))
    : (JSON.parse(readFileSync(values.from, 'utf8')) as Figures)
const report = reportOf(figures)
writeFileSync(JSON_FILE, `${JSON.stringify(figures, undefined, 2)}\n`)
process.stdout.write(`${report}\n\nThe same as JSON: ${JSON_FILE}\n`)
if (values.write) writeFileSync(PAGE, filled(readFileSync(PAGE, 'utf8')))

/** The page with what stands between the two marks replaced. */
function filled(page: string): string {
  const [start, end] = [page.indexOf(BEGIN), page.indexOf(END)]
  if (start < 0 || end < start) throw new Error(`${PAGE} has lost its marks`)
  return `${page.slice(0, start + BEGIN.length)}\n\n${report}\n\n${page.slice(end)}`
}
