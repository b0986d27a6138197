import { Redis } from 'ioredis'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openStore, storeAddress } from '../../src/queue/open-store.js'
import type { Store } from '../../src/queue/store.js'
import { openRedis, redisInstalled, type TestRedis } from './redis.js'
import { KEYS, openS3, type TestS3 } from './s3.js'
import { CHOICE, madeBy, openTown, type Town } from './town.js'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('a store in a bucket', () => {
  let s3: TestS3
  const open = (place = 's3://leaflets/spring/2026', environment: Record<string, string> = {}): Promise<Store> =>
    openStore(storeAddress(place)!, { ...KEYS, AWS_ENDPOINT_URL: s3.endpoint, ...environment })
  beforeEach(async () => {
    s3 = await openS3('leaflets')
  })
  afterEach(() => s3.close())

  test('gives back what was put, signed as Amazon asks, and knows what is not there', async () => {
    const store = await open()
    await store.put('pdf/ab/abc.pdf', bytes('%PDF'))
    expect(Buffer.from((await store.get('pdf/ab/abc.pdf'))!).toString()).toBe('%PDF')
    expect(await store.get('pdf/no')).toBeUndefined()
    expect(s3.asked).toEqual([
      'PUT /leaflets/spring/2026/about.txt 200',
      'PUT /leaflets/spring/2026/pdf/ab/abc.pdf 200',
      'GET /leaflets/spring/2026/pdf/ab/abc.pdf 200',
      'GET /leaflets/spring/2026/pdf/no 404',
    ])
  })

  test('is asked again when it is busy', async () => {
    s3.troubles.push(503, 503)
    await open()
    expect(s3.asked.map((a) => a.slice(-3))).toEqual(['503', '503', '200'])
  })

  test.each([
    ['s3://leaflets', { AWS_SECRET_ACCESS_KEY: 'another' }, 'AWS_SECRET_ACCESS_KEY is another than its own'],
    ['s3://leaflets', { AWS_ACCESS_KEY_ID: 'another' }, 'it does not know AWS_ACCESS_KEY_ID'],
    ['s3://leaflets', { AWS_ACCESS_KEY_ID: '' }, 'AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not set'],
    ['s3://letters', {}, 'there is no such bucket'],
    ['s3://leaflets', { AWS_ENDPOINT_URL: 'http://127.0.0.1:29' }, 'nothing answers at its address'],
    ['s3://leaflets', { AWS_ENDPOINT_URL: 'minio:9000' }, 'AWS_ENDPOINT_URL is "minio:9000", which is no address'],
  ])('%s with %j is refused in words', async (place, environment, words) => {
    await expect(open(place, environment)).rejects.toThrow(words)
  })
})

test.each(['', 's3://', 's3://UPPER', 'ftp://host/folder', 'http://bucket.example.org'])('"%s" is no store', (text) => {
  expect(storeAddress(text)).toBeUndefined()
})

describe.skipIf(!redisInstalled)('a build by queue', () => {
  let town: Town
  let redis: TestRedis
  beforeAll(async () => {
    town = openTown()
    redis = await openRedis()
  })
  afterAll(async () => {
    await town.close()
    await redis.close()
  })

  test('makes anew what its store lost or changed, and holds what the store never gives', async () => {
    const here = town.shop.copy()
    const worker = await town.worker(redis.url, 'a')
    await town.build(redis.url, here.folder).end()
    const before = here.output()
    here.remove('output')
    const files = readdirSync(join(town.store, 'pdf'), { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.pdf')) // prettier-ignore
    expect(files).toHaveLength(6)
    rmSync(join(town.store, 'pdf', files[0]!))
    writeFileSync(join(town.store, 'pdf', files[1]!), '%PDF-1.7, but another')
    expect((await town.build(redis.url, here.folder).end()).code).toBe(0)
    expect(here.output()).toEqual(before)
    expect(madeBy(worker)).toHaveLength(8)

    // The same queue, and a store that is not the worker's.
    const store = mkdtempSync(join(tmpdir(), 'doorstep-store-'))
    here.remove('output')
    const one = [...CHOICE, '--languages', 'pl', '--services', 'whole']
    const { code, out } = await town.run(['build', ...one, '--workspace', here.folder, '--queue', redis.url, '--store', store]).end() // prettier-ignore
    expect([code, (JSON.parse(out) as { findings: unknown }).findings]).toMatchObject([
      1,
      [{ code: 'store-lost', title: `The store ${store} does not give what a put into it` }],
    ])
    rmSync(store, { recursive: true })
    await worker.kill()
    here.close()
  })

  test('goes by a bucket, and no key or password stands on the queue or is said', async () => {
    const s3 = await openS3('leaflets')
    const secrets = { ...KEYS, AWS_ENDPOINT_URL: s3.endpoint }
    const here = town.shop.copy()
    here.write('locales/en/leaflet.json', here.read('locales/en/leaflet.json').replace('{', '{ "x": "so that all is new",')) // prettier-ignore
    const worker = await town.worker(redis.url, 'a', { folder: here.folder, store: 's3://leaflets/x', environment: secrets }) // prettier-ignore
    const build = await town.run(['build', ...CHOICE, '--workspace', here.folder, '--queue', redis.url, '--store', 's3://leaflets/x'], secrets).end() // prettier-ignore
    expect([build.code, build.err]).toEqual([0, ''])
    expect(Object.keys(here.output()).filter((file) => file.endsWith('.pdf'))).toHaveLength(6)
    expect([...s3.files.keys()].filter((file) => file.endsWith('.pdf'))).toHaveLength(6)
    await worker.kill()
    const client = new Redis(redis.url)
    const kept: unknown[] = []
    for (const key of await client.keys('*')) if ((await client.type(key)) === 'hash') kept.push(await client.hgetall(key)) // prettier-ignore
    client.disconnect()
    expect(kept.length).toBeGreaterThan(6)
    expect(`${JSON.stringify(kept)}${worker.said()}${build.out}`).not.toMatch(/AKIATEST|a\+secret/)
    await s3.close()
    here.close()
  })
})
