import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, vi } from 'vitest'
import { openProgram } from '../build/program.js'
import { openSmallWorkshop } from '../build/small-workshop.js'
import type { Workshop } from '../build/workspace.js'
import { endWithTests } from '../helpers/end-with-tests.js'
import { openRedis, type TestRedis } from './redis.js'

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

export interface WorkerOptions {
  readonly folder?: string
  readonly store?: string
  readonly environment?: Environment
  /** Seconds after which others take its leaflets when it is killed; 30 as for everybody, unless a test waits for it. */
  readonly silence?: number
}

/** A program whose leaflets can be slow, impossible or deadly, and a store. */
export interface Town {
  readonly store: string
  readonly shop: Workshop
  run(args: readonly string[], environment?: Environment): Running
  build(queue: string, folder: string, ...more: readonly string[]): Running
  /** A worker that waits for leaflets, and makes one at a time. */
  worker(queue: string, name: string, options?: WorkerOptions): Promise<Running>
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
const FAULTS = {
  'leaflet.js': `
const made = makeLeaflet
makeLeaflet = async (order, ...rest) => {
  const { SLOW, BROKEN, DEADLY } = process.env
  const id = order.language + '.' + order.service
  if (SLOW) await new Promise((resolve) => setTimeout(resolve, Number(SLOW)))
  if (id === BROKEN) throw new TypeError('a fault')
  if (id === DEADLY) process.kill(process.pid, 'SIGKILL')
  return made(order, ...rest)
}
`,
}

function openTown(): Town {
  const program = openProgram(FAULTS)
  const store = mkdtempSync(join(tmpdir(), 'doorstep-store-'))
  const shop = openSmallWorkshop()
  const started: Running[] = []
  const town: Town = {
    store,
    shop,
    run(args, environment) {
      const script = join(program.folder, 'cli/main.js')
      const running = follow(
        endWithTests(spawn(process.execPath, [script, ...args], { env: { ...process.env, ...environment } })),
      )
      started.push(running)
      return running
    },
    build: (queue, folder, ...more) =>
      town.run(['build', ...CHOICE, '--workspace', folder, '--queue', queue, '--store', store, '--patience', '30', ...more]), // prettier-ignore
    async worker(queue, name, { folder = shop.folder, store: own = store, environment, silence = 30 } = {}) {
      const where = ['--workspace', folder, '--queue', queue, '--store', own]
      const how = ['--name', name, '--silence', String(silence), '--jobs', '1', '--verbose']
      const worker = town.run(['worker', ...where, ...how], environment)
      await worker.hears('Waits for leaflets at redis://')
      return worker
    },
    async close() {
      await Promise.all(started.map((r) => r.kill()))
      shop.close()
      rmSync(store, { recursive: true })
    },
  }
  return town
}

interface Place {
  /** One for all tests of a file. */
  readonly town: Town
  /** The town's workspace, a copy for one test. */
  readonly here: Workshop
  readonly redis: TestRedis
}

/** A test that has a town, and a workspace and a Redis of its own. Such tests mostly wait, so they may run at once. */
export const test = base.extend<Place>({
  town: [
    // eslint-disable-next-line no-empty-pattern -- Vitest reads from it that nothing else is needed
    async ({}, use) => {
      const town = openTown()
      await use(town)
      await town.close()
    },
    { scope: 'file' },
  ],
  async here({ town }, use) {
    const here = town.shop.copy()
    await use(here)
    here.close()
  },
  // eslint-disable-next-line no-empty-pattern -- as above
  async redis({}, use) {
    const redis = await openRedis()
    await use(redis)
    await redis.close()
  },
})

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

/** Leaflets that workers say they have made, or would have made if nothing held them. */
export const madeBy = (...workers: readonly Running[]): string[] =>
  workers.flatMap((w) => [...w.said().matchAll(/^(?:made|held) (\S+)/gm)].map((m) => m[1]!)).sort()

/** The same, once they have said so many: a build may end before its worker says that the last one is made. */
export async function allMadeBy(count: number, ...workers: readonly Running[]): Promise<string[]> {
  const enough = (): void => {
    if (madeBy(...workers).length < count) throw new Error(`They made ${madeBy(...workers).join(', ')}`)
  }
  await vi.waitFor(enough, { timeout: 30_000, interval: 10 })
  return madeBy(...workers)
}
