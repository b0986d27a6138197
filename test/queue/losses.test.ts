import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Workshop } from '../build/workspace.js'
import { openRedis, redisInstalled, type TestRedis } from './redis.js'
import { CHOICE, madeBy, openTown, type Town } from './town.js'

const notice = 'visit'

describe.skipIf(!redisInstalled)('a build by queue comes through when', () => {
  let town: Town
  let expected: ReturnType<Workshop['output']>
  let here: Workshop
  let redis: TestRedis | undefined
  beforeAll(async () => {
    town = openTown()
    here = town.shop.copy()
    expect(await town.run(['build', ...CHOICE, '--workspace', here.folder]).end()).toMatchObject({ code: 0, err: '' })
    expected = here.output()
    here.close()
  })
  afterAll(() => town.close())
  beforeEach(() => {
    here = town.shop.copy()
  })
  afterEach(async () => {
    await redis?.close()
    here.close()
  })

  test('a worker is killed in the middle of a leaflet', async () => {
    redis = await openRedis()
    const slow = await town.worker(redis.url, 'a', { environment: { SLOW: '400' } })
    const build = town.build(redis.url, here.folder)
    await slow.hears(/made /)
    // The next one is begun when the first is done.
    await slow.kill()
    const other = await town.worker(redis.url, 'b')
    expect(await build.end()).toMatchObject({ code: 0, err: '' })
    expect(here.output()).toEqual(expected)
    expect(new Set(madeBy(slow, other)).size).toBe(6)
    await other.kill()
  })

  test.each([
    ['with all that it knew', true],
    ['with nothing that it knew', false],
  ])('Redis is killed and comes back %s', async (_, durable) => {
    redis = await openRedis({ durable })
    const worker = await town.worker(redis.url, 'a', { environment: { SLOW: '200' } })
    const build = town.build(redis.url, here.folder)
    await worker.hears(/(?:made .*\n){2}/)
    await redis.kill()
    await worker.hears('trouble: The queue: nothing answers at that address')
    await redis.start()
    expect(await build.end()).toMatchObject({ code: 0, err: '' })
    expect(here.output()).toEqual(expected)
    expect(new Set(madeBy(worker)).size).toBe(6)
    await worker.kill()
  })

  test('a leaflet brings its worker down twice: it is set aside, the others are made', async () => {
    redis = await openRedis()
    const deadly = { environment: { DEADLY: 'en.care' } }
    const build = town.build(redis.url, here.folder)
    for (const name of ['a', 'b']) await (await town.worker(redis.url, name, deadly)).end()
    const good = await town.worker(redis.url, 'c')
    const { code, out } = await build.end()
    const id = `en/${notice}.care.standard`
    const { findings } = JSON.parse(out) as { findings: { title: string; leaflets: string[] }[] }
    expect([code, findings.map((f) => [f.title, f.leaflets])]).toEqual([
      1,
      [[`${id} was set aside, nobody could make it: its worker stopped in the middle, 2 times`, [id]]],
    ])
    expect(madeBy(good)).not.toContain(id)
    expect(Object.keys(here.output()).filter((file) => file.endsWith('.pdf'))).toHaveLength(5)
    await good.kill()
  })
})

test.skipIf(!redisInstalled)('a build whose Redis stays away ends in words, and what is made stays made', async () => {
  const town = openTown()
  const redis = await openRedis()
  const worker = await town.worker(redis.url, 'a', { environment: { SLOW: '500' } })
  const build = town.run(['build', ...CHOICE, '--workspace', town.shop.folder, '--queue', redis.url, '--store', town.store, '--patience', '3']) // prettier-ignore
  await worker.hears(/made /)
  await redis.kill()
  const { code, out, err } = await build.end()
  expect([code, err]).toEqual([1, ''])
  expect((JSON.parse(out) as { findings: unknown }).findings).toMatchObject([
    {
      code: 'queue-unreachable',
      title: `The queue ${redis.url} cannot be reached: the connection is lost`,
    },
  ])
  // A worker waits for its Redis to come back, unless it is told to stop.
  worker.child.kill('SIGTERM')
  await worker.hears('ended')
  await redis.close()
  await town.close()
})
