import { linkSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'
import { makeFolder } from './put-in-place.js'
import { readBytes, readText } from './read-file.js'
import { parseRecord } from './record.js'

/** Who writes to an output folder. */
export interface Holder {
  readonly pid: number
  /** When the process started, as its system counts: another process may get the same number later. */
  readonly started: string
  readonly host: string
}

/** Takes the lock; gives whoever has it, or a way to let go. Throws what the disk says. */
export function takeLock(path: string): { readonly holder: Holder } | { release(): void } {
  makeFolder(dirname(path))
  const own: Holder = { pid: process.pid, started: startOf(process.pid), host: hostname() }
  const aside = `${path}.${process.pid}-${Math.random().toString(36).slice(2)}`
  try {
    writeFileSync(aside, JSON.stringify(own))
    // A link appears with all that is in the file, or not at all: nobody reads a lock that is half written.
    while (!linked(aside, path)) {
      const holder = readHolder(path)
      if (holder && isAlive(holder)) return { holder }
      removeStale(path, holder)
    }
  } finally {
    rmSync(aside, { force: true })
  }
  return {
    release() {
      rmSync(path, { force: true })
    },
  }
}

function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') return false
    // File systems without links, such as some network shares: a folder is made by one as well.
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'ENOSYS') throw error
    return written(from, to)
  }
}

function written(from: string, to: string): boolean {
  try {
    writeFileSync(to, readBytes(from), { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** Moves away the lock of a process that is gone, unless somebody else did so meanwhile and took it. */
function removeStale(path: string, stale: Holder | undefined): void {
  const away = `${path}.stale-${process.pid}`
  try {
    renameSync(path, away)
  } catch {
    return
  }
  const moved = readHolder(away)
  // It was a living one's, taken a moment ago: back with it.
  if (moved && JSON.stringify(moved) !== JSON.stringify(stale) && isAlive(moved)) linked(away, path)
  // A folder may have stood there.
  rmSync(away, { recursive: true, force: true })
}

/** Undefined if it is gone, or is none. */
export function readHolder(path: string): Holder | undefined {
  try {
    const { pid, started, host } = parseRecord(readText(path)) as Partial<Holder>
    return Number.isSafeInteger(pid) && pid! > 0 && typeof started === 'string' && typeof host === 'string' ? { pid: pid!, started, host } : undefined // prettier-ignore
  } catch {
    return undefined
  }
}

/** Files that processes which are gone left half written in the lock's folder. For whoever has the lock. */
export function sweep(folder: string): void {
  for (const name of readdirSync(folder)) {
    const pid = /^(?:\.|lock\.)(\d+)-/.exec(name)?.[1]
    if (pid !== undefined && !isAlive({ pid: Number(pid), started: startOf(Number(pid)), host: hostname() }))
      rmSync(join(folder, name), { force: true })
  }
}

/** Of another machine nobody here can tell: it counts as alive. */
export function isAlive({ pid, started, host }: Holder): boolean {
  if (host !== hostname()) return true
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
  }
  return startOf(pid) === started
}

/** Field 22 of Linux' /proc/<pid>/stat, counted after the name, which may hold anything; empty elsewhere. */
function startOf(pid: number): string {
  try {
    const stat = readText(`/proc/${pid}/stat`)
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  } catch {
    return ''
  }
}
