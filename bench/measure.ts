import { cpus, loadavg, totalmem } from 'node:os'
import type { BuildFigures } from './full-build.js'
import type { LeafletFigures } from './leaflets.js'
import type { Difference, ManyFigures } from './many.js'
import { firstLeafletTask, runRounds, taskOf, type Run, type Task } from './rounds.js'
import { openCounter } from './shop.js'
import { STAGES, type StageFigures, type StageTimes } from './stages.js'
import { median } from './statistics.js'

/** Everything that docs/figures.md tells. Times are medians of all rounds. */
export interface Figures {
  readonly date: string
  readonly machine: string
  readonly rounds: number
  readonly cores: number
  /** Programs that wanted to run, on average, in the last quarter of an hour of the run. */
  readonly load: number
  /** Milliseconds of a whole process that makes one leaflet in English. */
  readonly first: { readonly proven: number; readonly unproven: number }
  readonly stages: readonly (StageFigures & { readonly language: string })[]
  readonly many: readonly (ManyFigures & {
    readonly difference: Difference
    readonly proof: 'proven' | 'unproven'
    readonly peak: number
  })[]
  readonly builds: readonly (BuildFigures & { readonly jobs: number; readonly peak: number })[]
  readonly leaflets: readonly LeafletFigures[]
}

const MANY = [
  ['date', 'unproven'],
  ['date', 'proven'],
  ['texts', 'unproven'],
  ['texts', 'proven'],
] as const

/** All measurements, each in a process of its own. */
export async function measureAll(rounds: number): Promise<Figures> {
  const counter = openCounter()
  const names = new Map(
    counter.languages().map((tag) => [tag, counter.catalogue(tag).catalogue?.locale.englishName ?? tag] as const),
  )
  const first = [firstLeafletTask('first proven'), firstLeafletTask('first unproven', '--no-proof')]
  const stages = [...names.keys()].map((tag) => taskOf<StageFigures>('stages', tag))
  const many = MANY.map((words) => taskOf<ManyFigures>('many', ...words))
  const builds = [1, 2].map((jobs) => taskOf<BuildFigures>('build', String(jobs)))
  const runs = await runRounds<unknown>([...first, ...stages, ...many, ...builds], rounds)
  const of = <T>(task: Task<T>): Run<T>[] => runs.get(task.name) as Run<T>[]
  const leaflets = (await taskOf<LeafletFigures[]>('leaflets').run()).figures
  return {
    date: new Date().toISOString().slice(0, 10),
    machine: `${cpus().length} cores, ${Math.round(totalmem() / 1e9)} GB of memory, ${process.platform}, Node ${process.versions.node}`,
    rounds,
    cores: cpus().length,
    load: loadavg()[2] ?? 0,
    first: {
      proven: median(of(first[0]!).map((r) => r.figures)),
      unproven: median(of(first[1]!).map((r) => r.figures)),
    },
    stages: [...names.values()].map((language, i) => ({ language, ...middleStages(of(stages[i]!)) })),
    many: MANY.map(([difference, proof], i) => ({ difference, proof, ...middleMany(of(many[i]!)) })),
    builds: builds.map((task, i) => ({ jobs: i + 1, ...middleBuild(of(task)) })),
    leaflets: leaflets.map((l) => ({ ...l, language: names.get(l.language) ?? l.language })),
  }
}

const middle = <T>(runs: readonly Run<T>[], of: (figures: T) => number): number =>
  median(runs.map((r) => of(r.figures)))
/** Memory is the most of all rounds: it has to fit every time. */
const most = (runs: readonly Run<unknown>[]): number => Math.max(...runs.map((r) => r.peak))

function middleStages(runs: readonly Run<StageFigures>[]): StageFigures {
  const times = (heat: 'cold' | 'warm'): StageTimes =>
    Object.fromEntries(STAGES.map((stage) => [stage, middle(runs, (f) => f[heat][stage])])) as unknown as StageTimes
  return { read: middle(runs, (f) => f.read), cold: times('cold'), warm: times('warm') }
}

const middleMany = (runs: readonly Run<ManyFigures>[]) => ({
  perSecond: middle(runs, (f) => f.perSecond),
  made: middle(runs, (f) => f.made),
  refused: Math.max(...runs.map((r) => r.figures.refused)),
  peak: most(runs),
})

const middleBuild = (runs: readonly Run<BuildFigures>[]) => ({
  seconds: middle(runs, (f) => f.seconds),
  built: middle(runs, (f) => f.built),
  held: Math.max(...runs.map((r) => r.figures.held)),
  peak: most(runs),
})
