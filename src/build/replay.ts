import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { inLeaflets, mergeFindings, type Finding } from '../report/index.js'
import type { BuildOptions, BuildReport, BuiltLeaflet } from './build.js'
import { PLATFORM } from './engine.js'
import { parseLedger, type BuildLedger, type Making } from './ledger.js'
import { orderOf, readNotebook, writeNotebook } from './notebook.js'
import { isInterrupted, LOCK } from './publish.js'
import { EDITIONS, LEDGER, readRecord } from './record.js'
import type { Request } from './orders.js'
import { moved, sha256, statOf } from './seen.js'

/**
 * The report of a build in which nothing differs, from the ledger alone: no file of the workspace is read, none of the
 * libraries that make leaflets is loaded. Undefined if something may differ: then the long way says what.
 */
export function replay(options: BuildOptions): BuildReport | undefined {
  const { folder, out, request } = options
  const notebook = readNotebook(out)
  const ids = notebook?.requests.get(requestKey(request))
  if (!notebook || !ids || notebook.platform !== PLATFORM || existsSync(join(out, LOCK)) || isInterrupted(out))
    return undefined
  const { moved: gone, again } = moved(notebook.seen, folder)
  if (gone.size > 0) return undefined
  const text = readRecord(join(out, LEDGER))
  if (text === undefined || sha256(text) !== notebook.ledger) return undefined
  const ledger = parseLedger(text)
  if (!ledger) return undefined

  const books = [...notebook.outputs].filter(([file]) => file.startsWith(`${EDITIONS}/`))
  if (books.some(([file, stat]) => statOf(join(out, file))?.stat !== stat)) return undefined

  const all: Told[] = []
  for (const id of ids) {
    const told = tell(id, ledger, options)
    if (!told || (told.leaflet.state === 'current' && !isInPlace(id, out, notebook.outputs))) return undefined
    all.push(told)
  }
  // Files that were young then are old now: next time their times are enough.
  if (again.size > 0) writeNotebook(out, { ...notebook, seen: new Map([...notebook.seen, ...again]) })
  return { leaflets: all.map((told) => told.leaflet), findings: mergeFindings(named(all)) }
}

/** What was asked for, but for the day. */
export const requestKey = ({ languages, formats, services, notice }: Request): string =>
  JSON.stringify([languages, formats, services, notice])

/** A leaflet, and what is said of it, without its name. */
export interface Told {
  readonly leaflet: BuiltLeaflet
  readonly findings: readonly Finding[]
}

/** What is said of leaflets, with their names; one at a time, since thousands of leaflets have dozens each. */
export function* named(all: Iterable<Told>): Generator<Finding> {
  for (const { leaflet, findings } of all) for (const f of findings) yield inLeaflets(f, [leaflet.id])
}

/** What the ledger says of a leaflet, if it was made as it is asked for now. */
export function tell(id: string, { leaflets, held }: BuildLedger, options: BuildOptions): Told | undefined {
  const [entry, stopped] = [leaflets.get(id), held.get(id)]
  const [making, state] = stopped ? [stopped, 'held' as const] : [entry, 'current' as const]
  if (!making || !isAsAsked(making, options)) return undefined
  const order = orderOf(id, options.request.issueDate)
  const leaflet = { ...order, id, state, file: `${id}.pdf` }
  const { findings } = making
  if (stopped || !entry) return { leaflet: { ...leaflet, bytes: 0, pages: 0 }, findings }
  const { bytes, pages, edition } = entry
  return { leaflet: { ...leaflet, bytes, pages, edition }, findings }
}

/** Whether what was made counts for what is asked: the same day; proven, if a proof is asked for; released or not. */
export const isAsAsked = ({ issueDate, proven, release }: Making, { request, ...asked }: BuildOptions): boolean =>
  issueDate === request.issueDate && (proven || !asked.proof) && release === asked.release

const isInPlace = (id: string, out: string, outputs: ReadonlyMap<string, string>): boolean =>
  statOf(join(out, `${id}.pdf`))?.stat === outputs.get(id) && outputs.has(id)
