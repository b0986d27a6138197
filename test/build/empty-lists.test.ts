import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { run } from '../cli/run.js'
import { codes, makeIn } from './make.js'
import { openSmallWorkshop } from './small-workshop.js'
import type { Workshop } from './workspace.js'

let shop: Workshop
beforeEach(() => {
  shop = openSmallWorkshop()
})
afterEach(() => {
  shop.close()
})

const settings = (changes: object): void => {
  shop.write('doorstep.json', JSON.stringify({ ...(JSON.parse(shop.read('doorstep.json')) as object), ...changes }, undefined, 2)) // prettier-ignore
}
/** Title and place, as far as its line. */
const said = async (request = {}): Promise<string[]> => {
  const { findings, leaflets } = await makeIn(shop, {}, request)
  expect(leaflets).toEqual([])
  return findings.map(({ title, place }) => `${place.file}:${place.line}:${place.column} ${title}`)
}

test('no notices, or no formats, is said where none stands', async () => {
  settings({ notices: [] })
  // Twelve lines of organisation (3), source, contacts (7) and the brace before; then `  "notices": `.
  expect(await said()).toEqual([
    'doorstep.json:13:14 "notices" has a value that Doorstep cannot use: it names none, so that nothing is made; name one, by its file in templates/notices',
  ])
  expect(existsSync(join(shop.folder, 'output'))).toBe(false)
  const check = await run('check', '--workspace', shop.folder)
  expect([check.code, check.err]).toEqual([1, expect.stringContaining('error[json-shape]  doorstep.json:13:14')])
  settings({ notices: ['visit'], formats: [] })
  expect(await said()).toEqual([
    'doorstep.json:16:14 "formats" has a value that Doorstep cannot use: one format at least is needed, by the name of its template',
  ])
})

test('of no formats what was built stays in place; with the last notice it is withdrawn', async () => {
  await makeIn(shop)
  const before = shop.output()
  settings({ formats: [] })
  await said()
  expect(shop.output()).toEqual(before)
  settings({ formats: ['standard', 'large'], notices: [] })
  expect(codes(await makeIn(shop))).toEqual(Array(12).fill('leaflet-withdrawn'))
})

test('a build of which nothing is usual says so; what is asked for by name is made', async () => {
  settings({ usualServices: { large: [] } })
  expect(codes(await makeIn(shop))).toEqual([])
  expect(await said({ formats: ['large'] })).toEqual([
    'doorstep.json:22:20 "usualServices" has a value that Doorstep cannot use: of large it names no service that a build makes; name one, such as "whole", or ask for some with --services',
  ])
  expect((await makeIn(shop, {}, { formats: ['large'], services: ['care'] })).leaflets).toHaveLength(3)
  settings({ usualServices: { standard: [], large: [] } })
  expect((await said())[0]).toContain('of standard, large it names no service')
})

test('a list of no texts is no list', async () => {
  shop.change('templates/notices/visit.json', '"paragraph": "about.first"', '"list": []')
  expect((await said())[0]).toMatch(/"sections\.0\.blocks\.0\.list" has a value .*: one text at least is needed$/)
})
