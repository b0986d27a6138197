import { afterAll, beforeAll, expect, test } from 'vitest'
import { run } from '../cli/run.js'
import { openWorkshop, type Workshop } from './workspace.js'

let shop: Workshop
beforeAll(() => {
  shop = openWorkshop()
})
afterAll(() => {
  shop.close()
})

test('all formats of the notice build in both pseudo-locales, proven', async () => {
  const { code, err, out } = await run('build', '--languages', 'en-XA,ar-XB', '--services', 'all', '--workspace', shop.folder) // prettier-ignore
  expect([code, err]).toEqual([0, ''])
  expect(out).toMatch(/^20 leaflets in 2 languages built and proven/)
})

test('a build of everything makes no pseudo-locale, and a release holds them', async () => {
  const all = ['--services', 'whole', '--formats', 'standard', '--no-proof', '--workspace', shop.folder]
  expect((await run('build', ...all, '--json')).out).not.toMatch(/XA|XB/)
  const { code, err } = await run('build', ...all, '--languages', 'ar-XB', '--release')
  expect([code, err]).toEqual([1, expect.stringContaining('error[not-approved]')])
})
