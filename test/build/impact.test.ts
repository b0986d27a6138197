import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { build, impactOf, impactPage, waitsSaid, type Impact } from '../../src/build/index.js'
import { fingerprint } from '../../src/locale/index.js'
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

const request = { issueDate: '2026-12-01', placeOf: fileStart }
const options = () => ({ folder: shop.folder, out: join(shop.folder, 'output'), release: false, request })
const make = () => build({ ...options(), jobs: 1, proof: false })
const impact = (more: { release?: boolean; date?: string } = {}): Impact =>
  impactOf({ ...options(), release: more.release ?? false, request: { ...request, issueDate: more.date ?? '2026-12-01' } }) // prettier-ignore
const ids = ({ leaflets }: Impact, state: string) => leaflets.filter((l) => l.state === state).map((l) => l.id)

const ENGLISH = 'English for care alone.'
/** The Turkish translation of a sentence was made from the English of today. */
function reviewed(state: 'draft' | 'approved'): void {
  const entry = { source: fingerprint(ENGLISH), text: fingerprint('Türkçe for care alone.'), state, by: 'A', date: '2026-11-01', note: '' } // prettier-ignore
  shop.write('locales/tr/review.json', JSON.stringify({ 'visit:care.only': entry }))
}

describe('impact', () => {
  test('of nothing is nothing, and nothing is written', async () => {
    await make()
    const before = shop.output()
    expect(impact()).toEqual({ keys: [], leaflets: [], findings: [] })
    shop.change('locales/en/visit.json', ENGLISH, 'Care alone.')
    impact()
    expect(shop.output()).toEqual(before)
  })

  test('of an English sentence: which leaflets can go, which wait for a translator, which paper is to be taken back', async () => {
    reviewed('draft')
    const { leaflets } = await make()
    shop.change('locales/en/visit.json', ENGLISH, 'English for care only.')
    const found = impact()
    const names = ['whole.standard', 'care.standard', 'whole.large', 'care.large']
    const of = (tag: string): string[] => names.map((name) => `${tag}/visit.${name}`)
    expect(ids(found, 'ready')).toEqual(of('en'))
    expect(ids(found, 'waiting')).toEqual(of('tr'))
    expect(found.leaflets.find((l) => l.language === 'tr')).toMatchObject({
      why: 'translation',
      waitsFor: [{ key: 'visit:care.only', state: 'needs-editing' }],
    })
    expect(found.keys).toEqual([
      {
        key: 'visit:care.only',
        changes: { en: 'English for care [-alone-]{+only+}.' },
        leaflets: [...of('en'), ...of('tr')],
        languages: ['en', 'tr'],
        formats: ['standard', 'large'],
        ready: of('en'),
        waiting: of('tr'),
      },
    ])
    // Turkish says what it said: its paper stays.
    const recalled = found.leaflets.filter((l) => l.recall).map((l) => [l.id, l.recall])
    const editions = leaflets.filter((l) => l.language === 'en').map((l) => [l.id, { edition: l.edition, first: '2026-12-01', last: '2026-12-01' }]) // prettier-ignore
    expect(recalled).toEqual(editions)
  })

  test('is what the next build makes', async () => {
    await make()
    shop.change('locales/tr/visit.json', 'Türkçe heading', 'Başlık')
    const ready = ids(impact(), 'ready')
    const { leaflets } = await make()
    expect(ready).toEqual(leaflets.filter((l) => l.state === 'built').map((l) => l.id))
    expect(ready).toHaveLength(4)
  })

  test('of another day names the day, and takes no paper back', async () => {
    await make()
    const { leaflets, keys } = impact({ date: '2026-12-02' })
    expect(new Set(leaflets.map((l) => `${l.why} ${l.state} ${String(l.recall !== undefined)}`))).toEqual(new Set(['day ready false'])) // prettier-ignore
    expect(keys).toEqual([])
  })

  test('of a release names every text that nobody approved', () => {
    reviewed('approved')
    const turkish = impact({ release: true }).leaflets.find((l) => l.id === 'tr/visit.care.standard')
    expect(turkish).toMatchObject({ why: 'new', state: 'waiting' })
    expect(turkish!.waitsFor.map((w) => w.key)).toContain('visit:title')
    expect(turkish!.waitsFor.map((w) => w.key)).not.toContain('visit:care.only')
  })

  test('of a broken file: its leaflets are held, and the finding is said', async () => {
    await make()
    shop.write('locales/tr/visit.json', '{')
    const found = impact()
    expect(new Set(ids(found, 'held').map((id) => id.split('/')[0]))).toEqual(new Set(['tr']))
    expect(found.findings.map((f) => f.code)).toEqual(['json-syntax'])
  })

  test('of a language that nobody has begun says how many texts are missing, and the first few', () => {
    reviewed('draft')
    shop.change('locales/en/visit.json', ENGLISH, 'English for care only.')
    shop.write('locales/tr/visit.json', '{ "care": { "only": "Türkçe for care alone." } }')
    shop.write('locales/tr/leaflet.json', '{ "whole": "Türkçe all", "care": "Türkçe care" }')
    const found = impact()
    const turkish = found.leaflets.find((l) => l.id === 'tr/visit.whole.standard')!
    // Title, two headings, two sentences, time of change, folio are missing; the sentence about care is stale; the service is there.
    expect([turkish.waitsFor.length, turkish.texts]).toEqual([8, 9])
    const [missing, stale] = ['7 of 9 texts are missing: ', 'visit:care.only (stale)']
    expect(waitsSaid(turkish).map((words) => words.slice(0, missing.length))).toEqual([missing, stale])
    expect(impactPage(found, '2026-12-01')).toMatch(
      /<th scope="row">tr\/visit.whole.standard<\/th><td>Türkçe<\/td><td>7 of 9 texts are missing: (?:[\w:.]+, ){5}[\w:.]+ and 1 more<br>visit:care.only \(stale\)<\/td>/,
    )
  })

  test('as a page has headings, captions and scopes, and every text escaped', async () => {
    await make()
    shop.change('locales/en/visit.json', ENGLISH, 'Care &amp; <strong>more</strong>.')
    const page = impactPage(impact(), '2026-12-01')
    expect(page).toMatch(/^<!doctype html>\n<html lang="en">/)
    expect(page).toContain('<caption>Editions that are handed out now and would no longer be</caption>')
    expect(page).toContain('<ins>')
    expect(page).toMatch(/&lt;(?:<ins>)?strong/)
    expect(page).not.toContain('<strong>')
    expect(page.match(/<h1>/g)).toHaveLength(1)
    expect(page.match(/<table>/g)).toHaveLength(page.match(/<caption>/g)!.length)
    expect(page).not.toMatch(/<th>/)
  })
})
