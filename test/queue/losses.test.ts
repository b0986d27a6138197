import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, vi } from 'vitest'
import type { Workshop } from '../build/workspace.js'
import { openRedis, redisInstalled } from './redis.js'
import { allMadeBy, CHOICE, madeBy, test as base } from './town.js'

/** What one machine makes of the town's workspace, worked out once. */
const test = base.extend<{ expected: ReturnType<Workshop['output']> }>({
  expected: [
    async ({ town }, use) => {
      const shop = town.shop.copy()
      await town.run(['build', ...CHOICE, '--workspace', shop.folder]).end()
      await use(shop.output())
      shop.close()
    },
    { scope: 'file' },
  ],
})

describe.skipIf(!redisInstalled).concurrent('a build by queue comes through when', () => {
  test('a worker is killed in the middle of a leaflet', async ({ town, here, redis, expected }) => {
    const slow = await town.worker(redis.url, 'a', { silence: 3, environment: { SLOW: '400' } })
    const build = town.build(redis.url, here.folder)
    await slow.hears(/made /)
    // The next one is begun when the first is done.
    await slow.kill()
    const other = await town.worker(redis.url, 'b', { silence: 3 })
    expect(await build.end()).toMatchObject({ code: 0, err: '' })
    expect(here.output()).toEqual(expected)
    expect(new Set(await allMadeBy(6, slow, other)).size).toBe(6)
    await other.kill()
  })

  test.for([
    ['with all that it knew', true],
    ['with nothing that it knew', false],
  ] as const)('Redis is killed and comes back %s', async ([, durable], { town, here, expected }) => {
    const redis = await openRedis({ durable })
    const worker = await town.worker(redis.url, 'a', { silence: 3, environment: { SLOW: '200' } })
    const build = town.build(redis.url, here.folder)
    await worker.hears(/(?:made .*\n){2}/)
    await redis.kill()
    await worker.hears('The queue: nothing answers at that address')
    await redis.start()
    expect(await build.end()).toMatchObject({ code: 0, err: '' })
    expect(here.output()).toEqual(expected)
    expect(new Set(await allMadeBy(6, worker)).size).toBe(6)
    await worker.kill()
    await redis.close()
  })

  test('a leaflet brings its worker down twice: it is set aside, the others are made', async ({
    town,
    here,
    redis,
  }) => {
    const build = town.build(redis.url, here.folder)
    const deadly = { silence: 3, environment: { DEADLY: 'en.care' } }
    for (const name of ['a', 'b']) await (await town.worker(redis.url, name, deadly)).end()
    const good = await town.worker(redis.url, 'c', { silence: 3 })
    const { code, out } = await build.end()
    const id = 'en/visit.care.standard'
    const { findings } = JSON.parse(out) as { findings: { title: string; leaflets: string[] }[] }
    expect([code, findings.map((f) => [f.title, f.leaflets])]).toEqual([
      1,
      [[`${id} was set aside, nobody could make it: its worker stopped in the middle, 2 times`, [id]]],
    ])
    expect(madeBy(good)).not.toContain(id)
    expect(Object.keys(here.output()).filter((file) => file.endsWith('.pdf'))).toHaveLength(5)
    await good.kill()
  })

  test('its Redis stays away: it ends in words, and what is made stays made', async ({ town, here, redis }) => {
    const worker = await town.worker(redis.url, 'a', { environment: { SLOW: '500' } })
    const build = town.build(redis.url, here.folder, '--patience', '5')
    const aside = join(here.folder, 'output/.doorstep/next/en/visit.whole.standard.pdf')
    await vi.waitFor(() => { expect(existsSync(aside)).toBe(true) }, { timeout: 30_000, interval: 10 }) // prettier-ignore
    await redis.kill()
    // A worker waits for its Redis to come back, unless it is told to stop.
    worker.child.kill('SIGTERM')
    const { code, out, err } = await build.end()
    expect([code, err]).toEqual([1, ''])
    expect((JSON.parse(out) as { findings: unknown }).findings).toMatchObject([
      {
        code: 'queue-unreachable',
        title: `The queue ${redis.url} cannot be reached: the connection is lost`,
      },
    ])
    expect(Object.keys(here.output())).toContain('en/visit.whole.standard.pdf')
    expect(await worker.end()).toMatchObject({ code: 0 })
  })

  test('its store lost leaflets or changed them: they are made anew', async ({ town, here, redis }) => {
    // One of its own: other tests put the same leaflets into the town's again.
    const store = join(here.folder, 'store')
    const worker = await town.worker(redis.url, 'a', { store })
    const build = () => town.build(redis.url, here.folder, '--store', store).end()
    await build()
    const before = here.output()
    here.remove('output')
    const files = readdirSync(join(store, 'pdf'), { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.pdf')) // prettier-ignore
    expect(files).toHaveLength(6)
    rmSync(join(store, 'pdf', files[0]!))
    writeFileSync(join(store, 'pdf', files[1]!), '%PDF-1.7, but another')
    expect((await build()).code).toBe(0)
    expect(here.output()).toEqual(before)
    expect(await allMadeBy(8, worker)).toHaveLength(8)
    await worker.kill()
  })

  test('its store never gives what workers made, since theirs is another: it is held', async ({
    town,
    here,
    redis,
  }) => {
    const [theirs, own] = ['theirs', 'own'].map((name) => join(here.folder, name)) as [string, string]
    const worker = await town.worker(redis.url, 'a', { store: theirs })
    const one = ['--languages', 'pl', '--services', 'whole', '--store', own]
    const { code, out } = await town.build(redis.url, here.folder, ...one).end()
    expect([code, (JSON.parse(out) as { findings: unknown }).findings]).toMatchObject([
      1,
      [{ code: 'store-lost', title: `The store ${own} does not give what a put into it` }],
    ])
    await worker.kill()
  })
})
