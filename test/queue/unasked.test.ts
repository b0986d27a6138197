import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { openSmallWorkshop } from '../build/small-workshop.js'
import { run, type Ran } from '../cli/run.js'
import { freePort } from './redis.js'

const loaded = vi.hoisted(() => [] as string[])
vi.mock('bullmq', async (original) => (loaded.push('bullmq'), original()))
vi.mock('ioredis', async (original) => (loaded.push('ioredis'), original()))

test('a build that has nothing to make neither asks its queue nor loads anything for it; one that has, says why it cannot', async () => {
  const shop = openSmallWorkshop()
  const store = join(shop.folder, 'store')
  const queue = ['--queue', `redis://127.0.0.1:${await freePort()}`, '--store', store]
  const build = (...more: string[]): Promise<Ran> =>
    run('build', '--no-proof', '--json', '--date', '2026-12-01', '--workspace', shop.folder, ...more)
  interface Said {
    readonly findings: readonly { readonly code: string; readonly leaflets: string[] }[]
    readonly leaflets: readonly { readonly id: string; readonly state: string }[]
  }
  const said = ({ out }: Ran): Said => JSON.parse(out) as Said

  await build()
  const unchanged = await build(...queue)
  expect(unchanged).toEqual(await build())
  expect(new Set(said(unchanged).leaflets.map((l) => l.state))).toEqual(new Set(['current']))
  // A file that moved and says the same has nothing to make either.
  shop.change('locales/pl/visit.json', '"title"', ' "title"')
  expect(await build(...queue)).toEqual(unchanged)
  expect(loaded).toEqual([])

  shop.change('locales/tr/visit.json', 'Türkçe for care alone.', 'Türkçe for care.')
  const before = shop.output()
  const changed = await build(...queue)
  const held = said(changed).leaflets.filter((l) => l.state === 'held')
  expect(held.map((l) => l.id)).toEqual(['whole.standard', 'care.standard', 'whole.large', 'care.large'].map((l) => `tr/visit.${l}`)) // prettier-ignore
  expect([changed.code, said(changed).findings]).toMatchObject([
    1,
    [{ code: 'queue-unreachable', leaflets: held.map((l) => l.id) }],
  ])
  expect([shop.output(), loaded.includes('ioredis')]).toEqual([before, true])
  // It is asked for again, though nothing has moved since.
  expect(said(await build()).leaflets.filter((l) => l.state === 'built').map((l) => l.id)).toEqual(held.map((l) => l.id)) // prettier-ignore
  shop.close()
})
