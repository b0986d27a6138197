import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Shelf } from '../locale/index.js'

/**
 * The files of a workspace folder; what cannot be read counts as not there. Each is read once, so that all leaflets of
 * a build are made from the same files whatever is edited meanwhile.
 */
export function diskShelf(folder: string): Shelf {
  const texts = new Map<string, string | undefined>()
  const lists = new Map<string, readonly string[]>()
  return {
    read(path) {
      if (!texts.has(path))
        texts.set(
          path,
          attempt(() => readFileSync(join(folder, path), 'utf8')),
        )
      return texts.get(path)
    },
    list(path) {
      let names = lists.get(path)
      // Sorted: the order of a folder's entries differs between file systems.
      if (!names) lists.set(path, (names = (attempt(() => readdirSync(join(folder, path))) ?? []).sort()))
      return names
    },
  }
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}
