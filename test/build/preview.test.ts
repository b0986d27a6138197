import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Counter, makeOrder, preview, type PreviewRequest } from '../../src/build/index.js'
import { openWorkshop, type Workshop } from './workspace.js'

let shop: Workshop
beforeEach(() => {
  shop = openWorkshop()
})
afterEach(() => {
  shop.close()
})

const issueDate = '2026-12-01'
const ask = (counter: Counter, more: Partial<PreviewRequest> = {}) =>
  preview(counter, {
    language: 'tr',
    keys: ['children-and-families:rights.heading'],
    proofCopy: false,
    issueDate,
    placeOf: (asked) => ({ file: 'request', line: 1, column: 1, excerpt: asked }),
    ...more,
  })
const order = { notice: 'children-and-families', language: 'tr', service: 'whole', format: 'standard', issueDate }
const build = async (counter: Counter): Promise<string> => {
  const { pdf } = await makeOrder(order, counter, { proof: true, release: false })
  return Buffer.from(pdf!).toString('hex')
}

test('a leaflet is the same, byte for byte, before and after previews of it, and so are they', async () => {
  const [first, then] = [new Counter(shop.folder), new Counter(shop.folder)]
  const leaflet = await build(first)
  const read = (file: string | undefined): string => readFileSync(file!).toString('hex')
  const [page, copy] = [ask(first), ask(first, { proofCopy: true })].map((p) => read(p.file))
  expect([ask(then), ask(then, { proofCopy: true })].map((p) => read(p.file))).toEqual([page, copy])
  expect(await build(then)).toBe(leaflet)
  expect(await build(first)).toBe(leaflet)
})

test('what stands in the file is told: pages, places, numbers', () => {
  const { findings, file, leaflet, pages, of, texts, numbers } = ask(new Counter(shop.folder))
  expect([findings, leaflet, numbers]).toEqual([[], 'tr/children-and-families.whole.standard', []])
  expect(file).toBe(join(shop.folder, 'preview', 'tr.children-and-families.whole.standard.rights.heading.pdf'))
  const [sighting, ...more] = texts[0]!.sightings
  expect([pages, more, sighting?.kind, sighting?.size]).toEqual([[sighting!.page], [], 'text', 20])
  expect(of).toBeGreaterThanOrEqual(sighting!.page)
})

test('whatever is broken, there is a preview or a reason for none', () => {
  const files = [
    'doorstep.json',
    'locales/en/children-and-families.json',
    'locales/en/leaflet.json',
    'locales/en/locale.json',
    'locales/tr/leaflet.json',
    'locales/tr/locale.json',
    'locales/tr/review.json',
    'templates/notices/children-and-families.json',
    'templates/partials/opening.hbs',
    'templates/pictures.json',
    'templates/standard.hbs',
    'templates/themes/doorstep.json',
  ]
  const texts = ['', '{', '[]', '{}', '{"title":{"a":"b"}}', '<leaflet lang="tr"><ul><li></li></ul></leaflet>']
  for (const [i, file] of files.entries()) {
    const good = shop.read(file)
    for (const [k, text] of texts.entries()) {
      shop.write(file, text)
      // A leaflet and a copy for readers by turns: each file and each text has both.
      const proofCopy = (i + k) % 2 === 0
      const made = ask(new Counter(shop.folder), { proofCopy, formats: [proofCopy ? 'easy-read' : 'standard'], keys: proofCopy ? [] : ['rights.heading'] }) // prettier-ignore
      expect([file, text, made.file !== undefined || made.findings.length > 0]).toEqual([file, text, true])
    }
    shop.write(file, good)
  }
})
