import { appendFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { LedgerEntry } from './ledger.js'
import type { LeafletFacts } from './make-task.js'
import { NEXT, writeAside } from './publish.js'
import { readText } from './read-file.js'
import { parseRecord } from './record.js'
import { look } from './seen.js'

/** A leaflet that is made and waits to be published. */
export interface Waiting {
  readonly id: string
  readonly entry: LedgerEntry
  readonly said?: LeafletFacts['said']
}
const LIST = 'made.jsonl'

/** Puts a leaflet aside, and on the list of those that are whole. Throws what the disk says. */
export function putAside(out: string, waiting: Waiting, pdf: Uint8Array): void {
  writeAside(out, `${waiting.id}.pdf`, pdf)
  // A line that a stop cuts short is no JSON, and counts for nothing.
  appendFileSync(join(out, NEXT, LIST), `${JSON.stringify(waiting)}\n`)
}

/** Leaflets of a build that was stopped before it published: those that lie there as they were made. */
export function leftAside(out: string): Map<string, Waiting> {
  const left = new Map<string, Waiting>()
  let lines: string[]
  try {
    lines = readText(join(out, NEXT, LIST))
      .split('\n')
      .slice(0, -1)
  } catch {
    return left
  }
  for (const line of lines) {
    const waiting = read(line)
    if (waiting && look(join(out, NEXT, `${waiting.id}.pdf`)).sha256 === waiting.entry.sha256)
      left.set(waiting.id, waiting)
  }
  return left
}

function read(line: string): Waiting | undefined {
  try {
    const { id, entry, ...rest } = parseRecord(line) as Waiting
    return typeof id === 'string' && typeof entry.sha256 === 'string' ? { id, entry, ...rest } : undefined
  } catch {
    return undefined
  }
}

export function clearAside(out: string): void {
  rmSync(join(out, NEXT), { recursive: true, force: true })
}
