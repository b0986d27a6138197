import { readdirSync, watch as watchFolder, type FSWatcher } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { build, type BuildOptions, type BuildReport } from './build.js'
import { readNotebook } from './notebook.js'
import type { Request } from './orders.js'
import { moved } from './seen.js'

export interface WatchOptions extends Omit<BuildOptions, 'request' | 'force' | 'progress'> {
  /** Asked anew for each build: a watch may go on over midnight. */
  request(): Request
  /** Hears of each build. */
  built(report: BuildReport): void
  /** Ends the watch, after the build that is under way. */
  readonly signal: AbortSignal
}

/** A burst of edits ends when nothing was heard for so long, in milliseconds; one that does not end is built meanwhile. */
const QUIET = 50
const PATIENCE = 1000
/** Disks over a network tell nobody of edits: so often the times of all files are looked at. */
const ROUND = 2000

/**
 * Builds, then again whenever something that a build reads changes. By one watcher a folder, armed before each build:
 * Node's recursive one (20, on Linux) misses files in folders that are new. What is heard decides nothing but when; what
 * changed is seen by the build itself.
 */
export async function watch(options: WatchOptions): Promise<void> {
  const { signal, out, folder } = options
  const ear = new Ear(folder, out)
  const stop = (): void => {
    ear.hear()
  }
  signal.addEventListener('abort', stop)
  const round = setInterval(() => {
    const seen = ear.deaf ? undefined : readNotebook(out)?.seen
    if (seen && moved(seen, folder).moved.size > 0) ear.hear()
  }, ROUND)
  let cold = options.makeAll === undefined
  try {
    for (;;) {
      ear.arm()
      ear.forget()
      const report = await build({ ...options, request: options.request() })
      options.built(report)
      // What was read for the first time lies in folders that are new to the ear.
      ear.arm()
      if (cold && !report.leaflets.some((l) => l.state === 'built')) {
        const { warmUp } = await import('./warm-up.js')
        await warmUp(report, { ...options, wanted: () => ear.heard || signal.aborted })
      }
      cold = false
      if (!signal.aborted) await ear.quietAgain(signal)
      if (signal.aborted) return
    }
  } finally {
    clearInterval(round)
    signal.removeEventListener('abort', stop)
    ear.close()
  }
}

/** Hears of changes in all folders that matter. */
class Ear {
  readonly #watchers = new Map<string, FSWatcher>()
  #heard = 0
  #wake: () => void = () => undefined
  /** While a build runs, its own looking at files is enough. */
  deaf = false

  constructor(
    readonly folder: string,
    readonly out: string,
  ) {}

  get heard(): boolean {
    return this.#heard > 0
  }

  hear(): void {
    this.#heard++
    this.#wake()
  }

  forget(): void {
    this.#heard = 0
    this.deaf = true
  }

  /** Watches folders that are new; those that are gone end by themselves. */
  arm(): void {
    const wanted = new Set(this.#folders())
    for (const [path, watcher] of this.#watchers) {
      if (wanted.has(path)) continue
      watcher.close()
      this.#watchers.delete(path)
    }
    for (const path of wanted) {
      if (this.#watchers.has(path)) continue
      try {
        const watcher = watchFolder(path, (_, name) => {
          // In the workspace's own folder lies the output too.
          if (name !== null && join(path, name) === this.out) return
          this.hear()
        })
        watcher.on('error', () => {
          watcher.close()
          this.#watchers.delete(path)
          this.hear()
        })
        this.#watchers.set(path, watcher)
      } catch {
        // It went meanwhile, or the system has no watchers left: then the rounds find what changes.
      }
    }
  }

  /** Waits until something is heard, and then until nothing is. */
  async quietAgain(signal: AbortSignal): Promise<void> {
    this.deaf = false
    while (!this.heard && !signal.aborted) await new Promise<void>((resolve) => (this.#wake = resolve))
    const began = Date.now()
    for (let last = -1; last !== this.#heard && !signal.aborted && Date.now() - began < PATIENCE;) {
      last = this.#heard
      await new Promise((resolve) => setTimeout(resolve, QUIET))
    }
  }

  close(): void {
    for (const watcher of this.#watchers.values()) watcher.close()
  }

  /** The workspace, its folders of inputs, and folders elsewhere that a build read from, such as fonts. */
  #folders(): string[] {
    const own = ['locales', 'templates', 'pictures'].flatMap((name) => foldersBelow(join(this.folder, name)))
    const read = [...(readNotebook(this.out)?.seen ?? [])].filter(([path, { kind }]) => kind !== 'none' && !/\.(?:js|ts|wasm)$/.test(path)) // prettier-ignore
    const elsewhere = read.map(([path]) => dirname(resolve(this.folder, path)))
    return [...new Set([this.folder, ...own, ...elsewhere])].filter((path) => relative(this.out, path).startsWith('..'))
  }
}

function foldersBelow(folder: string): string[] {
  try {
    const inside = readdirSync(folder, { withFileTypes: true }).filter((e) => e.isDirectory())
    return [folder, ...inside.flatMap((e) => foldersBelow(join(folder, e.name)))]
  } catch {
    return []
  }
}
