import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { BuildReport } from '../../src/build/index.js'

/** All leaflets of a workspace are dated the same, whatever day the bench runs on. */
const DAY = '2026-11-26'
const PROGRAM = fileURLToPath(new URL('../../../dist/cli/main.js', import.meta.url))
/** Said on a channel of its own, so that what the program prints is what it always prints. */
const TELL_PEAK = new URL('./tell-peak.js', import.meta.url).href

export interface Ran {
  /** Milliseconds of the whole process, from starting Node to its end. */
  readonly time: number
  /** Bytes: the most that it held. */
  readonly peak: number
  readonly out: string
}

/** Runs Node; throws, with what it printed, when it does not end well. */
export function run(args: readonly string[]): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const start = performance.now()
    const child = spawn(process.execPath, [`--import=${TELL_PEAK}`, ...args], { stdio: ['ignore', 'pipe', 'pipe', 'pipe'] }) // prettier-ignore
    const texts = ['', '', '', '']
    for (const i of [1, 2, 3])
      child.stdio[i]!.on('data', (chunk: Buffer) => (texts[i] = `${texts[i]!}${chunk.toString()}`))
    child.on('error', reject)
    child.on('close', (code) => {
      const time = performance.now() - start
      if (code === 0) resolve({ time, peak: Number(texts[3]) * 1024, out: texts[1]! })
      else reject(new Error(`node ${args.join(' ')} ended with ${code ?? 'a signal'}:\n${texts[2]!}`))
    })
  })
}

export interface Built extends Ran {
  readonly built: number
  readonly current: number
}

export interface Workplace {
  readonly folder: string
  readonly out: string
}

/** One `doorstep build` in a process of its own. Throws if a leaflet is held: then nothing was measured. */
export async function build({ folder, out }: Workplace, ...flags: readonly string[]): Promise<Built> {
  const ran = await run([PROGRAM, 'build', '--json', '--workspace', folder, '--out', out, '--date', DAY, ...flags])
  const { leaflets } = JSON.parse(ran.out) as BuildReport
  const count = (state: string): number => leaflets.filter((l) => l.state === state).length
  if (count('held') > 0) throw new Error(`${folder}: ${count('held')} leaflets are held; run doorstep build there`)
  return { ...ran, built: count('built'), current: count('current') }
}

/** `doorstep watch` in a process of its own. */
export class Watch {
  readonly #child: ChildProcess
  readonly #ledger: string

  constructor({ folder, out }: Workplace, ...flags: readonly string[]) {
    const args = [PROGRAM, 'watch', '--workspace', folder, '--out', out, '--date', DAY, ...flags]
    this.#ledger = join(out, 'ledger.json')
    this.#child = spawn(process.execPath, args, { stdio: 'ignore' })
  }

  /** Milliseconds from an edit to the moment when the leaflets that it touches are published. */
  async timeOf(edit: () => void): Promise<number> {
    const before = this.#published()
    const start = performance.now()
    edit()
    while (this.#published() === before) {
      if (performance.now() - start > 60_000) throw new Error('Nothing was published within a minute')
      await pause(5)
    }
    return performance.now() - start
  }

  #published(): string {
    const { ino, mtimeMs } = statSync(this.#ledger)
    return `${ino} ${mtimeMs}`
  }

  /** Until it has ended: it may be building still. */
  async close(): Promise<void> {
    const ended = new Promise((resolve) => this.#child.on('exit', resolve))
    this.#child.kill()
    await ended
  }
}

export const readText = (folder: string, path: string): string => readFileSync(join(folder, path), 'utf8')
