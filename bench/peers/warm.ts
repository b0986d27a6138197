import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { mean, sum } from '../statistics.js'
import { openPress, type PressName } from './press.js'
import type { PeerText } from './peer-text.js'
import { rewording } from './words.js'

/** What differs from one leaflet of a language to its next: only the date, or every block of its text. */
export const LOADS = ['date', 'blocks'] as const
export type Load = (typeof LOADS)[number]

export interface WarmOrder {
  readonly press: PressName
  /** JSON file with the texts: making them here would load Doorstep into Typst's process. */
  readonly texts: string
  readonly load: Load
  /** Turns through all languages before the clock runs, and with it. */
  readonly warmUp: number
  readonly turns: number
  /** Folder for the PDFs of the first turn, to look at them. */
  readonly keep?: string
}

export interface WarmFigures {
  readonly perSecond: number
  readonly made: number
  /** Milliseconds of processor time a PDF, on all cores together. */
  readonly processor: number
  /** Of a PDF, on average. */
  readonly bytes: number
  /** Bytes that the process held, after each turn. */
  readonly resident: readonly number[]
}

/** PDFs a second in one warm process, all languages in turn. No date comes twice, nor any block of the second load. */
export async function measureWarm(order: WarmOrder): Promise<WarmFigures> {
  const { press: name, load, warmUp, turns, keep } = order
  const texts = JSON.parse(readFileSync(order.texts, 'utf8')) as PeerText[]
  const press = await openPress(name, texts)
  const reworders = texts.map(rewording)
  const spent: number[] = []
  const sizes: number[] = []
  let processor = 0
  const resident: number[] = []
  for (let turn = 0; turn < warmUp + turns; turn++) {
    let time = 0
    for (const [i, text] of texts.entries()) {
      const make = press.prepare(load === 'blocks' ? reworders[i]!() : text, dayAfter(turn))
      const used = process.cpuUsage()
      const start = performance.now()
      const pdf = await make()
      time += performance.now() - start
      if (turn >= warmUp) {
        const { user, system } = process.cpuUsage(used)
        processor += (user + system) / 1000
        sizes.push(pdf.byteLength)
      }
      if (turn === 0 && keep !== undefined) {
        mkdirSync(keep, { recursive: true })
        writeFileSync(join(keep, `${name}-${load}-${text.language.tag}.pdf`), pdf)
      }
    }
    const start = performance.now()
    press.endTurn()
    if (turn >= warmUp) spent.push(time + performance.now() - start)
    resident.push(process.memoryUsage.rss())
  }
  const made = sizes.length
  return { perSecond: (1000 * made) / sum(spent), made, processor: processor / made, bytes: mean(sizes), resident }
}

const dayAfter = (days: number): string =>
  new Date(Date.UTC(2026, 10, 23) + days * 86_400_000).toISOString().slice(0, 10)
