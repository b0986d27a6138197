import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { createServer, type AddressInfo, type Server } from 'node:net'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { run } from '../cli/run.js'
import { queueAddress } from '../../src/queue/address.js'
import { lookIntoQueue } from '../../src/queue/look.js'
import { fileStart } from '../../src/report/index.js'
import { freePort, openRedis, redisInstalled } from './redis.js'

/** What is said of a queue before anything is begun. */
async function saidOf(url: string): Promise<string> {
  const { findings, counts } = await lookIntoQueue({ address: queueAddress(url)!, placeOf: fileStart })
  expect([findings.length, findings[0]?.severity, counts]).toEqual([1, 'error', undefined])
  return findings[0]!.title
}

test('who has no queue loads nothing for one', () => {
  const eager = readdirSync('src/cli').filter((file) =>
    /^import (?!type)[^'"]*'\.\.\/queue\//m.test(readFileSync(join('src/cli', file), 'utf8')),
  )
  expect(eager).toEqual([])
})

describe('an address', () => {
  test('is shown without its password, wherever that stands', () => {
    expect(queueAddress('redis://user:secret@host:6379/2')?.shown).toBe('redis://user@host:6379/2')
    expect(queueAddress('rediss://:secret@host')?.shown).toBe('rediss://host')
    expect(queueAddress('redis://host', { REDISCLI_AUTH: 's/e@c' })).toEqual({
      url: 'redis://:s%2Fe%40c@host',
      shown: 'redis://host',
    })
  })

  test.each(['', 'host:6379', 'http://host', 'redis://', 'redis://host/zero', '6379'])('"%s" is none', (text) => {
    expect(queueAddress(text)).toBeUndefined()
  })

  test.each([
    ['build', '--queue', 'redis://h'],
    ['build', '--queue', 'http://a:secret@h', '--store', 'x'],
    ['build', '--queue', 'redis://:sec/ret@h', '--store', 'x'],
    ['worker', '--queue', 'redis://h', '--store', 's3://'],
    ['queue', '--queue', 'redis//h'],
  ])('%s %s %s: one that cannot be used is said before anything is begun', async (...args) => {
    const { code, out, err } = await run(...args, '--json')
    const { findings } = JSON.parse(out) as { findings: { code: string }[] }
    expect([code, err, findings.map((f) => f.code)]).toEqual([1, '', ['address-bad']])
    expect(out).not.toMatch(/sec\/?ret/)
  })
})

describe.concurrent('a Redis that cannot be used is said in words, without waiting:', () => {
  const servers: Server[] = []
  afterAll(() => {
    for (const server of servers) server.close()
  })
  /** Something that listens, and answers every command, or whatever it gets, with the same bytes. */
  async function listener(answer: string | undefined): Promise<string> {
    const server = createServer((socket) => {
      socket.on('error', () => undefined)
      if (answer !== undefined)
        socket.on('data', (asked) => socket.write(answer.repeat(String(asked).match(/^\*\d/gm)?.length ?? 1)))
    }).listen(0, '127.0.0.1')
    servers.push(server)
    await once(server, 'listening')
    return `127.0.0.1:${(server.address() as AddressInfo).port}`
  }
  const info = (...lines: string[]): string => {
    const text = lines.map((l) => `${l}\r\n`).join('')
    return `$${text.length}\r\n${text}\r\n`
  }

  test('nothing there', async () => {
    const url = `redis://127.0.0.1:${await freePort()}`
    const title = `The queue ${url} cannot be reached: nothing answers at that address`
    expect(await saidOf(url)).toBe(title)
    expect(await run('queue', '--queue', url)).toMatchObject({ code: 1, out: '', err: expect.stringContaining(title) as string }) // prettier-ignore
  })
  test('no such host', async () => {
    expect(await saidOf('redis://host.invalid')).toMatch(/there is no host of that name$/)
  })
  test('another program', async () => {
    const url = `redis://${await listener('HTTP/1.1 400 Bad Request\r\n\r\n')}`
    expect(await saidOf(url)).toMatch(/what answers there is no Redis$/)
  })
  test('one that says nothing', async () => {
    const started = performance.now()
    expect(await saidOf(`redis://${await listener(undefined)}`)).toMatch(/it does not answer within 5 s$/)
    expect(performance.now() - started).toBeLessThan(9_000)
  })
  test('an old one', async () => {
    const url = `redis://${await listener(info('redis_version:5.0.7', 'role:master'))}`
    expect(await saidOf(url)).toMatch(/cannot be used: it is Redis 5\.0\.7; Doorstep needs 6\.2 or newer$/)
  })
  test('a replica', async () => {
    const url = `redis://${await listener(info('redis_version:7.0.15', 'role:slave'))}`
    expect(await saidOf(url)).toMatch(/cannot be used: it is a replica, which takes no jobs$/)
  })

  describe.skipIf(!redisInstalled)('a real one', () => {
    test('with a password', async () => {
      const redis = await openRedis({ password: 'right' })
      expect(await saidOf(redis.url)).toMatch(/it asks for a password$/)
      expect(await saidOf(redis.url.replace('//', '//:wrong@'))).toMatch(/it has another password$/)
      const { code, err } = await run('queue', '--queue', redis.url.replace('//', '//:right@'))
      expect([code, err]).toEqual([0, ''])
      await redis.close()
    })
    test('without TLS', async () => {
      const redis = await openRedis()
      expect(await saidOf(redis.url.replace('redis:', 'rediss:'))).toMatch(/if it does not speak TLS, the address begins with redis:\/\/$/) // prettier-ignore
      await redis.close()
    })
  })
})
