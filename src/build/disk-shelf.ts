import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Shelf } from '../locale/index.js'

/** The files of a workspace folder; what cannot be read counts as not there. */
export function diskShelf(folder: string): Shelf {
  return {
    read: (path) => attempt(() => readFileSync(join(folder, path), 'utf8')),
    // Sorted: the order of a folder's entries differs between file systems.
    list: (path) => (attempt(() => readdirSync(join(folder, path))) ?? []).sort(),
  }
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}
