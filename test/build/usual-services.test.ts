import { afterEach, beforeEach, expect, test } from 'vitest'
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
const usual = (services: Readonly<Record<string, readonly string[]>>): void => {
  shop.change('doorstep.json', '"source": "en",', `"source": "en", "usualServices": ${JSON.stringify(services)},`)
}

test('a format that there is not is said where it stands, and nothing is built', async () => {
  usual({ standrd: ['whole'] })
  const { findings, leaflets } = await makeIn(shop)
  expect(findings.map((f) => f.title)).toEqual([
    '"usualServices.standrd" has a value that Doorstep cannot use: "formats" has no "standrd"',
  ])
  expect(leaflets).toEqual([])
})

test('a service that no notice has is said; the others are built', async () => {
  usual({ standard: ['whole', 'cares'] })
  const { findings, leaflets } = await makeIn(shop)
  expect(findings.map((f) => [f.title, f.place.file, f.place.line])).toEqual([
    [
      '"usualServices.standard" has a value that Doorstep cannot use: no notice has the service "cares"',
      'doorstep.json',
      5,
    ],
  ])
  expect(leaflets.map((l) => l.id).filter((id) => id.startsWith('tr/'))).toEqual([
    'tr/visit.whole.standard',
    'tr/visit.whole.large',
    'tr/visit.care.large',
  ])
})

test('what there is raises nothing', async () => {
  usual({ standard: ['whole', 'care'], large: ['care'] })
  expect(codes(await makeIn(shop))).toEqual([])
})
