import { statSync } from 'node:fs'
import { join } from 'node:path'
import { fileStart, finding, type Finding, type Place } from '../report/index.js'
import type { Counter } from './counter.js'
import { fileProblem } from './file-unknown.js'
import { readBytes } from './read-file.js'

/** More than all texts of all languages take, in the wordiest format. */
const MOST_BYTES = 20_000_000

/** A translator's file from the disk; one that is too large is refused before it is read. `place`: where it was named. */
export function readParcel(
  file: string,
  place: Place,
): { readonly bytes?: Uint8Array; readonly findings: readonly Finding[] } {
  const refused = (finding: Finding) => ({ findings: [finding] })
  try {
    const { size } = statSync(file)
    if (size <= MOST_BYTES) return { bytes: readBytes(file), findings: [] }
    const what = `This file has ${Math.ceil(size / 1e6)} MB`
    return refused(finding('exchange-large', fileStart(file), { what, limit: `${MOST_BYTES / 1e6} MB` }))
  } catch (error) {
    return refused(fileProblem(error, { file, ending: /\.(?:xlf|xliff|po|xlsx)$/i, folders: ['.'] }, place))
  }
}

/**
 * Whether a file that is to be edited is what was read: plain UTF-8, and untouched since. Otherwise the edit would change
 * what nobody meant to change.
 */
export function sameOnDisk({ folder, shelf }: Counter, path: string): Finding[] {
  const read = shelf.read(path)
  const file = join(folder, path)
  const there = bytesOf(file)
  if (read === undefined ? there === undefined : there?.equals(Buffer.from(read, 'utf8'))) return []
  return [finding('exchange-encoding', fileStart(path), { found: 'some of its bytes are none of UTF-8, or it was changed this very moment' })] // prettier-ignore
}

function bytesOf(file: string): Buffer | undefined {
  try {
    return readBytes(file)
  } catch {
    return undefined
  }
}
