import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { writeIntoPage } from '../page.js'
import {
  machineFacts,
  measureColdTimes,
  measureMemory,
  measureWarmTable,
  warmTask,
  type PeerFigures,
} from './measure.js'
import { peerReport } from './report.js'
import { peerTexts } from './sources.js'
import type { Load } from './warm.js'

/**
 * npm run bench:peers -- [--only warm,steady,first,cold,memory] [--rounds 5] [--quick] [--write]
 *   Doorstep beside Typst. `--quick`: fewer rounds, for whoever is making it faster. `--write`: tables into the page;
 *   what was not measured this time stays from the last.
 * npm run bench:peers -- --profile date|blocks
 *   Doorstep alone, under V8's profiler: a .cpuprofile in dist-bench/profile.
 */
const JSON_FILE = 'dist-bench/peers-figures.json'
const TEXTS = 'dist-bench/peer-texts.json'
const PAGE = 'docs/peers-figures.md'
const BEGIN = '<!-- figures: made by `npm run bench:peers -- --write`; do not edit by hand -->'

/** After some 400 leaflets V8 has compiled all that comes again. */
const LATER = { rounds: 5, warmUp: 30, turns: 10 }
/** The work that the goal for memory was measured with: every language five times, from the start of the process. */
const FIRST = { rounds: 3, warmUp: 0, turns: 5 }

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: 'warm,steady,first,cold,memory' },
    rounds: { type: 'string', default: '5' },
    quick: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    profile: { type: 'string' },
  },
})
const texts = peerTexts()
writeFileSync(TEXTS, JSON.stringify(texts))
await (values.profile === undefined ? compare() : profile(values.profile as Load))

async function compare(): Promise<void> {
  const { quick } = values
  const parts = quick && values.only.includes('memory') && values.only.includes('warm') ? ['warm', 'cold'] : values.only.split(',') // prettier-ignore
  const pace = quick ? { rounds: 3, warmUp: 3, turns: 4 } : { rounds: Number(values.rounds), warmUp: 6, turns: 10 }
  const earlier = existsSync(JSON_FILE) ? (JSON.parse(readFileSync(JSON_FILE, 'utf8')) as PeerFigures) : {}
  const figures: PeerFigures = {
    ...(quick ? {} : earlier),
    ...(parts.includes('warm') ? { warm: await measureWarmTable(texts, TEXTS, pace) } : {}),
    ...(parts.includes('steady') ? { steady: await measureWarmTable(texts, TEXTS, LATER) } : {}),
    ...(parts.includes('first') ? { first: await measureWarmTable(texts, TEXTS, FIRST) } : {}),
    ...(parts.includes('cold') ? { cold: await measureColdTimes(texts, quick ? 5 : 11) } : {}),
    ...(parts.includes('memory') ? { memory: await measureMemory(texts, TEXTS, quick ? 1000 : 10_000) } : {}),
    ...machineFacts(),
  }
  const report = peerReport(figures)
  process.stdout.write(`${report}\n`)
  if (!quick) writeFileSync(JSON_FILE, `${JSON.stringify(figures, undefined, 2)}\n`)
  if (values.write) writeIntoPage(PAGE, BEGIN, report)
}

async function profile(load: Load): Promise<void> {
  const folder = 'dist-bench/profile'
  mkdirSync(folder, { recursive: true })
  const task = warmTask({ press: 'doorstep', load, texts: TEXTS, warmUp: 6, turns: 20 }, '--cpu-prof', `--cpu-prof-dir=${folder}`) // prettier-ignore
  const { figures, peak } = await task.run()
  process.stdout.write(`${figures.perSecond.toFixed(1)} PDFs a second, peak ${(peak / 1e6).toFixed(0)} MB; ${folder}\n`)
}
