import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir, totalmem } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { writeIntoPage } from '../page.js'
import { growthChart } from './growth.js'
import { build, type Workplace } from './program.js'
import { batchReport, type BatchFigures } from './report.js'
import {
  measureCeiling,
  measureFull,
  measureLanguage,
  measureSentence,
  measureUnchanged,
  type FullFigures,
  type UnchangedFigures,
} from './scenarios.js'
import { writeWorkspace } from './workspace.js'

/**
 * npm run bench -- [--rounds 3] [--notices 1,5,45] [--only full,growth,unchanged,sentence,language] [--write]
 * Builds of many leaflets, each by `doorstep build` in a process of its own. `--write` puts the tables into
 * docs/batch-figures.md and the curves into docs/growth.svg; `--from FILE` takes the figures of an earlier run.
 */
const JSON_FILE = 'dist-bench/batch-figures.json'
const ALL = 'full,growth,unchanged,sentence,language'
const PAGE = 'docs/batch-figures.md'
const CHART = 'docs/growth.svg'
const BEGIN = '<!-- figures: made by `npm run bench -- --write`; do not edit by hand -->'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    notices: { type: 'string', default: '1,5,45' },
    only: { type: 'string', default: ALL },
    write: { type: 'boolean', default: false },
    from: { type: 'string' },
  },
})
const figures = values.from === undefined ? await measureAll() : (JSON.parse(readFileSync(values.from, 'utf8')) as BatchFigures) // prettier-ignore
mkdirSync('dist-bench', { recursive: true })
writeFileSync(JSON_FILE, `${JSON.stringify(figures, undefined, 2)}\n`)
const report = batchReport(figures)
process.stdout.write(`${report}\n\nThe same as JSON: ${JSON_FILE}\n`)
if (values.write) {
  writeIntoPage(PAGE, BEGIN, report)
  writeFileSync(CHART, growthChart(figures.growth))
}

async function measureAll(): Promise<BatchFigures> {
  const root = mkdtempSync(join(tmpdir(), 'doorstep-batch-'))
  const rounds = Number(values.rounds)
  const wanted = (part: string): boolean => {
    const is = values.only.split(',').includes(part)
    if (is) process.stderr.write(`${part}\n`)
    return is
  }
  // What is not measured this time stays from the last.
  const earlier = existsSync(JSON_FILE) ? (JSON.parse(readFileSync(JSON_FILE, 'utf8')) as BatchFigures) : undefined
  if (!earlier && values.only !== ALL) throw new RangeError(`No earlier figures in ${JSON_FILE}: leave --only out once`)
  try {
    const places = new Map(values.notices.split(',').map((n) => [Number(n), layOut(root, Number(n))]))
    const [small] = places.values()
    if (!small) throw new RangeError('--notices names no number')
    const measured: Partial<BatchFigures> = {
      ...(wanted('full')
        ? { full: await measureFull(small, rounds), ceiling: await measureCeiling(small, rounds) }
        : {}),
      ...(wanted('growth') ? { growth: await measureGrowth([...places.values()]) } : {}),
      ...(wanted('unchanged') ? { unchanged: await measureAllUnchanged([...places.values()], rounds * 3) } : {}),
      ...(wanted('sentence') ? { sentence: await measureSentence(small, rounds) } : {}),
      ...(wanted('language') ? { language: await measureLanguage(small, rounds) } : {}),
    }
    const machine = `Measured on ${new Date().toISOString().slice(0, 10)}: ${cpus().length} cores, ${Math.round(totalmem() / 1e9)} GB of memory, ${process.platform}, Node ${process.versions.node}. Rounds: ${rounds}. Load: ${loadavg()[2]!.toFixed(1)}.` // prettier-ignore
    return { ...earlier, ...measured, machine, rounds } as BatchFigures
  } finally {
    rmSync(root, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function measureGrowth(places: readonly Workplace[]): Promise<FullFigures[]> {
  const growth: FullFigures[] = []
  for (const place of places) for (const jobs of [1, 2]) growth.push(await grow(place, jobs))
  return growth
}

async function measureAllUnchanged(places: readonly Workplace[], runs: number): Promise<UnchangedFigures[]> {
  const unchanged: UnchangedFigures[] = []
  for (const place of places) {
    if (!existsSync(place.out)) await build(place, '--no-proof')
    unchanged.push(await measureUnchanged(place, runs))
  }
  return unchanged
}

/** A workspace on disk; fonts and pictures come from the packages beside this one. */
function layOut(root: string, notices: number): Workplace {
  const folder = join(root, `notices-${notices}`)
  writeWorkspace(folder, { from: process.cwd(), notices })
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
  return { folder, out: join(root, `out-${notices}`) }
}

async function grow(place: Workplace, jobs: number): Promise<FullFigures> {
  rmSync(place.out, { recursive: true, force: true })
  const { built, time, peak } = await build(place, '--jobs', String(jobs), '--no-proof')
  return { jobs, proof: false, leaflets: built, seconds: time / 1000, peak }
}
