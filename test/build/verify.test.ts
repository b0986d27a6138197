import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { verify } from '../../src/build/index.js'
import { makeIn } from './make.js'
import { openSmallWorkshop } from './small-workshop.js'
import type { Workshop } from './workspace.js'

let shop: Workshop
beforeEach(() => {
  shop = openSmallWorkshop()
})
afterEach(() => {
  shop.close()
})
const make = (issueDate: string, languages?: string[]) =>
  makeIn(shop, {}, { issueDate, ...(languages ? { languages } : {}) })
const check = () => verify({ folder: shop.folder, out: join(shop.folder, 'output'), jobs: 1 })

test('every leaflet comes out the same, each with its own day', async () => {
  await make('2026-12-01')
  await make('2026-12-05', ['tr'])
  const before = shop.output()
  expect(await check()).toEqual({ same: 12, all: 12, findings: [] })
  expect(shop.output()).toEqual(before)
})

test('what was edited since is out of date; a file that somebody changed is said', async () => {
  await make('2026-12-01')
  shop.change('locales/tr/visit.json', 'Türkçe heading', 'Başlık')
  shop.write('output/en/visit.care.large.pdf', 'mine')
  const { same, all, findings } = await check()
  expect([same, all]).toEqual([7, 12])
  expect(findings.map((f) => f.code).sort()).toEqual(['output-changed', ...Array<string>(4).fill('verify-outdated')])
})

test('a ledger that nobody can rely on verifies nothing', async () => {
  await make('2026-12-01')
  shop.write('output/ledger.json', '{')
  expect((await check()).findings.map((f) => f.code)).toEqual(['ledger-damaged'])
})
