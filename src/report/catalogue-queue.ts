import { entry } from './entry.js'

/** What can be wrong with a queue, its workers and their store: part of the table in catalogue.ts. */
export const queueFindings = {
  // — more than one machine —
  'address-bad': entry<{ option: string; problem: string; example: string }>({
    severity: 'error',
    title: (f) => `${f.option} ${f.problem}`,
    fix: (f) => `Write ${f.option} ${f.example}`,
  }),
  'queue-unreachable': entry<{ address: string; problem: string }>({
    severity: 'error',
    title: (f) => `The queue ${f.address} cannot be reached: ${f.problem}`,
    printed: () => 'nothing yet: what was put on the queue stays there',
    fix: () => 'Start Redis or correct the address (password: REDISCLI_AUTH), then run the same command again',
  }),
  'queue-unsuitable': entry<{ address: string; problem: string }>({
    severity: 'error',
    title: (f) => `The queue ${f.address} cannot be used: ${f.problem}`,
    fix: () => 'Name another Redis; docs/queue.md says what it needs',
  }),
  'queue-forgets': entry<{ policy: string }>({
    severity: 'warning',
    title: (f) => `This Redis throws jobs away when its memory is full (maxmemory-policy ${f.policy})`,
    fix: () => 'Set maxmemory-policy to noeviction in redis.conf',
  }),
  'queue-still': entry<{ seconds: number; there: string }>({
    severity: 'error',
    title: (f) => `No leaflet was finished for ${f.seconds} s${f.there === '' ? '' : `: ${f.there}`}`,
    printed: () => 'nothing yet: what was put on the queue stays there',
    fix: () =>
      'Start "doorstep worker" with the same --queue and --store on some host, then run the same command again',
  }),
  'store-unusable': entry<{ store: string; problem: string }>({
    severity: 'error',
    title: (f) => `The store ${f.store} cannot be used: ${f.problem}`,
    fix: () => 'Correct --store or its credentials in the environment; docs/queue.md says what it needs',
  }),
  'store-lost': entry<{ store: string; host: string }>({
    severity: 'error',
    title: (f) => `The store ${f.store} does not give what ${f.host} put into it`,
    fix: (f) =>
      `See that --store means the same folder or bucket here and on ${f.host}, then run the same command again`,
  }),
  'worker-differs': entry<{ host: string; problem: string }>({
    severity: 'warning',
    title: (f) => `The worker on ${f.host} has another workspace, and makes nothing of this one: ${f.problem}`,
    fix: (f) =>
      `Bring workspace and program on ${f.host} to what they are here; the worker sees a new workspace by itself`,
  }),
  'worker-without-store': entry<{ host: string; problem: string }>({
    severity: 'warning',
    title: (f) => `The worker on ${f.host} cannot use its store, and makes nothing: ${f.problem}`,
    fix: (f) => `Correct --store on ${f.host}, or make room in it`,
  }),
  'leaflet-set-aside': entry<{ leaflet: string; problem: string; host: string }>({
    severity: 'error',
    title: (f) =>
      `${f.leaflet} was set aside, nobody could make it: ${f.problem}${f.host === '' ? '' : ` (last on ${f.host})`}`,
    fix: () => 'Correct its cause or report it; then "doorstep queue --again" puts it back on the queue',
  }),
}
