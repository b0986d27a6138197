import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openStore, storeAddress } from '../../src/queue/open-store.js'
import type { Store } from '../../src/queue/store.js'
import { KEYS, openS3, type TestS3 } from './s3.js'

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
