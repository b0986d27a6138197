import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import type { Finding } from '../report/index.js'
import { putInPlace, unwritable } from './put-in-place.js'

/** What is known of a leaflet that is in place. */
export interface LedgerEntry {
  readonly issueDate: string
  readonly sha256: string
  readonly bytes: number
}

const schema = v.record(v.string(), v.object({ issueDate: v.string(), sha256: v.string(), bytes: v.number() }))
const NAME = 'ledger.json'

/** `output/ledger.json`: leaflet id → entry. One that cannot be read counts as empty: the next build writes it anew. */
export function readBuildLedger(out: string): ReadonlyMap<string, LedgerEntry> {
  try {
    const read = v.safeParse(schema, JSON.parse(readFileSync(join(out, NAME), 'utf8')))
    return new Map(read.success ? Object.entries(read.output) : [])
  } catch {
    return new Map()
  }
}

/** Sorted by id, so that the file doesn't depend on which leaflet was ready first. */
export function writeBuildLedger(
  { folder, out }: { readonly folder: string; readonly out: string },
  entries: ReadonlyMap<string, LedgerEntry>,
): Finding[] {
  const sorted = Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)))
  try {
    putInPlace(join(out, NAME), `${JSON.stringify(sorted, undefined, 2)}\n`)
    return []
  } catch (error) {
    return [unwritable(error, { folder, out, file: NAME })]
  }
}
