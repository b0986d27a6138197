import { spawn, type ChildProcess } from 'node:child_process'
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compileProgram, type Program } from '../build/program.js'
import { openSmallWorkshop } from '../build/small-workshop.js'
import type { Workshop } from '../build/workspace.js'

type Environment = Readonly<Record<string, string>>

/** A process of Doorstep that is running. */
export interface Running {
  readonly child: ChildProcess
  /** All that it has said until now, on both streams. */
  said(): string
  /** Waits until it has said something. */
  hears(words: string | RegExp): Promise<void>
  /** Waits for its end, with what it wrote. */
  end(): Promise<{ readonly code: number | null; readonly out: string; readonly err: string }>
  kill(): Promise<void>
}

/** A program whose leaflets can be slow, impossible or deadly, and a store. */
export interface Town {
  readonly program: Program
  readonly store: string
  readonly shop: Workshop
  run(args: readonly string[], environment?: Environment): Running
  build(queue: string, folder: string, environment?: Environment): Running
  /** A worker that takes the jobs of a silent one after 1.5 s, in place of 30. */
  worker(
    queue: string,
    name: string,
    options?: { folder?: string; store?: string; environment?: Environment },
  ): Promise<Running>
  /** Ends every process that still runs, and removes everything. */
  close(): Promise<void>
}

/** Six leaflets: one format, two services, three languages. */
export const CHOICE = [
  '--formats',
  'standard',
  '--services',
  'whole,care',
  '--date',
  '2026-12-01',
  '--no-proof',
  '--json',
]

/** By its environment a process makes some leaflets as a fault of the program would. */
const FAULTS = `
const made = makeLeaflet
makeLeaflet = async (order, ...rest) => {
  const { SLOW, BROKEN, DEADLY } = process.env
  const id = order.language + '.' + order.service
  if (SLOW) await new Promise((resolve) => setTimeout(resolve, Number(SLOW)))
  if (id === BROKEN) throw new TypeError('a fault')
  if (id === DEADLY) process.kill(process.pid, 'SIGKILL')
  return made(order, ...rest)
}
`
/** Not among the program's code: an ending that it has nowhere else. */
const WORKER = `
import { queueAddress, storeAddress, work } from './queue/index.js'
const [queue, store, folder, host] = process.argv.slice(2)
const stop = new AbortController()
process.once('SIGTERM', () => stop.abort())
const worked = await work({
  folder, host, jobs: 1, lock: 1500, until: stop.signal, environment: process.env,
  address: queueAddress(queue), store: storeAddress(store),
  placeOf: () => ({ file: 'command line', line: 1, column: 1 }),
  ready: () => console.log('ready'),
  made: (leaflet, { same }) => console.log((same ? 'same ' : 'made ') + leaflet),
  trouble: (problem) => console.log('trouble: ' + problem),
})
for (const { title } of worked.findings) console.log(title)
console.log('ended')
`

export function openTown(): Town {
  const program = compileProgram()
  appendFileSync(join(program.folder, 'leaflet.js'), FAULTS)
  writeFileSync(join(program.folder, 'worker.mjs'), WORKER)
  const store = mkdtempSync(join(tmpdir(), 'doorstep-store-'))
  const shop = openSmallWorkshop()
  const started: Running[] = []
  const start = (script: string, args: readonly string[], environment: Environment = {}): Running => {
    const running = follow(
      spawn(process.execPath, [join(program.folder, script), ...args], { env: { ...process.env, ...environment } }),
    )
    started.push(running)
    return running
  }
  // A test that fails does not get to its last line.
  process.once('exit', () => {
    for (const { child } of started) child.kill('SIGKILL')
  })
  const town: Town = {
    program,
    store,
    shop,
    run: (args, environment) => start('cli/main.js', args, environment),
    build: (queue, folder, environment) =>
      town.run(['build', ...CHOICE, '--workspace', folder, '--queue', queue, '--store', store, '--patience', '30'], environment), // prettier-ignore
    async worker(queue, name, { folder = shop.folder, store: own = store, environment } = {}) {
      const worker = start('worker.mjs', [queue, own, folder, name], environment)
      await worker.hears('ready')
      return worker
    },
    async close() {
      await Promise.all(started.map((r) => r.kill()))
      program.remove()
      shop.close()
      rmSync(store, { recursive: true })
    },
  }
  return town
}

function follow(child: ChildProcess): Running {
  const said = { out: '', err: '' }
  let all = ''
  let wake: () => void = () => undefined
  const take = (stream: 'out' | 'err') => (part: Buffer) => {
    said[stream] += String(part)
    all += String(part)
    wake()
  }
  child.stdout!.on('data', take('out'))
  child.stderr!.on('data', take('err'))
  let ended = false
  const closed = new Promise<void>((resolve) => {
    child.on('close', () => {
      ended = true
      wake()
      resolve()
    })
  })
  return {
    child,
    said: () => all,
    async hears(words) {
      while (typeof words === 'string' ? !all.includes(words) : !words.test(all)) {
        if (ended) throw new Error(`It ended before it said ${String(words)}:\n${all}`)
        await new Promise<void>((resolve) => (wake = resolve))
      }
    },
    async end() {
      await closed
      return { code: child.exitCode, ...said }
    },
    async kill() {
      child.kill('SIGKILL')
      await closed
    },
  }
}

/** Leaflets that a worker says it has made. */
export const madeBy = (...workers: readonly Running[]): string[] =>
  workers.flatMap((w) => [...w.said().matchAll(/^made (.*)$/gm)].map((m) => m[1]!)).sort()
