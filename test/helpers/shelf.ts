import { readdirSync, readFileSync } from 'node:fs'
import type { Shelf } from '../../src/locale/index.js'

/** A workspace in memory: path → text. */
export function memoryShelf(files: Readonly<Record<string, string>>): Shelf {
  return {
    read: (path) => files[path],
    list: (folder) => {
      const inside = Object.keys(files).filter((path) => path.startsWith(`${folder}/`))
      return [...new Set(inside.map((path) => path.slice(folder.length + 1).split('/')[0] ?? ''))].sort()
    },
  }
}

/** The files of this repository. */
export const diskShelf: Shelf = {
  read: (path) => attempt(() => readFileSync(path, 'utf8')),
  list: (folder) => attempt(() => readdirSync(folder).sort()) ?? [],
}

/** A shelf with some files replaced (or taken away: undefined). */
export function changedShelf(shelf: Shelf, changes: Readonly<Record<string, string | undefined>>): Shelf {
  return { read: (path) => (path in changes ? changes[path] : shelf.read(path)), list: (folder) => shelf.list(folder) }
}

function attempt<T>(act: () => T): T | undefined {
  try {
    return act()
  } catch {
    return undefined
  }
}
