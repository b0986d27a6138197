import { beforeAll, describe, expect, test } from 'vitest'
import { Counter } from '../../src/build/index.js'
import { gather } from '../../src/build/gather.js'
import { withoutControls, type Document } from '../../src/document/index.js'
import type { Page } from '../../src/layout/index.js'
import type { LeafletShop } from '../../src/leaflet.js'
import { composeNotice } from '../../src/notice/index.js'
import { previewPages, proofCopy, setAnyway, sightingsOf, type IsOwn, type ProofCopy } from '../../src/preview/index.js'
import { proofread, readBack, type ReadBack } from '../../src/proof/index.js'
import { diskShelf } from '../helpers/shelf.js'

const counter = new Counter(process.cwd(), diskShelf)

interface Made {
  readonly copy: ProofCopy
  readonly back: ReadBack
  readonly document: Document
  readonly pages: readonly Page[]
  readonly keys: readonly string[]
}
async function make(language: string, format: string): Promise<Made> {
  const order = { notice: 'children-and-families', language, service: 'whole', format, issueDate: '2026-12-01' }
  const shop: LeafletShop = { ...gather(order, counter).shop!, proof: false, release: false }
  const isOwn: IsOwn = ({ origin }) => origin.place.file.startsWith(`locales/${language}/`)
  const { document, pages } = setAnyway(order, shop).set!
  const copy = proofCopy({ document, pages }, { sightings: [], isOwn }, shop)
  return { copy, document, pages, back: await readBack(copy.pdf), keys: composeNotice(order, shop).keys }
}

describe.each([
  ['tr', 'standard'],
  ['ar', 'standard'],
  ['bn', 'standard'],
  ['ur', 'easy-read'],
])('a proof copy in %s, %s', (language, format) => {
  let made: Made
  beforeAll(async () => {
    made = await make(language, format)
  })
  const table = (): string => made.back.pages.slice(made.pages.length).map((p) => withoutControls(p.plain)).join('\n') // prettier-ignore

  test('numbers every text that is printed, from 1 without a gap, and the table has each number', () => {
    const { numbered } = made.copy
    expect(numbered.map((n) => n.number)).toEqual(numbered.map((_, i) => i + 1))
    const found = [...table().matchAll(/^\s*(\d+)\s/gm)].map((m) => Number(m[1]))
    expect(numbered.filter((n) => !found.includes(n.number))).toEqual([])
  })

  test('has every printed key in the table, with its state', () => {
    // Keys break over lines; short leaflets leave out the heading of their contents.
    const glued = table().replace(/\s/g, '')
    const missing = made.keys.filter((key) => !glued.includes(`${key}draft`) && key !== 'leaflet:contents')
    expect(missing).toEqual([])
  })

  test('shows each number on the page of its text', () => {
    for (const { number, page } of made.copy.numbered)
      expect([number, made.back.pages[page - 1]!.artifacts.some((a) => new RegExp(`(^|\\D)${number}(\\D|$)`).test(withoutControls(a)))]).toEqual([number, true]) // prettier-ignore
  })

  test('says on every page that it is one, and of which edition', () => {
    const edition = `${language} · children-and-families.whole.${format} · text 2018-05-25 · printed 2026-12-01`
    for (const page of made.back.pages) {
      const said = withoutControls(page.artifacts.join(' ')).replace(/\s+/g, ' ')
      expect(said).toContain('Proof copy, not for handing out')
      expect(said).toContain(edition)
    }
  })

  test('is as valid as a leaflet, and says of itself that it is none', async () => {
    const findings = await proofread(made.copy.pdf, made.document, 'copy.pdf')
    expect(findings.filter((f) => f.code === 'proof-standard' || f.code === 'proof-glyph')).toEqual([])
    expect(made.back.metadata.title).toBe(`Proof copy: ${made.document.title}`)
    expect(made.back.metadata.keywords).toMatch(new RegExp(`^children-and-families\\.whole\\.${format}\\.proof-copy;`))
  })

  test('keeps the table as content for a screen reader, entry by entry', () => {
    const last = made.back.roots[0]!.kids.at(-1)
    const text = JSON.stringify(last)
    expect(text).toContain(String(made.copy.numbered.length))
  })
})

test('a preview of one page is a tagged file of its own, with the leaflet’s page number', async () => {
  const order = { notice: 'children-and-families', language: 'ar', service: 'whole', format: 'standard', issueDate: '2026-12-01' } // prettier-ignore
  const shop: LeafletShop = { ...gather(order, counter).shop!, proof: false, release: false }
  const set = setAnyway(order, shop).set!
  const key = 'children-and-families:rights.heading'
  const sightings = sightingsOf(set, new Set([key]), () => true)
  const { pdf, pages } = previewPages(set, { sightings, saying: key }, shop)
  const back = await readBack(pdf)
  expect([pages, back.pages.length]).toEqual([[sightings[0]!.page], 1])
  expect(withoutControls(back.pages[0]!.plain)).toContain(`صفحة ${pages[0]!} من ${set.pages.length}`)
  expect(withoutControls(back.pages[0]!.artifacts.join(' '))).toContain('Preview, not for handing out')
  expect((await proofread(pdf, set.document, 'x.pdf')).filter((f) => f.code === 'proof-standard')).toEqual([])
})
