import { closeSync, fstatSync, readSync } from 'node:fs'
import type { FontBytes } from '../text/index.js'
import { openFile, whyUnread } from './read-file.js'

/** The file is closed when nobody can ask for its bytes any more. */
const open = new FinalizationRegistry<number>((file) => {
  closeSync(file)
})

/** A font file on disk, read where it is asked for. Throws RangeError, in words for people, when it cannot be opened. */
export function diskFont(path: string): FontBytes {
  let file: number
  try {
    file = openFile(path)
  } catch (error) {
    throw new RangeError(`it cannot be read: ${whyUnread(error, path) ?? 'it is gone'}`)
  }
  const bytes: FontBytes = {
    byteLength: fstatSync(file).size,
    read(offset, length) {
      const part = new Uint8Array(length)
      readSync(file, part, 0, length, offset)
      return part
    },
  }
  open.register(bytes, file)
  return bytes
}
