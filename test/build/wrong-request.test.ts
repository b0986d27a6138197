import { existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { watch } from '../../src/build/index.js'
import { fileStart } from '../../src/report/index.js'
import { built, codes, makeIn } from './make.js'
import { openSmallWorkshop } from './small-workshop.js'
import type { Workshop } from './workspace.js'

let shop: Workshop
const at = (file: string): string => join(shop.folder, file)
beforeEach(() => {
  shop = openSmallWorkshop()
})
afterEach(() => {
  shop.close()
})

const wrong = [
  { code: 'language-unknown', request: { languages: ['xx'] } },
  { code: 'format-unknown', request: { formats: ['braille'] } },
  { code: 'service-unknown', request: { services: ['parking'] } },
  { code: 'notice-unknown', request: { notice: 'parking' } },
  { code: 'date-bad', request: { issueDate: '2026-02-30' } },
]

test.each(wrong)('a request with $code leaves nothing where nothing was built', async ({ code, request }) => {
  expect(codes(await makeIn(shop, {}, request))).toEqual([code])
  expect(existsSync(at('output'))).toBe(false)
  mkdirSync(at('output'))
  expect(codes(await makeIn(shop, {}, request))).toEqual([code])
  expect(readdirSync(at('output'))).toEqual([])
  expect(built(await makeIn(shop))).toHaveLength(12)
})

test.each(['doorstep.json', 'locales/en', 'templates/notices/visit.json'])(
  'nor does a build without %s',
  async (gone) => {
    shop.remove(gone)
    expect(codes(await makeIn(shop))).toHaveLength(1)
    expect(existsSync(at('output'))).toBe(false)
  },
)

test.each(wrong)('a request with $code leaves what was built as it is', async ({ code, request }) => {
  await makeIn(shop)
  const before = shop.output()
  expect(codes(await makeIn(shop, {}, request))).toEqual([code])
  expect(shop.output()).toEqual(before)
})

test('a watch sees that it can begin, although no build noted what was read, and the folder tells of no change', async () => {
  const settings = shop.read('doorstep.json')
  shop.write('elsewhere/doorstep.json', settings.slice(0, -4))
  shop.remove('doorstep.json')
  symlinkSync('elsewhere/doorstep.json', at('doorstep.json'))
  const stop = new AbortController()
  const said: string[] = []
  await watch({
    folder: shop.folder,
    out: at('output'),
    jobs: 1,
    proof: false,
    release: false,
    signal: stop.signal,
    request: () => ({ issueDate: '2026-12-01', placeOf: fileStart }),
    built(report) {
      said.push([...codes(report), built(report).length].join())
      if (built(report).length > 0) stop.abort()
      else if (!existsSync(at('output'))) shop.write('elsewhere/doorstep.json', settings)
    },
  })
  expect(said).toEqual(['json-syntax,0', '12'])
})
