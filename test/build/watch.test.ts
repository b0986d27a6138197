import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { watch, type BuildReport } from '../../src/build/index.js'
import { fileStart } from '../../src/report/index.js'
import { addLanguage, openSmallWorkshop } from './small-workshop.js'
import type { Workshop } from './workspace.js'

let shop: Workshop
let stop: AbortController
let reports: BuildReport[]
let watching: Promise<void>
beforeEach(async () => {
  shop = openSmallWorkshop()
  stop = new AbortController()
  reports = []
  watching = watch({
    folder: shop.folder,
    out: join(shop.folder, 'output'),
    jobs: 1,
    proof: false,
    release: false,
    signal: stop.signal,
    request: () => ({ issueDate: '2026-12-01', placeOf: fileStart }),
    built: (report) => reports.push(report),
  })
  await next()
})
afterEach(async () => {
  stop.abort()
  await watching
  shop.close()
})

/** Waits until as many builds as were seen before, and one more. */
let told = 0
async function next(): Promise<BuildReport> {
  if (reports.length === 0) told = 0
  await vi.waitFor(
    () => {
      expect(reports.length).toBeGreaterThan(told)
    },
    { timeout: 30_000, interval: 10 },
  )
  told++
  return reports[told - 1]!
}
const built = ({ leaflets }: BuildReport) => leaflets.filter((l) => l.state === 'built').map((l) => l.id)
const quiet = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

test.each([
  ['an edit builds what it touches; a burst of edits is one build', 0],
  ['a burst stays one while the machine is too busy to listen', 50],
])('%s', async (_, busy) => {
  expect(built(reports[0]!)).toHaveLength(12)
  for (let n = 0; n < 10; n++) {
    shop.write('locales/tr/visit.json', shop.read('locales/tr/visit.json').replace(/"title": ".*"/, `"title": "Ziyaret ${'abcdefghij'[n]}"`)) // prettier-ignore
    const until = performance.now() + busy
    while (performance.now() < until);
    await new Promise(setImmediate)
  }
  expect(built(await next())).toHaveLength(4)
  await quiet(500)
  expect(reports).toHaveLength(2)
  expect(shop.read('locales/tr/visit.json')).toContain('Ziyaret j')
})

test('a broken file shows its finding and waits', async () => {
  const text = shop.read('locales/tr/visit.json')
  shop.write('locales/tr/visit.json', text.slice(0, -3))
  expect((await next()).findings.map((f) => f.code)).toEqual(['json-syntax'])
  shop.write('locales/tr/visit.json', text)
  const mended = await next()
  expect(mended.findings).toEqual([])
  expect(built(mended)).toEqual([])
})

test('new and deleted languages, and files in new folders, are noticed', async () => {
  addLanguage(shop, 'ga')
  await vi.waitFor(() => { expect(reports.flatMap(built).filter((id) => id.startsWith('ga/'))).toHaveLength(4); }, { timeout: 30_000 }) // prettier-ignore
  await quiet(300)
  told = reports.length
  shop.change('locales/ga/visit.json', 'Gaeilge visit', 'Cuairt')
  expect(built(await next())).toHaveLength(4)
  await quiet(300)
  told = reports.length
  shop.remove('locales/ga')
  await vi.waitFor(() => { expect(reports.at(-1)!.findings.map((f) => f.code)).toContain('leaflet-withdrawn'); }, { timeout: 30_000 }) // prettier-ignore
})

test('templates and looks are watched too', async () => {
  shop.change('templates/partials/foot.hbs', '{{language.ownName}}', '{{language.tag}}')
  expect(built(await next())).toHaveLength(12)
})
