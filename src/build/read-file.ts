import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs'

/** Something else stands where a file should: a folder, a pipe, a socket, a device. */
class NoFile extends Error {
  constructor(readonly code: 'EISDIR' | 'ENOFILE') {
    super(code)
  }
}

/**
 * Opens a file to read it, and nothing but a file: whoever opens a pipe waits until somebody writes to it, and some
 * devices give bytes for ever. Throws what the disk says.
 */
export function openFile(path: string): number {
  const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK)
  try {
    const stats = fstatSync(file)
    if (!stats.isFile()) throw new NoFile(stats.isDirectory() ? 'EISDIR' : 'ENOFILE')
    return file
  } catch (error) {
    closeSync(file)
    throw error
  }
}

/** All bytes of a file. Throws what the disk says. */
export function readBytes(path: string): Buffer {
  const file = openFile(path)
  try {
    return readFileSync(file)
  } finally {
    closeSync(file)
  }
}

/** A text file of ours: a record, a lock, a list. Throws what the disk says. */
export const readText = (path: string): string => readBytes(path).toString('utf8')
