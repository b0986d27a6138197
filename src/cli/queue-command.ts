import type { CommandLine } from './command-line.js'
import { Out } from './desk-out.js'
import type { CommonFlags, ExitCode } from './program.js'
import { addressesOf, type QueueFlags } from './queue-flags.js'

export interface QueueCommandFlags extends CommonFlags, Pick<QueueFlags, 'queue'> {
  readonly again?: boolean
  readonly forget?: boolean
}

export async function queueCommand(flags: QueueCommandFlags, line: CommandLine): Promise<ExitCode> {
  const out = new Out(flags.json ?? false)
  // No leaflet is fetched or left: it needs no store.
  const { address, findings: asking } = await addressesOf({ queue: flags.queue, store: '.' }, line)
  if (!address) return out.end(asking, { aside: [] })
  const { lookIntoQueue } = await import('../queue/index.js')
  const empty = flags.again ? 'again' : flags.forget ? 'forget' : undefined
  const { findings, ...look } = await lookIntoQueue({ address, placeOf: (asked) => line.placeOf(asked) }, empty)
  const { counts, workers, aside } = look
  if (counts) {
    const there = workers === undefined ? [] : [`${workers} connected`]
    out.say([`workers    ${there.join('') || 'not told'}`, `waiting    ${counts.waiting}`, `being made ${counts.making}`, `made       ${counts.made}`, `set aside  ${counts.aside}`].join('\n')) // prettier-ignore
  }
  for (const { leaflet, problem, host } of aside) out.say(`  ${leaflet}: ${problem}${host === '' ? '' : ` (${host})`}`)
  return out.end(findings, look)
}
