import { cpus, loadavg, totalmem } from 'node:os'
import { fileURLToPath } from 'node:url'
import { node, runRounds, type Run, type Task } from '../rounds.js'
import { median } from '../statistics.js'
import { measureCold, type ColdFigures } from './cold.js'
import type { PeerText } from './peer-text.js'
import { PRESSES, type PressName } from './press.js'
import { LOADS, type Load, type WarmFigures, type WarmOrder } from './warm.js'

/** Everything that docs/peers-figures.md tells. */
export interface PeerFigures {
  readonly date: string
  readonly machine: string
  /** Programs that wanted to run, on average, in the last quarter of an hour of the run. */
  readonly load: number
  readonly warm?: WarmTable
  /** The same after many more turns. */
  readonly steady?: WarmTable
  /** From the start of the process, five turns. */
  readonly first?: WarmTable
  readonly cold?: ColdFigures
  /** Bytes that Doorstep's process held after so many leaflets. */
  readonly memory?: Readonly<Record<Load, readonly { readonly made: number; readonly resident: number }[]>>
}
export interface WarmTable {
  readonly rounds: number
  readonly languages: number
  readonly warmUp: number
  readonly turns: number
  readonly rows: readonly WarmRow[]
}
export interface WarmRow {
  readonly load: Load
  readonly press: PressName
  /** Medians of all rounds. */
  readonly perSecond: number
  /** Milliseconds of processor time a PDF. */
  readonly processor: number
  readonly bytes: number
  /** The most of all rounds. */
  readonly peak: number
  /** Of every round, in order. */
  readonly all: readonly number[]
}

export interface Pace {
  readonly rounds: number
  readonly warmUp: number
  readonly turns: number
}

/** Both programs in turn, for each load, in processes of their own; then all again. */
export async function measureWarmTable(texts: readonly PeerText[], textFile: string, pace: Pace): Promise<WarmTable> {
  const { rounds, warmUp, turns } = pace
  const pairs = LOADS.flatMap((load) => PRESSES.map((press) => ({ load, press })))
  const tasks = pairs.map((pair) => warmTask({ ...pair, texts: textFile, warmUp, turns }))
  const runs = await runRounds(tasks, rounds)
  const rows = pairs.map(({ load, press }, i): WarmRow => {
    const of = runs.get(tasks[i]!.name)!
    const all = of.map((r) => r.figures.perSecond)
    return {
      load,
      press,
      perSecond: median(all),
      processor: median(of.map((r) => r.figures.processor)),
      bytes: median(of.map((r) => r.figures.bytes)),
      peak: Math.max(...of.map((r) => r.peak)),
      all,
    }
  })
  return { rounds, languages: texts.length, warmUp, turns, rows }
}

/** What Doorstep's process holds while it makes `count` leaflets, about every tenth of the way. */
export async function measureMemory(
  texts: readonly PeerText[],
  textFile: string,
  count: number,
): Promise<NonNullable<PeerFigures['memory']>> {
  const turns = Math.ceil(count / texts.length)
  const of = async (load: Load) => {
    const task = warmTask({ press: 'doorstep', load, texts: textFile, warmUp: 0, turns })
    process.stderr.write(`memory: ${task.name}\n`)
    const { resident } = (await task.run()).figures
    return Array.from({ length: 10 }, (_, i) => {
      const turn = Math.ceil(((i + 1) * count) / 10 / texts.length)
      return { made: turn * texts.length, resident: resident[turn - 1]! }
    })
  }
  return { date: await of('date'), blocks: await of('blocks') }
}

export async function measureColdTimes(texts: readonly PeerText[], runs: number): Promise<ColdFigures> {
  process.stderr.write(`cold: ${runs} runs\n`)
  return measureCold(texts, runs, fileURLToPath(new URL('../../peers-workspace', import.meta.url)))
}

export const machineFacts = (): Pick<PeerFigures, 'date' | 'machine' | 'load'> => ({
  date: new Date().toISOString().slice(0, 10),
  machine: `${cpus().length} cores, ${Math.round(totalmem() / 1e9)} GB of memory, ${process.platform}, Node ${process.versions.node}`,
  load: loadavg()[2] ?? 0,
})

/** A measurement of bench/peers/task.ts; `flags` are Node's. */
export const warmTask = (order: WarmOrder, ...flags: readonly string[]): Task<WarmFigures> => ({
  name: `${order.press} ${order.load}`,
  run: async () => {
    const program = fileURLToPath(new URL('./task.js', import.meta.url))
    return JSON.parse(await node([...flags, program, JSON.stringify(order)])) as Run<WarmFigures>
  },
})
