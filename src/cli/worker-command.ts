import { availableParallelism, hostname } from 'node:os'
import { resolve } from 'node:path'
import type { CommandLine } from './command-line.js'
import { Out } from './desk-out.js'
import type { CommonFlags, ExitCode } from './program.js'
import { addressesOf, type QueueFlags } from './queue-flags.js'
import { MANY, suitV8 } from './suit-v8.js'

export interface WorkerFlags extends CommonFlags, Omit<QueueFlags, 'patience'> {
  readonly jobs?: number
  readonly name?: string
  readonly silence?: number
  readonly verbose?: boolean
}

export async function workerCommand(flags: WorkerFlags, line: CommandLine): Promise<ExitCode> {
  const out = new Out(flags.json ?? false)
  const { address, store, findings: asking } = await addressesOf(flags, line)
  if (!address || !store) return out.end(asking, NOTHING)
  const { work } = await import('../queue/index.js')
  const threads = flags.jobs ?? availableParallelism()
  // A host of a queue is there for many.
  suitV8({ leaflets: MANY, all: MANY, threads })
  const stop = new AbortController()
  const signals = ['SIGTERM', 'SIGINT'] as const
  // Once: who cannot wait for the leaflets that are begun signals twice, and Node ends at the second.
  for (const signal of signals) process.once(signal, stopNow)
  function stopNow(): void {
    for (const signal of signals) process.off(signal, stopNow)
    stop.abort()
  }
  const { findings, ...count } = await work({
    folder: resolve(flags.workspace),
    address,
    store,
    environment: process.env,
    jobs: threads,
    host: flags.name ?? hostname(),
    ...(flags.silence === undefined ? {} : { lock: flags.silence * 1000 }),
    until: stop.signal,
    placeOf: (asked) => line.placeOf(asked),
    ready: (fingerprint) => {
      out.say(`Waits for leaflets at ${address.shown}; workspace ${fingerprint.slice(0, 12)}`)
    },
    made: (leaflet, { sha256, bytes, same }) => {
      const how = same ? 'same' : sha256 === undefined ? 'held' : 'made'
      if (flags.verbose) out.say(how === 'made' ? `made ${leaflet} ${bytes} bytes` : `${how} ${leaflet}`)
    },
    trouble: (problem) => {
      out.warn(problem)
    },
  })
  if (stop.signal.aborted)
    out.say(`Made ${count.made}, the same ${count.same}, held ${count.held}, failed ${count.failed}`)
  // A queue that is away is still waited for by what waits for queues; everything else is done.
  setTimeout(() => process.exit(), 500).unref()
  return out.end(findings, count)
}

const NOTHING = { made: 0, same: 0, held: 0, failed: 0 }
