import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileStart, finding, type Finding } from '../report/index.js'
import type { Counter } from './counter.js'

/** More than all texts of all languages take, in the wordiest format. */
const MOST_BYTES = 20_000_000

/** A translator's file from the disk; one that is too large is refused before it is read. */
export function readParcel(file: string): { readonly bytes?: Uint8Array; readonly findings: readonly Finding[] } {
  const stat = statSync(file, { throwIfNoEntry: false })
  if (!stat?.isFile()) return { findings: [finding('file-missing', fileStart(file), { what: 'file' })] }
  if (stat.size > MOST_BYTES) {
    const what = `This file has ${Math.ceil(stat.size / 1e6)} MB`
    return { findings: [finding('exchange-large', fileStart(file), { what, limit: `${MOST_BYTES / 1e6} MB` })] }
  }
  return { bytes: readFileSync(file), findings: [] }
}

/**
 * Whether a file that is to be edited is what was read: plain UTF-8, and untouched since. Otherwise the edit would change
 * what nobody meant to change.
 */
export function sameOnDisk({ folder, shelf }: Counter, path: string): Finding[] {
  const read = shelf.read(path)
  const file = join(folder, path)
  const there = statSync(file, { throwIfNoEntry: false })?.isFile() ? readFileSync(file) : undefined
  if (read === undefined ? there === undefined : there?.equals(Buffer.from(read, 'utf8'))) return []
  return [finding('exchange-encoding', fileStart(path), { found: 'some of its bytes are none of UTF-8, or it was changed this very moment' })] // prettier-ignore
}
