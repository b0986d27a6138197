import { megabytes, ms, tableOf } from '../table.js'
import type { EditFigures, FullFigures, LanguageFigures, UnchangedFigures } from './scenarios.js'

/** Everything that docs/batch-figures.md tells. */
export interface BatchFigures {
  readonly machine: string
  readonly rounds: number
  /** Builds into an empty folder, of one workspace. */
  readonly full: readonly FullFigures[]
  readonly unchanged: readonly UnchangedFigures[]
  readonly sentence: EditFigures
  readonly language: LanguageFigures
  /** Builds into an empty folder, of ever larger workspaces. */
  readonly growth: readonly FullFigures[]
}

export function batchReport(figures: BatchFigures): string {
  return [
    figures.machine,
    '## Goals',
    goals(figures),
    '## Every leaflet, into an empty folder',
    fullTable(figures.full),
    '## Nothing changed',
    unchangedTable(figures.unchanged),
    '## One change',
    changeTable(figures),
    '## Growth',
    'Two threads. Each notice of a workspace has texts of its own; a workspace with one notice has 222 leaflets.',
    fullTable(figures.growth),
    `![Time and memory by number of leaflets](growth.svg)`,
  ].join('\n\n')
}

function goals({ full, unchanged, sentence, growth }: BatchFigures): string {
  const seconds = (jobs: number, proof: boolean): number =>
    full.find((f) => f.jobs === jobs && f.proof === proof)!.seconds
  const many = unchanged.find((u) => u.leaflets >= 1000)
  const each = growth.filter((g) => !g.proof).map(perLeaflet)
  const worst = Math.max(...each.slice(1).map((time, i) => time / each[i]!))
  const gain = seconds(1, false) / seconds(2, false)
  const price = Math.max(...[1, 2].map((jobs) => seconds(jobs, true) / seconds(jobs, false)))
  const rows = [
    ['Two threads to one, proof off', '1.7 × or more', `${gain.toFixed(2)} ×`, met(gain >= 1.7)],
    ['Proof on to proof off', '5 × or less', `${price.toFixed(2)} ×`, met(price <= 5)],
    ...(many ? [['Nothing changed, over `node -e 0`', '300 ms or less', `${ms(many.time - many.node)} ms`, met(many.time - many.node <= 300)]] : []), // prettier-ignore
    ['One English sentence, watched', '500 ms or less', `${ms(sentence.watched)} ms`, met(sentence.watched <= 500)],
    ['One English sentence, fresh process', '500 ms or less', `${ms(sentence.proven)} ms`, met(sentence.proven <= 500)],
    ['Time a leaflet, from one size to the next', '1.2 × or less', `${worst.toFixed(2)} ×`, met(worst <= 1.2)],
  ]
  return tableOf(['', 'goal', 'measured', 'met'], rows)
}

const met = (is: boolean): string => (is ? 'yes' : 'no')
export const perLeaflet = ({ seconds, leaflets }: FullFigures): number => (1000 * seconds) / leaflets

const fullTable = (rows: readonly FullFigures[]): string =>
  tableOf(
    ['leaflets', 'threads', 'proof', 'seconds', 'ms a leaflet', 'peak memory (MB)'],
    rows.map((f) => [
      String(f.leaflets),
      String(f.jobs),
      f.proof ? 'on' : 'off',
      f.seconds.toFixed(1),
      perLeaflet(f).toFixed(1),
      megabytes(f.peak),
    ]),
  )

const unchangedTable = (rows: readonly UnchangedFigures[]): string =>
  tableOf(
    ['leaflets', '`doorstep build` (ms)', '`node -e 0` (ms)', 'over it (ms)'],
    rows.map((u) => [String(u.leaflets), ms(u.time), ms(u.node), ms(u.time - u.node)]),
  )

const changeTable = ({ sentence, language }: BatchFigures): string =>
  tableOf(
    ['', 'leaflets made again', 'fresh, proven (ms)', 'fresh, `--no-proof` (ms)', 'watched, proven (ms)'],
    [
      ['one English sentence', `${sentence.touched} of ${sentence.leaflets}`, ms(sentence.proven), ms(sentence.unproven), ms(sentence.watched)], // prettier-ignore
      ['one language more', String(language.touched), ms(language.time), '-', '-'],
    ],
  )
