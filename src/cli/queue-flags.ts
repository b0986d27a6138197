import type { Coordinator, QueueAddress, StoreAddress } from '../queue/index.js'
import { finding, type Finding } from '../report/index.js'
import type { CommandLine } from './command-line.js'
import type { Out } from './desk-out.js'

export interface QueueFlags {
  readonly queue: string
  readonly store: string
  readonly patience: number
}

/** A build's queue, to be asked when there is a leaflet to make; without `--queue` nothing at all. */
export interface BuildQueue extends Partial<Pick<Coordinator, 'makeAll'>> {
  /** It is no address; its findings say why. */
  readonly held?: true
  findings(): readonly Finding[]
  close(): Promise<void>
}

const NOTHING: BuildQueue = { findings: () => [], close: () => Promise.resolve() }
/** Seconds. A worker that went silent has lost its jobs to others long before. */
const PATIENCE = 300

export async function queueOf(flags: Partial<QueueFlags>, line: CommandLine, out: Out): Promise<BuildQueue> {
  if (flags.queue === undefined) return NOTHING
  const { address, store, findings: asking } = await addressesOf(flags, line)
  if (!address || !store) return { ...NOTHING, held: true, findings: () => asking }
  const { coordinate } = await import('../queue/index.js')
  return coordinate({
    address,
    store,
    environment: process.env,
    patience: flags.patience ?? PATIENCE,
    placeOf: (asked) => line.placeOf(asked),
    waiting: (workers) => {
      out.waiting(workers === 0 ? 'no worker is there yet: doorstep worker' : 'waiting for workers')
    },
  })
}

/** What `--queue` and `--store` name. */
export async function addressesOf(
  { queue, store }: Partial<QueueFlags>,
  line: CommandLine,
): Promise<{ address?: QueueAddress; store?: StoreAddress; findings: Finding[] }> {
  const { queueAddress, storeAddress } = await import('../queue/index.js')
  const address = queue === undefined ? undefined : queueAddress(queue, process.env)
  const place = store === undefined ? undefined : storeAddress(store)
  const findings: Finding[] = []
  const bad = (option: string, problem: string, example: string): void => {
    findings.push(finding('address-bad', line.placeOf(option), { option, problem, example }))
  }
  if (!address) bad('--queue', 'is no address of a Redis', 'redis://host:6379, or rediss:// for TLS')
  if (store === undefined)
    bad('--queue', 'needs --store, the place where workers leave what they make', 'redis://… --store FOLDER') // prettier-ignore
  else if (!place) bad('--store', 'is neither a folder nor a bucket', '/a/folder or s3://bucket/prefix')
  return { findings, ...(address ? { address } : {}), ...(place ? { store: place } : {}) }
}
