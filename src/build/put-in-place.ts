import { copyFileSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { fileStart, finding, type Finding } from '../report/index.js'
import { writeFile, type Content } from './write-file.js'

/**
 * Writes a file whole or not at all: beside its place first, then moved over the old one. The last good leaflet stays
 * readable until that moment. Throws what the disk says.
 */
export function putInPlace(path: string, content: Content): void {
  whole(path, (aside) => {
    writeFile(aside, content)
  })
}

/** The same of what another file holds. */
export function copyInPlace(path: string, from: string): void {
  whole(path, (aside) => {
    copyFileSync(from, aside)
  })
}

function whole(path: string, write: (aside: string) => void): void {
  makeFolder(dirname(path))
  const aside = join(dirname(path), `.${process.pid}-${path.slice(path.lastIndexOf('/') + 1)}.part`)
  try {
    write(aside)
    renameSync(aside, path)
  } catch (error) {
    rmSync(aside, { force: true })
    throw error
  }
}

/**
 * The same for a file that a person named, who may have named one of their own: nothing but an older file of its kind is
 * written over. A finding if that is not so, or the disk refuses it. `folder`: from where its path is shown.
 */
export function putNamed(
  path: string,
  content: Uint8Array | string,
  { folder, what }: Required<Pick<Destination, 'folder' | 'what'>>,
): Finding | undefined {
  try {
    const before = readIfThere(path)
    if (before !== undefined && before.length > 0 && kindOf(before) !== kindOf(Buffer.from(content)))
      throw Object.assign(new Error(), { code: 'EFTYPE' })
    putInPlace(path, content)
    return undefined
  } catch (error) {
    return unwritable(error, { folder, out: dirname(path), file: basename(path), what })
  }
}

/** By how it begins: `%PDF`, `<?xml`, `<!doctype`, `PK` of a workbook; a PO file begins with a comment or a message. */
function kindOf(bytes: Uint8Array): string {
  const start = Buffer.from(bytes.subarray(0, 8)).toString('latin1').toLowerCase()
  return /^(?:#|msg)/.test(start) ? 'po' : start.slice(0, start.startsWith('pk') ? 2 : 4)
}

/** A text file of the workspace, by its path in it. */
export interface NewText {
  readonly path: string
  readonly text: string
}

/**
 * Writes several files, all or none: each is written beside its place before the first is moved; if a move fails after
 * all, those that were moved get back what stood there. Throws what the disk says.
 */
export function putAllInPlace(folder: string, files: readonly NewText[]): void {
  const staged = files.map(({ path, text }) => {
    const whole = join(folder, path)
    return { whole, text, aside: `${whole}.${process.pid}.part`, before: readIfThere(whole) }
  })
  const moved: typeof staged = []
  try {
    for (const { whole, aside, text } of staged) {
      makeFolder(dirname(whole))
      writeFileSync(aside, text)
    }
    for (const file of staged) {
      renameSync(file.aside, file.whole)
      moved.push(file)
    }
  } catch (error) {
    for (const { whole, before } of moved) {
      if (before === undefined) rmSync(whole, { force: true })
      else putInPlace(whole, before)
    }
    for (const { aside } of staged) rmSync(aside, { force: true })
    throw error
  }
}

const readIfThere = (path: string): Uint8Array | undefined =>
  statSync(path, { throwIfNoEntry: false })?.isFile() ? readFileSync(path) : undefined

/** Not by mkdir's own `recursive`: Node 20 tries for ever where a folder is there and none can be made in it (/proc). */
export function makeFolder(path: string): void {
  const isFolder = (): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
  if (isFolder()) return
  if (dirname(path) !== path) makeFolder(dirname(path))
  try {
    mkdirSync(path)
  } catch (error) {
    // Another program may have made it meanwhile.
    if (!isFolder()) throw error
  }
}

/** Where a file should have gone: absolute folders of the workspace and the output, and a path within the output. */
export interface Destination {
  readonly folder: string
  readonly out: string
  readonly file: string
  /** What it is, if no leaflet. */
  readonly what?: 'preview' | 'file' | 'page'
}

/** One finding for all files of an output folder that cannot be used; one of its own for what stands in the way. */
export function unwritable(error: unknown, { folder, out, file, what }: Destination): Finding {
  const { code, path: named } = error as NodeJS.ErrnoException
  const noFolder = (code === 'EEXIST' || code === 'ENOTDIR') && named !== undefined
  const path = code === 'EISDIR' || code === 'EFTYPE' ? join(out, file) : noFolder ? nearestThere(named) : out
  const inside = relative(folder, path)
  const shown = inside === '' ? '.' : inside.startsWith('..') ? path : inside
  return finding('output-unwritable', fileStart(shown), { problem: diskProblem(error), what })
}

function nearestThere(path: string): string {
  try {
    lstatSync(path)
    return path
  } catch {
    return nearestThere(dirname(path))
  }
}

/** What the disk said, in words for people. Throws on what is no answer of a disk: that is a bug. */
export function diskProblem(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code
  if (code === undefined) throw error
  const words: Readonly<Record<string, string>> = {
    EACCES: 'the folder may not be written to',
    EPERM: 'the folder may not be written to',
    EROFS: 'the disk is read-only',
    ENOSPC: 'the disk is full',
    ENOENT: 'there is no such folder, and none can be made here',
    ENOTDIR: 'a file stands where the folder should be',
    EEXIST: 'a file stands where the folder should be',
    EISDIR: 'a folder stands where the file should be',
    EDQUOT: 'no more may be written by this account',
    EFBIG: 'a file may not become so large here',
    EIO: 'the disk has a fault',
    EFTYPE: 'another kind of file stands there, and would be lost',
    ELOOP: 'a symbolic link leads back to itself',
    EXDEV: 'a part of the output folder lies on another disk',
  }
  return words[code] ?? `the disk answers ${code}`
}
