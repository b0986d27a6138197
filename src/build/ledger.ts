import { join } from 'node:path'
import { keep } from '../memory/index.js'
import type { Finding } from '../report/index.js'
import { isSealed, LEDGER, parseRecord, readRecord, sealed } from './record.js'
import { sha256 } from './seen.js'
import { listed } from './write-file.js'

/** How a leaflet was made: it counts for a build that asks for the same. */
export interface Making {
  readonly issueDate: string
  readonly proven: boolean
  readonly release: boolean
  /** All that was said of it, without its own name; replayed as long as nothing that it is made from changes. */
  readonly findings: readonly Finding[]
}
/** A leaflet that is in place. */
export interface LedgerEntry extends Making {
  readonly edition: string
  /** Of all that it was made from: see fingerprint.ts. */
  readonly fingerprint: string
  readonly sha256: string
  readonly bytes: number
  readonly pages: number
  /** How many of the findings, from the end, were made after the document was composed. */
  readonly later: number
}
/** A leaflet whose language, notice, service or format is gone. */
export interface Withdrawn {
  readonly edition: string
  readonly issueDate: string
  readonly sha256: string
  /** Day on which it was withdrawn. */
  readonly withdrawn: string
  /** Where it is kept, relative to the output folder. */
  readonly file: string
}

/** `output/ledger.json`, all by leaflet id. */
export interface BuildLedger {
  readonly leaflets: ReadonlyMap<string, LedgerEntry>
  /** What stood in the way of those that were asked for and could not be made. */
  readonly held: ReadonlyMap<string, Making>
  readonly withdrawn: ReadonlyMap<string, Withdrawn>
}
/** What it says of the leaflets of one language that are, or were, in place. */
export interface OfLedger {
  readonly leaflets: readonly (readonly [id: string, entry: LedgerEntry])[]
  readonly withdrawn: readonly (readonly [id: string, entry: Withdrawn])[]
}
export const emptyLedger: BuildLedger = { leaflets: new Map(), held: new Map(), withdrawn: new Map() }

/** Each leaflet's findings stand in one list of all findings: the same note is said of hundreds of leaflets. */
type Shelved<T extends Making> = Omit<T, 'findings'> & { readonly findings: readonly number[] }

/** What the file holds, in parts, sorted by id, so that it does not depend on which leaflet was ready first. */
export const ledgerText = (ledger: BuildLedger): Iterable<string> => sealed(ledgerLines(ledger))

function* ledgerLines({ leaflets, held, withdrawn }: BuildLedger): Generator<string> {
  const list: Finding[] = []
  const numbers = new Map<string, number>()
  const known = new Map<Finding, number>()
  // By its print: twenty thousand findings with the lines that they show would stand in memory twice.
  const numberOf = (finding: Finding): number => {
    const number = keep(numbers, sha256(JSON.stringify(finding)), () => list.push(finding) - 1)
    known.set(finding, number)
    return number
  }
  const shelve = <T extends Making>(entry: T): Shelved<T> => ({
    ...entry,
    findings: entry.findings.map((f) => known.get(f) ?? numberOf(f)),
  })
  yield '{\n'
  yield* byLine('leaflets', leaflets, shelve)
  yield* byLine('held', held, shelve)
  yield* byLine('withdrawn', withdrawn, (w) => w)
  yield '"findings": [\n'
  yield* listed(list, ',\n', (f) => JSON.stringify(f))
  yield '\n],\n'
}

function* byLine<T>(name: string, entries: ReadonlyMap<string, T>, form: (entry: T) => unknown): Generator<string> {
  const ids = [...entries.keys()].sort()
  yield `"${name}": {\n`
  yield* listed(ids, ',\n', (id) => `${JSON.stringify(id)}: ${JSON.stringify(form(entries.get(id)!))}`)
  yield '\n},\n'
}

/** What the text of a ledger says; undefined if somebody changed it, it was cut short, or another program wrote it. */
export function parseLedger(text: string): BuildLedger | undefined {
  if (!isSealed(text)) return undefined
  try {
    const { leaflets, held, withdrawn, findings } = parseRecord(text) as Stored
    const unshelve = <T extends Making>(entry: Shelved<T>): T =>
      ({ ...entry, findings: entry.findings.map((n) => findings[n]!) }) as unknown as T
    return {
      leaflets: mapped(leaflets, unshelve<LedgerEntry>),
      held: mapped(held, unshelve<Making>),
      withdrawn: new Map(Object.entries(withdrawn)),
    }
  } catch {
    return undefined
  }
}

interface Stored {
  readonly leaflets: Readonly<Record<string, Shelved<LedgerEntry>>>
  readonly held: Readonly<Record<string, Shelved<Making>>>
  readonly withdrawn: Readonly<Record<string, Withdrawn>>
  readonly findings: readonly Finding[]
}

const mapped = <S, T>(stored: Readonly<Record<string, S>>, form: (entry: S) => T): Map<string, T> =>
  new Map(Object.entries(stored).map(([id, entry]) => [id, form(entry)]))

/** The ledger of an output folder. */
export interface LedgerFound {
  readonly ledger: BuildLedger
  /** There is one, and it cannot be relied on. */
  readonly damaged: boolean
  /** SHA-256 of its file; undefined when there is none. */
  readonly print: string | undefined
}

export function readLedgerIn(out: string): LedgerFound {
  const text = readRecord(join(out, LEDGER))
  const ledger = text === undefined ? emptyLedger : parseLedger(text)
  return {
    ledger: ledger ?? emptyLedger,
    damaged: ledger === undefined,
    print: text === undefined ? undefined : sha256(text),
  }
}
