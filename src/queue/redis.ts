// The one file that knows ioredis. It takes up a lost connection by itself, for ever unless `retryStrategy` ends that;
// commands wait meanwhile, or fail after `maxRetriesPerRequest` attempts. Without a listener for `error` it writes to the
// console. After `disconnect` of a connection that failed it keeps the process alive for `disconnectTimeout`, 2 s. Password errors come from the server, as text.
import { Redis } from 'ioredis'
import type { QueueAddress } from './address.js'

/** Milliseconds until a Redis must have answered that nobody has spoken to yet. */
const PATIENCE = 5_000
/** The oldest Redis that BullMQ's scripts are at home on. */
const OLDEST = [6, 2]

/** What stands in the way of using a Redis: it cannot be reached, or it can and will not do. */
export type Knock =
  | { readonly kind: 'good'; readonly forgets?: string }
  | { readonly kind: 'unreachable' | 'unsuitable'; readonly problem: string }

/** Looks whether there is a Redis that can be used, once, and not for long. */
export async function knock({ url }: QueueAddress): Promise<Knock> {
  const redis = new Redis(url, {
    lazyConnect: true,
    retryStrategy: () => null,
    maxRetriesPerRequest: 0,
    connectTimeout: PATIENCE,
    commandTimeout: PATIENCE,
    disconnectTimeout: 100,
  })
  // The connection says first why it failed, and the commands then only that they did.
  let first: unknown
  redis.on('error', (error: unknown) => (first ??= error))
  let timer: NodeJS.Timeout | undefined
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Silence(url))
    }, PATIENCE)
  })
  try {
    // A server that takes the connection and says nothing would be waited for without end.
    return judged(await Promise.race([redis.connect().then(() => redis.info()), silence]))
  } catch (error) {
    return { kind: 'unreachable', problem: connectionProblem(first ?? error) }
  } finally {
    clearTimeout(timer)
    redis.disconnect()
  }
}

/** Whoever waits for TLS and whoever knows none wait for each other. */
class Silence extends Error {
  constructor(url: string) {
    const tls = url.startsWith('rediss:') ? '; if it does not speak TLS, the address begins with redis://' : ''
    super(`it does not answer within ${PATIENCE / 1000} s${tls}`)
  }
}

/** A connection that outlives losses. `patient`: commands wait for it; else they fail soon and are asked again. */
export function connect({ url }: QueueAddress, kind: 'patient' | 'asking'): Redis {
  const redis = new Redis(url, {
    retryStrategy: (times) => Math.min(100 * times, 2_000),
    maxRetriesPerRequest: kind === 'patient' ? null : 0,
    connectTimeout: PATIENCE,
    disconnectTimeout: 100,
    // A host that vanished without a word.
    ...(kind === 'asking' ? { commandTimeout: 2 * PATIENCE } : {}),
  })
  // Whoever uses it hears of losses from BullMQ or from the commands.
  redis.on('error', () => undefined)
  return redis
}

function judged(info: string): Knock {
  const say = (name: string): string => new RegExp(`^${name}:(.*?)\\r?$`, 'm').exec(info)?.[1] ?? ''
  const version = say('redis_version')
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (version !== '' && (major < OLDEST[0]! || (major === OLDEST[0] && minor < OLDEST[1]!)))
    return { kind: 'unsuitable', problem: `it is Redis ${version}; Doorstep needs ${OLDEST.join('.')} or newer` }
  if (say('role') === 'slave') return { kind: 'unsuitable', problem: 'it is a replica, which takes no jobs' }
  const policy = say('maxmemory_policy')
  return { kind: 'good', ...(policy === '' || policy === 'noeviction' ? {} : { forgets: policy }) }
}

/** Why there is no connection, in words for people. */
export function connectionProblem(error: unknown): string {
  if (error instanceof Silence) return error.message
  const { code, message } = error as NodeJS.ErrnoException
  const words: Readonly<Record<string, string>> = {
    ECONNREFUSED: 'nothing answers at that address',
    ECONNRESET: 'it ends the connection at once; if it wants TLS, the address begins with rediss://',
    ENOTFOUND: 'there is no host of that name',
    EAI_AGAIN: 'there is no host of that name',
    EHOSTUNREACH: 'there is no way to that host',
    ENETUNREACH: 'there is no way to that host',
    ETIMEDOUT: `it does not answer within ${PATIENCE / 1000} s`,
    EPROTO: 'it does not speak TLS: the address begins with redis://',
    ERR_SSL_WRONG_VERSION_NUMBER: 'it does not speak TLS: the address begins with redis://',
    DEPTH_ZERO_SELF_SIGNED_CERT: UNTRUSTED,
    SELF_SIGNED_CERT_IN_CHAIN: UNTRUSTED,
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: UNTRUSTED,
    UNABLE_TO_GET_ISSUER_CERT_LOCALLY: UNTRUSTED,
    ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is of another host',
    CERT_HAS_EXPIRED: 'its certificate is no longer good',
  }
  if (code !== undefined && words[code] !== undefined) return words[code]
  if (/^NOAUTH/.test(message)) return 'it asks for a password'
  if (/^(?:WRONGPASS|ERR invalid password)/.test(message)) return 'it has another password'
  if (/^NOPERM/.test(message)) return 'this user may not do what a queue needs'
  if (/timed out|ETIMEDOUT/.test(message)) return words['ETIMEDOUT']!
  if (/Connection is closed|max retries/.test(message)) return 'the connection is lost'
  if (/^Protocol error/.test(message)) return 'what answers there is no Redis'
  return `it answers ${message.split('\n')[0]!}`
}

const UNTRUSTED =
  'its certificate is signed by nobody who is trusted here; NODE_EXTRA_CA_CERTS names a file of those who are'
