import { readdirSync, watch as watchFolder, type FSWatcher } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { moved, type SeenByPath } from './seen.js'

/** Work that is to be done again whenever something changes that it reads. */
export interface Upkeep {
  /** Absolute path of the workspace. */
  readonly folder: string
  /** Absolute path of the folder that the work writes to: nobody listens there. */
  readonly out: string
  /** What the last round read, as far as it is known. */
  seen(): SeenByPath | undefined
  /**
   * Does the work. What is heard decides nothing but when; what changed, if anything, the work sees by itself. `heard`:
   * something was, so that another round follows this one, or the end.
   */
  round(heard: () => boolean): Promise<void> | void
  /** Ends it, after the round that is under way. */
  readonly signal: AbortSignal
}

/** A burst of edits ends when nothing was heard for so long, in milliseconds; one that does not end is a round meanwhile. */
const QUIET = 30
const PATIENCE = 1000
/** Disks over a network tell nobody of edits: so often the times of all files are looked at. */
const ROUND = 2000

/**
 * Does the work, then again after every change. By one watcher a folder, armed before each round: Node's recursive one
 * (20, on Linux) misses files in folders that are new.
 */
export async function keepUp(work: Upkeep): Promise<void> {
  const { signal, folder } = work
  const ear = new Ear(work)
  const stop = (): void => {
    ear.hear()
  }
  signal.addEventListener('abort', stop)
  const round = setInterval(() => {
    const seen = ear.deaf ? undefined : work.seen()
    if (seen && moved(seen, folder).moved.size > 0) ear.hear()
  }, ROUND)
  try {
    for (;;) {
      ear.arm()
      ear.forget()
      await work.round(() => ear.heard)
      // What was read for the first time lies in folders that are new to the ear.
      ear.arm()
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
  /** While a round runs, its own looking at files is enough. */
  deaf = false

  constructor(readonly work: Upkeep) {}

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
          if (name !== null && join(path, name) === this.work.out) return
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
      // What was told while this process did not get to run is heard after timers: so a late timer ends no burst.
      await new Promise(setImmediate)
    }
  }

  close(): void {
    for (const watcher of this.#watchers.values()) watcher.close()
  }

  /** The workspace, its folders of inputs, and folders elsewhere that were read from, such as fonts. */
  #folders(): string[] {
    const { folder, out } = this.work
    const own = ['locales', 'templates', 'pictures'].flatMap((name) => foldersBelow(join(folder, name)))
    const read = [...(this.work.seen() ?? [])].filter(([path, { kind }]) => kind !== 'none' && !/\.(?:js|ts|wasm)$/.test(path)) // prettier-ignore
    const elsewhere = read.map(([path]) => dirname(resolve(folder, path)))
    return [...new Set([folder, ...own, ...elsewhere])].filter((path) => relative(out, path).startsWith('..'))
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
