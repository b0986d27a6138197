import { statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { build, type BuildReport } from '../../src/build/index.js'
import { warmUp } from '../../src/build/warm-up.js'
import { fileStart } from '../../src/report/index.js'
import { openSmallWorkshop } from './small-workshop.js'
import type { Workshop } from './workspace.js'

let shop: Workshop
beforeEach(() => {
  shop = openSmallWorkshop()
})
afterEach(() => {
  shop.close()
})

const again = (): Promise<BuildReport> =>
  build({
    folder: shop.folder,
    out: join(shop.folder, 'output'),
    jobs: 1,
    proof: false,
    release: false,
    request: { issueDate: '2026-12-01', placeOf: fileStart },
  })
/** Looks as often as there are leaflets to make; says yes from the `last` one on. */
async function looks(report: BuildReport, last: number): Promise<number> {
  let count = 0
  const wanted = (): boolean => ++count >= last
  await warmUp(report, { folder: shop.folder, proof: false, release: false, wanted })
  return count
}

test('warms up with the leaflets of the source language, and leaves what is in place alone', async () => {
  await again()
  const current = await again()
  const leaflet = join(shop.folder, 'output', `${current.leaflets.find((l) => l.language === 'en')!.id}.pdf`)
  const before = statSync(leaflet)
  expect(await looks(current, Infinity)).toBe(4)
  const after = statSync(leaflet)
  expect([after.ino, after.mtimeMs]).toEqual([before.ino, before.mtimeMs])
})

test('stops when something is to be done, and has nothing to do after a build that made leaflets', async () => {
  const built = await again()
  expect(await looks(built, Infinity)).toBe(0)
  expect(await looks(await again(), 2)).toBe(2)
})
