import { fileStart, finding, type Finding } from '../report/index.js'

/**
 * Everything a leaflet may read. Paths are relative to the workspace, with forward slashes.
 * Synchronous: a leaflet reads some twenty small files, and rooms that never wait are simpler to read.
 */
export interface Shelf {
  /** The text of a file (UTF-8), undefined when there is none. */
  read(path: string): string | undefined
  /** Names of the files and folders that stand directly in a folder, sorted; empty when there is no such folder. */
  list(folder: string): readonly string[]
  /** Why what was asked for could not be read although something is there; undefined of all else. */
  why?(path: string): string | undefined
  /** What was read in a folder is needed no more. */
  close?(folder: string): void
}

export interface RecordingShelf extends Shelf {
  /** What was asked for so far, sorted: files as `a/b.json`, listed folders as `a/`. */
  seen(): readonly string[]
}

/** Whether there is a file; one that cannot be read is there, and no other may be taken for it. */
export const isThere = (shelf: Shelf, path: string): boolean =>
  shelf.read(path) !== undefined || shelf.why?.(path) !== undefined

/** Says that a file is not there, or why it cannot be read. */
export function unreadFile(shelf: Shelf, file: string): Finding {
  const problem = shelf.why?.(file)
  if (problem === undefined) return finding('file-missing', fileStart(file), { named: namedBy(file) })
  return finding('file-unreadable', fileStart(file), { problem })
}

/** What says that there is such a file. */
function namedBy(file: string): string {
  if (file === 'doorstep.json') return '--workspace'
  const list = /^templates\/(theme|notice)s\//.exec(file)?.[1]
  if (list === undefined) return 'the path that names it'
  return `"${list === 'theme' ? 'theme' : 'notices'}" in doorstep.json`
}

/**
 * A shelf that remembers what was asked for: the dependencies of what was made from it. Files that were not there are
 * remembered too, since the leaflet changes when they appear.
 */
export function recording(shelf: Shelf): RecordingShelf {
  const seen = new Set<string>()
  return {
    read(path) {
      seen.add(path)
      return shelf.read(path)
    },
    list(folder) {
      seen.add(`${folder}/`)
      return shelf.list(folder)
    },
    why: (path) => shelf.why?.(path),
    seen: () => [...seen].sort(),
  }
}
