import { megabytes, ms, tableOf } from '../table.js'
import type { CeilingFigures, EditFigures, FullFigures, LanguageFigures, UnchangedFigures } from './scenarios.js'

/** Everything that docs/batch-figures.md tells. */
export interface BatchFigures {
  readonly machine: string
  readonly rounds: number
  /** Builds into an empty folder, of one workspace. */
  readonly full: readonly FullFigures[]
  readonly ceiling: CeilingFigures
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
    ceilingLine(figures),
    '## Nothing changed',
    unchangedTable(figures.unchanged),
    '## One change',
    changeTable(figures),
    '## Growth',
    'Proof off. Each notice of a workspace has texts of its own; a workspace with one notice has 222 leaflets.',
    fullTable(figures.growth),
    '![Time a leaflet and peak memory, by number of leaflets, two threads](growth.svg)',
  ].join('\n\n')
}

function goals(figures: BatchFigures): string {
  const { full, unchanged, sentence, growth } = figures
  const gains = growth.flatMap((one) => {
    const two = growth.find((g) => g.jobs === 2 && g.leaflets === one.leaflets)
    return one.jobs === 1 && two ? [{ leaflets: one.leaflets, gain: one.seconds / two.seconds }] : []
  })
  const price = Math.max(...[1, 2].map((jobs) => secondsOf(full, jobs, true) / secondsOf(full, jobs, false)))
  const many = unchanged.filter((u) => u.leaflets >= 1000)
  const two = growth.filter((g) => g.jobs === 2)
  const steps = (values: readonly number[]): number => Math.max(...values.slice(1).map((v, i) => v / values[i]!))
  const [time, memory] = [steps(two.map(perLeaflet)), steps(two.map((g) => g.peak))]
  const rows = [
    ...gains.map(({ leaflets, gain }) => [`Two threads to one, proof off, ${leaflets} leaflets`, '1.7 × or more', `${gain.toFixed(2)} ×`, met(gain >= 1.7)]), // prettier-ignore
    ['Proof on to proof off', '5 × or less', `${price.toFixed(2)} ×`, met(price <= 5)],
    ...many.map(({ leaflets, time, node }) => [`Nothing changed, ${leaflets} leaflets, over \`node -e 0\``, '300 ms or less', `${ms(time - node)} ms`, met(time - node <= 300)]), // prettier-ignore
    ['One English sentence, watched', '500 ms or less', `${ms(sentence.watched)} ms`, met(sentence.watched <= 500)],
    ['One English sentence, fresh process', '500 ms or less', `${ms(sentence.proven)} ms`, met(sentence.proven <= 500)],
    ['Time a leaflet, from one size to the next', '1.2 × or less', `${time.toFixed(2)} ×`, met(time <= 1.2)],
    ['Peak memory, from one size to the next', '1.2 × or less', `${memory.toFixed(2)} ×`, met(memory <= 1.2)],
  ]
  return tableOf(['', 'goal', 'measured', 'met'], rows)
}

const secondsOf = (full: readonly FullFigures[], jobs: number, proof: boolean): number =>
  full.find((f) => f.jobs === jobs && f.proof === proof)!.seconds

/** Two builds at once do twice the work of one. */
const ceilingOf = ({ ceiling: { alone, together } }: BatchFigures): number => (2 * alone) / together

const ceilingLine = (figures: BatchFigures): string =>
  `Two builds at once with one thread each, of all these leaflets and with the proof off, that know nothing of each other: ${figures.ceiling.together.toFixed(1)} s, one alone ${figures.ceiling.alone.toFixed(1)} s. So two cores give ${ceilingOf(figures).toFixed(2)} × of one to programs like these, with V8's own threads beside each.`

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
