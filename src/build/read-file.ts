import { closeSync, constants, fstatSync, lstatSync, openSync, readFileSync, readSync } from 'node:fs'
import { StringDecoder } from 'node:string_decoder'

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

/**
 * So many bytes of a file are in memory at a time: a font has tens of millions. One buffer for all, and texts so short that
 * they are young: buffers and long texts lie until V8 marks all memory, and a build reads hundreds of files.
 */
const PORTION = Buffer.alloc(32 * 1024)

/** The bytes of an open file, a portion at a time: each is good until anything else is read. Throws what the disk says. */
export function* portionsIn(file: number): Generator<Buffer> {
  for (let length; (length = readSync(file, PORTION, 0, PORTION.length, null)) > 0;) yield PORTION.subarray(0, length)
}

/** The same of a file that is opened for it. */
export function* portionsOf(path: string): Generator<Buffer> {
  const file = openFile(path)
  try {
    yield* portionsIn(file)
  } finally {
    closeSync(file)
  }
}

/** The text of a file of ours, a portion at a time. Throws what the disk says. */
export function* textIn(path: string): Generator<string> {
  const decoder = new StringDecoder('utf8')
  for (const portion of portionsOf(path)) yield decoder.write(portion)
  yield decoder.end()
}

/** A text file of ours: a record, a lock, a list. Throws what the disk says. */
export const readText = (path: string): string => readBytes(path).toString('utf8')

/** Why what is there cannot be read, in words for people; undefined of what is not there. Throws on what no disk says: that is a bug. */
export function whyUnread(error: unknown, path: string): string | undefined {
  const { code } = error as NodeJS.ErrnoException
  if (code === undefined) throw error
  if (code === 'ENOTDIR') return undefined
  if (code === 'ENOENT') return isLink(path) ? 'it is a symbolic link that leads nowhere' : undefined
  return WORDS[code] ?? `the disk answers ${code}`
}

const WORDS: Readonly<Record<string, string>> = {
  EACCES: 'this account may not read it',
  EPERM: 'this account may not read it',
  EISDIR: 'a folder stands in its place',
  ENOFILE: 'a pipe or a device stands in its place',
  ENXIO: 'a socket or a device stands in its place',
  ELOOP: 'it is a symbolic link that leads back to itself',
  ENAMETOOLONG: 'its name is too long',
  EIO: 'the disk has a fault there',
  ESTALE: 'the network drive lost it',
  ETIMEDOUT: 'the network drive does not answer',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  ERR_FS_FILE_TOO_LARGE: 'it is too large',
  ERR_STRING_TOO_LONG: 'it is too large',
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink()
  } catch {
    return false
  }
}
