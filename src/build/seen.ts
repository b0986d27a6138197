import { createHash, hash } from 'node:crypto'
import { closeSync, fstatSync, readdirSync, readFileSync, statSync, type Stats } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { openFile, portionsIn, whyUnread } from './read-file.js'

/** What was looked at on the disk: bytes of a file, names in a folder, or that nothing was there. */
export interface Seen {
  readonly kind: 'file' | 'folder' | 'none'
  /** Size, times and number on the disk; empty for what is not there. */
  readonly stat: string
  /** Of a file's bytes or a folder's names. */
  readonly sha256: string
  /** When it was read, in milliseconds. */
  readonly at: number
}
export type SeenByPath = ReadonlyMap<string, Seen>

/** Nothing of a file that changed within a tick of the clock shows in its times. 2 s is the coarsest clock (FAT). */
const TICK = 2000

/** Everything that is read for a build, with what is needed to know next time that nothing moved. */
export class SeenFiles {
  readonly #seen = new Map<string, Seen>()
  readonly #why = new Map<string, string>()

  /**
   * `folder`: absolute path of the workspace. `before`: what an earlier build saw; files that did not move since are
   * not hashed again.
   */
  constructor(
    readonly folder: string,
    readonly before: SeenByPath = new Map(),
  ) {}

  /** By path: relative to the workspace with forward slashes, absolute for what lies elsewhere. */
  get all(): SeenByPath {
    return this.#seen
  }

  /** A text file; undefined when it is not there or cannot be read. */
  text(path: string): string | undefined {
    const name = this.name(path)
    const whole = resolve(this.folder, path)
    try {
      const { read, seen } = readSteady(whole, (file) => readFileSync(file))
      this.add([[name, { ...seen, sha256: sha256(read) }]])
      return read.toString('utf8')
    } catch (error) {
      // A folder, or nothing: whatever lies there.
      this.add([[name, lookInto(whole).seen]])
      this.#note(name, error)
      return undefined
    }
  }

  /** Why a text or the names of a folder could not be read; undefined of what could be, and of what is not there. */
  why(path: string): string | undefined {
    return this.#why.get(this.name(path))
  }

  #note(name: string, error: unknown): void {
    const why = whyUnread(error, resolve(this.folder, name))
    if (why !== undefined) this.#why.set(name, why)
  }

  /** Names in a folder, sorted: the order of a folder's entries differs between file systems. */
  names(path: string): readonly string[] {
    const { names, seen, error } = lookInto(resolve(this.folder, path))
    if (error === undefined) this.#why.delete(this.name(path))
    else this.#note(this.name(path), error)
    this.#seen.set(this.name(path), seen.kind === 'none' ? look(resolve(this.folder, path)) : seen)
    return names
  }

  /** SHA-256 of a file that somebody else reads; undefined when there is none. */
  sha256(path: string): string | undefined {
    const name = this.name(path)
    const known = this.#seen.get(name) ?? this.before.get(name)
    const seen = known && stands(known, resolve(this.folder, path)) ? known : look(resolve(this.folder, path))
    this.#seen.set(name, seen)
    return seen.kind === 'file' ? seen.sha256 : undefined
  }

  /** What was seen again, or by another thread. What changed in between counts as unknown. */
  add(others: Iterable<readonly [string, Seen]>): void {
    for (const [path, seen] of others) {
      const own = this.#seen.get(path)
      this.#seen.set(path, own && own.sha256 !== seen.sha256 ? { ...seen, stat: '', sha256: '' } : seen)
    }
  }

  name(path: string): string {
    const inside = relative(this.folder, resolve(this.folder, path))
    return inside.startsWith('..') || inside === '' ? resolve(this.folder, path) : inside.split(sep).join('/')
  }
}

/** Whether a thing is still what it was: by its times where they are clearly older, else by its bytes. */
export function stands(seen: Seen, path: string): boolean {
  const now = statOf(path)
  if (seen.kind === 'none') return now === undefined
  if (now === undefined) return false
  if (now.stat === seen.stat && isTrusted(seen, now.newest)) return true
  return look(path).sha256 === seen.sha256
}

/** A file whose last change is not clearly older than its reading may have changed once more in the same tick. */
const isTrusted = ({ at }: Seen, newest: number): boolean => newest < at - TICK

/** What is no longer as it was, as it is now. `again`: what had to be hashed and was the same. */
export function moved(before: SeenByPath, folder: string): { moved: Map<string, Seen>; again: Map<string, Seen> } {
  const gone = new Map<string, Seen>()
  const again = new Map<string, Seen>()
  for (const [name, seen] of before) {
    const path = resolve(folder, name)
    const now = statOf(path)
    if (seen.kind === 'none' ? now === undefined : now?.stat === seen.stat && isTrusted(seen, now.newest)) continue
    const found = look(path)
    if (found.sha256 === seen.sha256 && found.kind === seen.kind) again.set(name, found)
    else gone.set(name, found)
  }
  return { moved: gone, again }
}

/** What lies at a path now, whatever it is. */
export function look(path: string): Seen {
  try {
    const { read, seen } = readSteady(path, printOf)
    return { ...seen, sha256: read }
  } catch {
    // A folder cannot be read; what is neither has no names either.
    return lookInto(path).seen
  }
}

export const sha256 = (bytes: Uint8Array | string): string => hash('sha256', bytes, 'hex')

export function statOf(path: string): { readonly stat: string; readonly newest: number } | undefined {
  try {
    const stats = statSync(path, { throwIfNoEntry: false })
    return stats && { stat: statText(stats), newest: Math.max(stats.mtimeMs, stats.ctimeMs) }
  } catch {
    return undefined
  }
}

const statText = ({ size, mtimeMs, ctimeMs, ino }: Stats): string => `${size} ${mtimeMs} ${ctimeMs} ${ino}`
const nothing = (): Seen => ({ kind: 'none', stat: '', sha256: '', at: Date.now() })

/** What is read of a file as it was at one moment; one that is written to meanwhile is read again. Throws what the disk says. */
function readSteady<T>(path: string, read: (file: number) => T): { read: T; seen: Omit<Seen, 'sha256'> } {
  for (let attempt = 1; ; attempt++) {
    const at = Date.now()
    const file = openFile(path)
    try {
      const before = statText(fstatSync(file))
      const found = read(file)
      const stat = statText(fstatSync(file))
      // Somebody who writes without end gets no rest: the next build will see that it moved.
      if (stat === before || attempt === 5) return { read: found, seen: { kind: 'file', stat: before, at } }
    } finally {
      closeSync(file)
    }
  }
}

function printOf(file: number): string {
  const print = createHash('sha256')
  for (const portion of portionsIn(file)) print.update(portion)
  return print.digest('hex')
}

function lookInto(path: string): { names: readonly string[]; seen: Seen; error?: unknown } {
  const at = Date.now()
  const stat = statOf(path)?.stat ?? ''
  try {
    const names = readdirSync(path).sort()
    return { names, seen: { kind: 'folder', stat, sha256: sha256(names.join('\n')), at } }
  } catch (error) {
    return { names: [], seen: nothing(), error }
  }
}

/** All files of a folder and its folders, sorted. */
export function filesBelow(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
  return entries.flatMap((e) => (e.isDirectory() ? filesBelow(join(folder, e.name)) : [join(folder, e.name)]))
}
