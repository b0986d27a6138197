import { expect, test } from 'vitest'
import { Counter, makeOrder } from '../src/build/index.js'
import { isError } from '../src/report/index.js'
import { changedShelf, diskShelf } from './helpers/shelf.js'

const order = {
  notice: 'children-and-families',
  language: 'tr',
  service: 'clinical',
  format: 'standard',
  issueDate: '2026-12-01',
}
const make = (options = { proof: true, release: false }, changes: Readonly<Record<string, string>> = {}) =>
  makeOrder(order, new Counter(process.cwd(), changedShelf(diskShelf, changes)), options)

test('a good order becomes a PDF that holds what the document says', async () => {
  const { id, document, pages, pdf, findings } = await make()
  expect(id).toBe('tr/children-and-families.clinical.standard')
  expect(findings.filter(isError)).toEqual([])
  expect(document?.lang).toBe('tr')
  expect(pages?.length).toBeGreaterThan(1)
  expect(Buffer.from(pdf ?? []).toString('latin1')).toMatch(/^%PDF-1\.7\n[^]*%%EOF\s*$/)
})

test('the proof reads and changes nothing', async () => {
  const [proven, unproven] = await Promise.all([make(), make({ proof: false, release: false })])
  expect(Buffer.from(proven.pdf!).equals(unproven.pdf!)).toBe(true)
})

test('with an error there is no PDF, and every finding names the leaflet', async () => {
  const { id, pdf, findings } = await make({ proof: true, release: true })
  expect(pdf).toBeUndefined()
  expect(findings.filter(isError).map((f) => [f.code, f.leaflets])).toEqual([['not-approved', [id]]])
})

test('a lost text hides no letter that cannot be printed', async () => {
  const file = 'locales/tr/children-and-families.json'
  const text = (diskShelf.read(file) ?? '').replace(/\n *"medical": .*/, '').replace('"housing": "', '"housing": "ⴰ ')
  const { pdf, findings } = await make(undefined, { [file]: text })
  expect(pdf).toBeUndefined()
  expect(findings.filter(isError).map((f) => f.code)).toEqual(['key-missing', 'glyph-missing'])
})

test('a letter that no weight has is one finding, wherever its text stands', async () => {
  const file = 'locales/tr/children-and-families.json'
  // The title stands in bold on page 1, and in each foot.
  const text = (diskShelf.read(file) ?? '').replace(/"title": "/, '"title": "ⴰ ')
  const { findings } = await make(undefined, { [file]: text })
  expect(findings.filter(isError).map((f) => f.title)).toEqual(['No glyph for "ⴰ" (U+2D30) in NotoSans'])
})
