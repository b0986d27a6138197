import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { checkNotices } from '../notice/index.js'
import type { Finding } from '../report/index.js'
import type { BuildOptions } from './build.js'
import { Counter } from './counter.js'
import { BACK_ROOM } from './notebook.js'
import { takeOrders } from './orders.js'
import { LEDGER } from './record.js'
import type { SeenByPath } from './seen.js'

export interface WrongRequest {
  readonly findings: readonly Finding[]
  /** What was read to tell so. */
  readonly seen: SeenByPath
}

/**
 * A request of which nothing can be made, for an output folder in which nothing was built yet: then not even the folder
 * is made. Undefined if there is something to do or to note.
 */
export function wrongRequest({ folder, out, request }: Asked): WrongRequest | undefined {
  if ([BACK_ROOM, LEDGER].some((name) => existsSync(join(out, name)))) return undefined
  const counter = new Counter(folder)
  const { orders, findings: asking } = takeOrders(counter, request)
  // Where something was built, the last notice may be withdrawn so.
  const findings = [...asking, ...(counter.workspace ? checkNotices(counter.workspace) : [])]
  return orders.length === 0 && findings.length > 0 ? { findings, seen: counter.seen.all } : undefined
}

type Asked = Pick<BuildOptions, 'folder' | 'out' | 'request'>
