import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { measureAll, type Figures } from './measure.js'
import { writeIntoPage } from './page.js'
import { reportOf } from './report.js'

/**
 * npm run bench:leaflets -- [--rounds 5] [--write] [--from FILE]
 * Prints all figures as tables and keeps them as JSON. `--write` also puts the tables into docs/figures.md; `--from`
 * takes the figures of an earlier run instead of measuring.
 */
const JSON_FILE = 'dist-bench/figures.json'
const PAGE = 'docs/figures.md'
const BEGIN = '<!-- figures: made by `npm run bench:leaflets -- --write`; do not edit by hand -->'

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
if (values.write) writeIntoPage(PAGE, BEGIN, report)
