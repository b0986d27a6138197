import type { Shelf } from '../locale/index.js'
import { SeenFiles } from './seen.js'

/**
 * The files of a workspace folder; what cannot be read is not there, and it is known why. Each is read once, until it
 * is closed, so that all leaflets of a build are made from the same files whatever is edited meanwhile. What is read is noted in `seen`.
 */
export function diskShelf(folder: string, seen = new SeenFiles(folder)): Shelf {
  const texts = new Map<string, string | undefined>()
  const lists = new Map<string, readonly string[]>()
  return {
    read(path) {
      if (!texts.has(path)) texts.set(path, seen.text(path))
      return texts.get(path)
    },
    list(path) {
      let names = lists.get(path)
      if (!names) lists.set(path, (names = seen.names(path)))
      return names
    },
    why: (path) => seen.why(path),
    close(folder) {
      for (const path of texts.keys()) if (path.startsWith(`${folder}/`)) texts.delete(path)
    },
  }
}
