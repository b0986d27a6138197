import { cpSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { median } from '../statistics.js'
import { build, readText, run, Watch, type Built, type Workplace } from './program.js'
import { languagesOf, noticeId } from './workspace.js'

/** Files younger than a build are hashed by the next: after this many milliseconds their times are enough. */
const SETTLED = 2_500

export interface FullFigures {
  readonly jobs: number
  readonly proof: boolean
  readonly leaflets: number
  readonly seconds: number
  /** Bytes. */
  readonly peak: number
}

/** Every leaflet into an empty folder, by turns with and without proof, with one thread and with two. */
export async function measureFull({ folder, out }: Workplace, rounds: number): Promise<FullFigures[]> {
  const ways = [false, true].flatMap((proof) => [1, 2].map((jobs) => ({ proof, jobs, runs: [] as Built[] })))
  for (let round = 0; round < rounds; round++) {
    for (const { proof, jobs, runs } of ways) {
      rmSync(out, { recursive: true, force: true })
      runs.push(await build({ folder, out }, '--jobs', String(jobs), ...(proof ? [] : ['--no-proof'])))
    }
  }
  return ways.map(({ proof, jobs, runs }) => ({
    jobs,
    proof,
    leaflets: runs[0]!.built,
    seconds: median(runs.map((r) => r.time)) / 1000,
    peak: Math.max(...runs.map((r) => r.peak)),
  }))
}

export interface CeilingFigures {
  /** Seconds of one build alone with one thread, and of two such builds at once that know nothing of each other. */
  readonly alone: number
  readonly together: number
}

/** What two of this machine's cores give to programs that share nothing: no division of work gains more. Proof off. */
export async function measureCeiling({ folder, out }: Workplace, rounds: number): Promise<CeilingFigures> {
  const [alone, together]: [number[], number[]] = [[], []]
  const one = (place: string): Promise<Built> => {
    rmSync(place, { recursive: true, force: true })
    return build({ folder, out: place }, '--jobs', '1', '--no-proof')
  }
  for (let round = 0; round < rounds; round++) {
    alone.push((await one(out)).time)
    const start = performance.now()
    await Promise.all([one(out), one(`${out}-too`)])
    together.push(performance.now() - start)
  }
  return { alone: median(alone) / 1000, together: median(together) / 1000 }
}

export interface UnchangedFigures {
  readonly leaflets: number
  /** Milliseconds of a fresh process, and of `node -e 0` by turns with it. */
  readonly time: number
  readonly node: number
}

/** Nothing changed since the last build; without proof, as it was built. */
export async function measureUnchanged(place: Workplace, rounds: number): Promise<UnchangedFigures> {
  await pause(SETTLED)
  const { current } = await build(place, '--no-proof')
  const [times, nodes]: [number[], number[]] = [[], []]
  for (let round = 0; round < rounds; round++) {
    const { time, built } = await build(place, '--no-proof')
    if (built > 0) throw new Error('Something was built though nothing changed')
    times.push(time)
    nodes.push((await run(['-e', '0'])).time)
  }
  return { leaflets: current, time: median(times), node: median(nodes) }
}

export interface EditFigures {
  readonly leaflets: number
  /** Leaflets that were made again. */
  readonly touched: number
  /** Milliseconds in a fresh process, proven and not; and from the edit to the publication in one that watches. */
  readonly proven: number
  readonly unproven: number
  readonly watched: number
}

/** One sentence of the English text changed. */
export async function measureSentence(place: Workplace, rounds: number): Promise<EditFigures> {
  const sentence = sentenceIn(place.folder)
  const fresh = async (...flags: readonly string[]): Promise<Built[]> => {
    const runs: Built[] = []
    await build(place, ...flags)
    for (let round = 0; round < rounds; round++) {
      await pause(SETTLED)
      sentence.change()
      runs.push(await build(place, ...flags))
    }
    return runs
  }
  const unproven = await fresh('--no-proof')
  const proven = await fresh()
  const watch = new Watch(place)
  const times: number[] = []
  // The first edit of a day counts too: watch warms itself up.
  for (let round = 0; round < rounds * 7; round++) {
    await pause(SETTLED)
    const time = await watch.timeOf(() => {
      sentence.change()
    })
    times.push(time)
  }
  await watch.close()
  sentence.restore()
  return {
    leaflets: proven[0]!.built + proven[0]!.current,
    touched: proven[0]!.built,
    proven: median(proven.map((r) => r.time)),
    unproven: median(unproven.map((r) => r.time)),
    watched: median(times),
  }
}

/** A sentence to which a word more is given and taken away, so that no edit is the first of its kind. */
function sentenceIn(folder: string): { change(): void; restore(): void } {
  const path = `locales/en/${noticeId(0)}.json`
  const before = readText(folder, path)
  const [whole] = /"limits": "This list is not exhaustive/.exec(before) ?? []
  if (whole === undefined) throw new Error(`${path} has no sentence to change`)
  let turn = 0
  return {
    change() {
      const more = ['yet', 'here', 'today', 'now'][turn++ % 4]!
      writeFileSync(join(folder, path), before.replace(whole, `${whole} ${more}`))
    },
    restore() {
      writeFileSync(join(folder, path), before)
    },
  }
}

export interface LanguageFigures {
  readonly touched: number
  readonly time: number
}

/** A language that was not there before, proven. */
export async function measureLanguage({ folder, out }: Workplace, rounds: number): Promise<LanguageFigures> {
  const tag = languagesOf(folder).at(-1)!
  const [here, aside] = [join(folder, 'locales', tag), `${folder}-${tag}`]
  cpSync(here, aside, { recursive: true })
  const runs: Built[] = []
  for (let round = 0; round < rounds; round++) {
    rmSync(here, { recursive: true })
    await build({ folder, out })
    await pause(SETTLED)
    cpSync(aside, here, { recursive: true })
    runs.push(await build({ folder, out }))
  }
  rmSync(aside, { recursive: true })
  return { touched: runs[0]!.built, time: median(runs.map((r) => r.time)) }
}
