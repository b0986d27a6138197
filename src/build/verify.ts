import { join } from 'node:path'
import { fileStart, finding, type Finding } from '../report/index.js'
import { Counter } from './counter.js'
import { readLedgerIn, type LedgerEntry } from './ledger.js'
import type { Made } from './make-task.js'
import { orderOf } from './notebook.js'
import { unfinished } from './publish.js'
import { look, sha256, SeenFiles, statOf } from './seen.js'
import { makeAll } from './workers.js'

export interface Verified {
  /** Leaflets that came out as they are. */
  readonly same: number
  readonly all: number
  readonly findings: readonly Finding[]
}

export interface VerifyOptions {
  readonly folder: string
  readonly out: string
  readonly jobs: number
  readonly progress?: (done: number, all: number, id: string) => void
}

/** Makes every leaflet of the ledger once more, each with its own day, and compares its bytes. Writes nothing. */
export async function verify({ folder, out, jobs, progress }: VerifyOptions): Promise<Verified> {
  const { ledger, damaged, print } = readLedgerIn(out)
  const names = new SeenFiles(folder)
  const placeOf = (file: string) => fileStart(names.name(join(out, file)))
  if (damaged) return { same: 0, all: 0, findings: [finding('ledger-damaged', placeOf('ledger.json'), { what: 'changed', kept: names.name(join(out, 'ledger.damaged.json')) })] } // prettier-ignore
  const passing = unfinished(folder, out)
  if (passing.length > 0) return { same: 0, all: ledger.leaflets.size, findings: passing }
  if (print === undefined) return { same: 0, all: 0, findings: [finding('verify-nothing', placeOf('ledger.json'), {})] }
  const findings = new Map<string, readonly Finding[]>([...ledger.leaflets.keys()].map((id) => [id, []]))
  let [same, done] = [0, 0]
  for (const release of [false, true]) {
    const entries = [...ledger.leaflets].filter(([, entry]) => entry.release === release)
    const tasks = entries.map(([id, { issueDate, edition }]) => ({ order: orderOf(id, issueDate), edition }))
    const counter = new Counter(folder, undefined, new SeenFiles(folder))
    for await (const made of makeAll(tasks, counter, { proof: false, release, jobs })) {
      const { id } = made
      const entry = ledger.leaflets.get(id)!
      const place = placeOf(`${id}.pdf`)
      const found = [...onDisk(join(out, `${id}.pdf`), entry, place), ...compared(made, entry, place)]
      if (found.length === 0) same++
      findings.set(id, found)
      progress?.(++done, ledger.leaflets.size, id)
    }
  }
  return { same, all: ledger.leaflets.size, findings: [...findings.values()].flat() }
}

type Place = ReturnType<typeof fileStart>

function onDisk(path: string, entry: LedgerEntry, place: Place): Finding[] {
  if (look(path).sha256 === entry.sha256) return []
  return [finding('output-changed', place, { what: statOf(path) ? 'changed' : 'gone' })]
}

function compared({ id, pdf, facts }: Made, entry: LedgerEntry, place: Place): Finding[] {
  if (pdf && sha256(pdf) === entry.sha256) return []
  // Other inputs: no wonder. The same: this machine or this program cannot be relied on.
  const code = facts && facts.fingerprint === entry.fingerprint ? 'verify-differs' : 'verify-outdated'
  return [finding(code, place, { id })]
}
