import { kilobytes, megabytes, ms, tableOf } from '../table.js'
import type { PeerFigures, WarmTable } from './measure.js'
import type { PressName } from './press.js'
import { LOADS, type Load } from './warm.js'

const NAMES: Readonly<Record<PressName, string>> = { doorstep: 'Doorstep', typst: 'Typst' }
const LOAD_NAMES: Readonly<Record<Load, string>> = { date: 'only the date', blocks: 'every block' }
/** Goals of the bench: times Typst's speed, megabytes, times Typst's time. */
const GOALS = { date: 2, blocks: 1.5, peak: 172, cold: 1.5 }

/** The figures as Markdown tables. */
export function peerReport(figures: PeerFigures): string {
  const { date, machine, load, warm, steady, first, cold, memory } = figures
  return [
    `Measured on ${date}: ${machine}. Load: ${load.toFixed(1)}.`,
    ...(warm ? [warmReport(warm)] : []),
    ...(steady ? [steadyReport(steady)] : []),
    ...(first ? [firstReport(first)] : []),
    ...(cold ? [coldReport(cold)] : []),
    ...(memory ? [memoryReport(memory)] : []),
  ].join('\n\n')
}

const rowOf = ({ rows }: WarmTable, load: Load, press: PressName) =>
  rows.find((r) => r.load === load && r.press === press)!
const ratio = (table: WarmTable, load: Load): number =>
  rowOf(table, load, 'doorstep').perSecond / rowOf(table, load, 'typst').perSecond

const verdict = (met: boolean): string => (met ? 'yes' : 'no')

function warmReport(table: WarmTable): string {
  return [
    '## Warm',
    speeds(table),
    tableOf(
      ['goal', 'wanted', 'measured', 'met'],
      LOADS.flatMap((load) => {
        const { peak } = rowOf(table, load, 'doorstep')
        const times = ratio(table, load)
        return [
          [`Doorstep to Typst, ${LOAD_NAMES[load]}`, `${GOALS[load].toFixed(1)} ×`, `${times.toFixed(2)} ×`, verdict(times >= GOALS[load])], // prettier-ignore
          [`Peak memory, ${LOAD_NAMES[load]}`, `${GOALS.peak} MB`, `${megabytes(peak)} MB`, verdict(peak <= GOALS.peak * 1e6)], // prettier-ignore
        ]
      }),
    ),
  ].join('\n\n')
}

/** No goal is set for it: a batch of thousands runs like this. */
function steadyReport(table: WarmTable): string {
  const times = LOADS.map((load) => `${LOAD_NAMES[load]} ${ratio(table, load).toFixed(2)} ×`).join(', ')
  return ['## Warm, in a long batch', speeds(table), `Doorstep to Typst: ${times}.`].join('\n\n')
}

/** Memory only: the speeds are those of a program that has just begun. */
function firstReport({ rounds, languages, turns, rows }: WarmTable): string {
  return [
    '## Memory of the first leaflets',
    `${languages} languages ${turns} times, from the start of the process: ${languages * turns} PDFs, the work that the goal of ${GOALS.peak} MB was measured with. The most of ${rounds} rounds.`,
    tableOf(
      ['what differs', 'program', 'peak memory (MB)', `${GOALS.peak} MB or less`],
      rows.map((r) => [LOAD_NAMES[r.load], NAMES[r.press], megabytes(r.peak), verdict(r.peak <= GOALS.peak * 1e6)]),
    ),
  ].join('\n\n')
}

const speeds = ({ rounds, languages, warmUp, turns, rows }: WarmTable): string =>
  [
    `${languages} languages in turn; ${warmUp} turns before the clock runs, ${turns} with it; median of ${rounds} rounds, peak memory the most of them.`,
    tableOf(
      [
        'what differs',
        'program',
        'PDFs a second',
        'least',
        'most',
        'processor (ms a PDF)',
        'size (kB a PDF)',
        'peak memory (MB)',
      ],
      rows.map((r) => [
        LOAD_NAMES[r.load],
        NAMES[r.press],
        r.perSecond.toFixed(1),
        Math.min(...r.all).toFixed(1),
        Math.max(...r.all).toFixed(1),
        r.processor.toFixed(1),
        kilobytes(r.bytes),
        megabytes(r.peak),
      ]),
    ),
  ].join('\n\n')

function coldReport({ runs, doorstep, command, typst, node }: NonNullable<PeerFigures['cold']>): string {
  const row = (name: string, time: number): string[] => [name, ms(time), (time / typst).toFixed(2)]
  return [
    '## Cold',
    `One English PDF in a fresh process, from starting Node to its end; median of ${runs} runs, each program in turn. Goal: at most ${GOALS.cold.toFixed(1)} × Typst.`,
    tableOf(
      ['program', 'ms', 'times Typst'],
      [
        row('Doorstep, a program of a few lines', doorstep),
        row('Doorstep, `doorstep build --no-proof`', command),
        row('Typst, a program of a few lines', typst),
        row('Node, an empty program', node),
      ],
    ),
  ].join('\n\n')
}

function memoryReport(memory: NonNullable<PeerFigures['memory']>): string {
  const points = memory.date.map(({ made }) => made)
  return [
    '## Memory over many leaflets',
    'What Doorstep’s process holds (resident, MB) after so many leaflets, made one after another.',
    tableOf(
      ['what differs', ...points.map(String)],
      LOADS.map((load) => [LOAD_NAMES[load], ...memory[load].map((p) => megabytes(p.resident))]),
    ),
  ].join('\n\n')
}
