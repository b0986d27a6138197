import { finding, type Finding, type Place } from '../report/index.js'
import type { QueueAddress } from './address.js'
import { openStore } from './open-store.js'
import { connectionProblem, knock } from './redis.js'
import { StoreError, type Store, type StoreAddress } from './store.js'

export interface Tools {
  readonly address: QueueAddress
  readonly store: StoreAddress
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly placeOf: (asked: string) => Place
}

/** Looks at queue and store before anything is begun; no store: something stands in the way. */
export async function openTools(tools: Tools): Promise<{ store?: Store; findings: Finding[] }> {
  const findings = await knockFindings(tools)
  try {
    const store = await openStore(tools.store, tools.environment)
    return findings.some((f) => f.severity === 'error') ? { findings } : { store, findings }
  } catch (error) {
    return { findings: [...findings, storeFinding(error, tools)] }
  }
}

/** What is wrong with a queue's Redis. */
export async function knockFindings({ address, placeOf }: Pick<Tools, 'address' | 'placeOf'>): Promise<Finding[]> {
  const place = placeOf(address.shown)
  const knocked = await knock(address)
  if (knocked.kind === 'good')
    return knocked.forgets === undefined ? [] : [finding('queue-forgets', place, { policy: knocked.forgets })]
  return [finding(`queue-${knocked.kind}`, place, { address: address.shown, problem: knocked.problem })]
}

/** What is wrong with a store. Throws on anything else: that is a bug. */
export function storeFinding(error: unknown, { store, placeOf }: Pick<Tools, 'store' | 'placeOf'>): Finding {
  if (!(error instanceof StoreError)) throw error
  return finding('store-unusable', placeOf(store.shown), { store: store.shown, problem: error.message })
}

/** What BullMQ or Redis says when it goes wrong in the middle. */
export function troubleOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'ECONNRESET') return 'the connection is lost'
  if (/lock for job/.test(message)) return 'it was away for too long, so that a leaflet may be made twice'
  return connectionProblem(error)
}
