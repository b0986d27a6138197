import { readdirSync } from 'node:fs'
import { basename, dirname, join, normalize } from 'node:path'
import { finding, nearest, someOf, type Finding, type Place } from '../report/index.js'
import { whyUnread } from './read-file.js'

/** What file a person named on the command line, and what it should have been. */
export interface Sought {
  /** As it was typed. */
  readonly file: string
  /** Of names that it may have, such as `/\.pdf$/i`. */
  readonly ending: RegExp
  /** Folders besides its own where such files are, as one would type them from here. */
  readonly folders: readonly string[]
}

/** Why a file that was named could not be read; where there is none, or a folder, which others may have been meant. */
export function fileProblem(error: unknown, sought: Sought, place: Place): Finding {
  const { file } = sought
  const problem = whyUnread(error, file)
  const isFolder = (error as NodeJS.ErrnoException).code === 'EISDIR'
  if (problem !== undefined && !isFolder) return finding('file-unreadable', { ...place, file }, { problem })
  const folder = isFolder ? normalize(file) : dirname(file)
  const here = filesIn(folder, sought.ending)
  const all = new Set([...here, ...sought.folders.flatMap((f) => filesIn(f, sought.ending))])
  const near = isFolder ? [] : filesNear(normalize(file), [...all])
  const names = here.map((path) => basename(path))
  return finding('file-unknown', place, { asked: file, isFolder, near: someOf(near, MOST), here: someOf(names, MOST), folder }) // prettier-ignore
}

const MOST = 4

/** Folders within a folder, and itself. */
export const withFolders = (folder: string): string[] => [
  folder,
  ...entriesOf(folder)
    .filter((e) => e.isDirectory() && !e.name.startsWith('.'))
    .map((e) => join(folder, e.name)),
]

const filesIn = (folder: string, ending: RegExp): string[] =>
  entriesOf(folder)
    .filter((e) => ending.test(e.name))
    .map((e) => join(folder, e.name))
    .sort()

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    return []
  }
}

/** Those that lack only the folders before it; or differ least from what was typed, if in less than half of it. */
function filesNear(typed: string, known: readonly string[]): string[] {
  const within = known.filter((name) => name.endsWith(`/${typed}`))
  return within.length > 0 ? within : nearest(typed, known, typed.length / 2)
}
