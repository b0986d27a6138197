import { asideFinding } from '../../src/queue/look.js'
import { fileStart, finding, type Finding, type Place } from '../../src/report/index.js'

/** A place on a command line. test/queue looks at how each of these comes about. */
const at = (asked: string): Place => {
  const excerpt = 'doorstep build --queue redis://queue.example.org --store /mnt/leaflets'
  return { file: 'command line', line: 1, column: excerpt.indexOf(asked) + 1, excerpt }
}

/** Cases of what can be wrong with a queue: part of the table in cases.ts. */
export const queueCases = {
  'address-bad': {
    cause: '`--queue` or `--store` names nothing that Doorstep knows, or one of the two is not there.',
    input: (): readonly Finding[] => [
      finding('address-bad', at('--queue'), {
        option: '--queue',
        problem: 'is no address of a Redis',
        example: 'redis://host:6379, or rediss:// for TLS',
      }),
    ],
    said: `error[address-bad]  command line:1:16
  --queue is no address of a Redis
  1 │ doorstep build --queue redis://queue.example.org --store /mnt/leaflets
    │                ^
  fix: Write --queue redis://host:6379, or rediss:// for TLS`,
  },
  'queue-unreachable': {
    cause: 'Redis is not there, wants another password or TLS, or was lost for longer than `--patience`.',
    input: (): readonly Finding[] => [
      finding('queue-unreachable', at('redis://queue.example.org'), {
        address: 'redis://queue.example.org',
        problem: 'nothing answers at that address',
      }),
    ],
    said: `error[queue-unreachable]  command line:1:24
  The queue redis://queue.example.org cannot be reached: nothing answers at that address
  1 │ doorstep build --queue redis://queue.example.org --store /mnt/leaflets
    │                        ^ nothing yet: what was put on the queue stays there
  fix: Start Redis or correct the address (password: REDISCLI_AUTH), then run the same command again`,
  },
  'queue-unsuitable': {
    cause: 'Redis is there, but too old, or a replica.',
    input: (): readonly Finding[] => [
      finding('queue-unsuitable', at('redis://queue.example.org'), {
        address: 'redis://queue.example.org',
        problem: 'it is Redis 5.0.7; Doorstep needs 6.2 or newer',
      }),
    ],
    said: `error[queue-unsuitable]  command line:1:24
  The queue redis://queue.example.org cannot be used: it is Redis 5.0.7; Doorstep needs 6.2 or newer
  1 │ doorstep build --queue redis://queue.example.org --store /mnt/leaflets
    │                        ^
  fix: Name another Redis; docs/queue.md says what it needs`,
  },
  'queue-forgets': {
    cause: 'Redis is set up as a cache.',
    input: (): readonly Finding[] => [
      finding('queue-forgets', at('redis://queue.example.org'), { policy: 'allkeys-lru' }),
    ],
    said: `warning[queue-forgets]  command line:1:24
  This Redis throws jobs away when its memory is full (maxmemory-policy allkeys-lru)
  1 │ doorstep build --queue redis://queue.example.org --store /mnt/leaflets
    │                        ^
  fix: Set maxmemory-policy to noeviction in redis.conf`,
  },
  'queue-still': {
    cause: 'No worker runs, or none of those that do can make leaflets of this workspace.',
    input: (): readonly Finding[] => [
      finding('queue-still', at('redis://queue.example.org'), { seconds: 300, there: 'no worker is there' }),
    ],
    said: `error[queue-still]  command line:1:24
  No leaflet was finished for 300 s: no worker is there
  1 │ doorstep build --queue redis://queue.example.org --store /mnt/leaflets
    │                        ^ nothing yet: what was put on the queue stays there
  fix: Start "doorstep worker" with the same --queue and --store on some host, then run the same command again`,
  },
  'store-unusable': {
    cause: 'The folder or bucket cannot be written to, or its credentials are wrong.',
    input: (): readonly Finding[] => [
      finding('store-unusable', at('/mnt/leaflets'), { store: '/mnt/leaflets', problem: 'the disk is full' }),
    ],
    said: `error[store-unusable]  command line:1:58
  The store /mnt/leaflets cannot be used: the disk is full
  1 │ doorstep build --queue redis://queue.example.org --store /mnt/leaflets
    │                                                          ^
  fix: Correct --store or its credentials in the environment; docs/queue.md says what it needs`,
  },
  'store-lost': {
    cause: 'A worker left a leaflet in the store, and twice it was not there, or was another.',
    input: (): readonly Finding[] => [
      finding('store-lost', at('/mnt/leaflets'), {
        store: '/mnt/leaflets',
        host: 'press-2',
      }),
    ],
    said: `error[store-lost]  command line:1:58
  The store /mnt/leaflets does not give what press-2 put into it
  1 │ doorstep build --queue redis://queue.example.org --store /mnt/leaflets
    │                                                          ^
  fix: See that --store means the same folder or bucket here and on press-2, then run the same command again`,
  },
  'worker-differs': {
    cause: 'A worker runs with other files, fonts or another Doorstep than the build was asked from.',
    input: (): readonly Finding[] => [
      finding('worker-differs', fileStart('locales/tr/visit.json'), {
        host: 'press-2',
        problem: 'locales/tr/visit.json differs',
      }),
    ],
    said: `warning[worker-differs]  locales/tr/visit.json:1:1
  The worker on press-2 has another workspace, and makes nothing of this one: locales/tr/visit.json differs
  fix: Bring workspace and program on press-2 to what they are here; the worker sees a new workspace by itself`,
  },
  'worker-without-store': {
    cause: 'A worker cannot write to its store, or has another than the build.',
    input: (): readonly Finding[] => [
      finding('worker-without-store', at('/mnt/leaflets'), { host: 'press-2', problem: 'the disk is full' }),
    ],
    said: `warning[worker-without-store]  command line:1:58
  The worker on press-2 cannot use its store, and makes nothing: the disk is full
  1 │ doorstep build --queue redis://queue.example.org --store /mnt/leaflets
    │                                                          ^
  fix: Correct --store on press-2, or make room in it`,
  },
  'leaflet-set-aside': {
    cause: 'A leaflet was tried three times in vain, or brought its worker down twice.',
    input: (): readonly Finding[] => [
      asideFinding({
        leaflet: 'tr/visit.whole.standard',
        problem: 'its worker stopped in the middle, 2 times',
        host: '',
      }),
    ],
    said: `error[leaflet-set-aside]  templates/notices/visit.json:1:1
  tr/visit.whole.standard was set aside, nobody could make it: its worker stopped in the middle, 2 times
  Held, the last good edition stays: tr/visit.whole.standard
  fix: Correct its cause or report it; then "doorstep queue --again" puts it back on the queue`,
  },
}
