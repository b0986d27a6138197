import { readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { BuildOptions, Request } from '../../src/build/index.js'
import { fingerprint } from '../../src/locale/index.js'
import { built, codes, makeIn, states } from './make.js'
import { addLanguage, openSmallWorkshop } from './small-workshop.js'
import type { Workshop } from './workspace.js'

let shop: Workshop
beforeEach(() => {
  shop = openSmallWorkshop()
})
afterEach(() => {
  shop.close()
})

const make = (more: Partial<BuildOptions> = {}, request: Partial<Request> = {}) => makeIn(shop, more, request)
const at = (file: string): string => join(shop.folder, file)
const ledger = () => JSON.parse(shop.read('output/ledger.json')) as Record<string, Record<string, Record<string, unknown>>> // prettier-ignore

describe('a build makes what differs and nothing else', () => {
  test('the first makes everything, the second nothing, and says the same', async () => {
    const first = await make()
    expect(built(first)).toHaveLength(12)
    const before = shop.output()
    const second = await make()
    expect(states(second)).toEqual(['current'])
    expect(second.findings).toEqual(first.findings)
    expect(second.leaflets.map((l) => ({ ...l, state: 'built' }))).toEqual(first.leaflets)
    expect(shop.output()).toEqual(before)
  })

  test('one English sentence: the leaflets that print it', async () => {
    await make()
    shop.change('locales/en/visit.json', 'English for care alone.', 'Only for care.')
    // The whole notice has it too.
    expect(built(await make())).toEqual([
      'en/visit.whole.standard',
      'en/visit.care.standard',
      'en/visit.whole.large',
      'en/visit.care.large',
    ])
    shop.change('locales/en/leaflet.json', '"care": "English care"', '"care": "Care only"')
    expect(built(await make())).toEqual(['en/visit.care.standard', 'en/visit.care.large'])
    expect(states(await make())).toEqual(['current'])
  })

  test('another language makes its own leaflets and looks at no other', async () => {
    await make()
    addLanguage(shop, 'ga')
    expect(built(await make())).toEqual(['ga/visit.whole.standard', 'ga/visit.care.standard', 'ga/visit.whole.large', 'ga/visit.care.large']) // prettier-ignore
  })

  test('an English sentence that is stale in another language is said at once, as by a clean build', async () => {
    const entry = { source: fingerprint('English for care alone.'), text: 'abcdefabcdef', state: 'draft', by: 'A', date: '2026-11-01', note: '' } // prettier-ignore
    shop.write('locales/tr/review.json', JSON.stringify({ 'visit:care.only': entry }))
    await make()
    shop.change('locales/en/visit.json', 'English for care alone.', 'English for care only.')
    const report = await make()
    expect(built(report).every((id) => id.startsWith('en/'))).toBe(true)
    const clean = await make({ out: join(shop.folder, 'clean') })
    expect(codes(clean)).toEqual(['translation-stale'])
    expect(report.findings).toEqual(clean.findings)
    expect((await make()).findings).toEqual(clean.findings)
  })

  test('a text that moved to another line changes no leaflet', async () => {
    await make()
    shop.write('locales/en/visit.json', shop.read('locales/en/visit.json').replace('{', '{\n\n\n'))
    expect(states(await make())).toEqual(['current'])
  })

  test('one format’s looks, one template, one language’s months', async () => {
    await make()
    const theme = JSON.parse(shop.read('templates/themes/small.json')) as { formats: Record<string, object> }
    theme.formats['large'] = { ...theme.formats['large'], paragraphGap: 11 }
    shop.write('templates/themes/small.json', JSON.stringify(theme))
    expect(new Set(built(await make()).map((id) => id.split('.')[2]))).toEqual(new Set(['large']))
    shop.change('templates/standard.hbs', '<p class="lead">{{t serviceName}}</p>', '<p>{{t serviceName}}</p>')
    expect(new Set(built(await make()).map((id) => id.split('.')[2]))).toEqual(new Set(['standard']))
    shop.change('locales/tr/locale.json', 'December', 'Aralık')
    expect(new Set(built(await make()).map((id) => id.split('/')[0]))).toEqual(new Set(['tr']))
  })

  test('another day, release or a proof that was left out makes them again', async () => {
    await make()
    expect(built(await make({}, { issueDate: '2026-12-02' }))).toHaveLength(12)
    const asked = { issueDate: '2026-12-02', languages: ['en'], services: ['care'], formats: ['large'] }
    expect(built(await make({ proof: true }, asked))).toEqual(['en/visit.care.large'])
    // What is proven counts where no proof is asked for.
    expect(states(await make({ proof: false }, asked))).toEqual(['current'])
    expect(built(await make({ force: true }, asked))).toEqual(['en/visit.care.large'])
  })

  test('a request for one language leaves all others alone, also what it does not look at', async () => {
    await make()
    const others = Object.entries(shop.output()).filter(([file]) => !file.startsWith('tr/') && file.endsWith('.pdf'))
    shop.change('locales/en/visit.json', 'English visit', 'A visit')
    shop.change('locales/tr/visit.json', 'Türkçe visit', 'Ziyaret')
    expect(built(await make({}, { languages: ['tr'] }))).toHaveLength(4)
    expect(Object.entries(shop.output()).filter(([file]) => !file.startsWith('tr/') && file.endsWith('.pdf'))).toEqual(
      others,
    )
    // The foot of every leaflet has the English title.
    expect(built(await make())).toHaveLength(8)
  })

  test('an edit within the same tick as the reading, of the same length, is seen', async () => {
    await make()
    const file = at('locales/en/visit.json')
    const { atime, mtime } = statSync(file)
    writeFileSync(file, readFileSync(file, 'utf8').replace('first text', 'tsrif text'))
    utimesSync(file, atime, mtime)
    expect(built(await make())).toHaveLength(4)
  })

  test('a clock that is set back hides no edit', async () => {
    await make()
    const file = at('locales/en/visit.json')
    writeFileSync(file, readFileSync(file, 'utf8').replace('first text', 'other text'))
    utimesSync(file, new Date('2001-01-01'), new Date('2001-01-01'))
    expect(built(await make())).toHaveLength(4)
    utimesSync(file, new Date('2099-01-01'), new Date('2099-01-01'))
    expect(states(await make())).toEqual(['current'])
    writeFileSync(file, readFileSync(file, 'utf8').replace('other text', 'third text'))
    utimesSync(file, new Date('2099-01-01'), new Date('2099-01-01'))
    expect(built(await make())).toHaveLength(4)
  })
})

describe('what is held', () => {
  test('is said again as long as nothing changes, and made once it can be', async () => {
    shop.change('locales/tr/visit.json', 'Türkçe visit', 'ⴰ visit')
    const first = await make()
    expect(first.leaflets.filter((l) => l.state === 'held').map((l) => l.language)).toEqual(Array(4).fill('tr'))
    const second = await make()
    expect(second.findings).toEqual(first.findings)
    expect(built(second)).toEqual([])
    shop.change('locales/tr/visit.json', 'ⴰ visit', 'Türkçe visit')
    const third = await make()
    expect(built(third)).toHaveLength(4)
    expect(third.findings).toEqual([])
  })

  test('keeps its last good edition, and gets it back without being made', async () => {
    await make()
    const good = shop.output()
    const text = shop.read('locales/tr/visit.json')
    shop.write('locales/tr/visit.json', text.slice(0, -4))
    const broken = await make()
    expect(codes(broken)).toEqual(['json-syntax'])
    expect(shop.output()).toEqual({ ...good, 'ledger.json': shop.output()['ledger.json'] })
    shop.write('locales/tr/visit.json', text)
    expect(states(await make())).toEqual(['current'])
    expect(shop.output()).toEqual(good)
  })
})

describe('what is gone', () => {
  test.each([
    {
      what: 'language',
      ids: 4,
      remove: () => {
        shop.remove('locales/tr')
      },
    },
    { what: 'service', ids: 6, remove: () => { shop.change('templates/notices/visit.json', '"id": "care",\n      "name"', '"id": "other",\n      "name"'); } }, // prettier-ignore
    { what: 'format', ids: 6, remove: () => { shop.write('doorstep.json', shop.read('doorstep.json').replace(/"standard",\s*"large"/, '"standard"')); } }, // prettier-ignore
    { what: 'notice', ids: 12, remove: () => { shop.write('doorstep.json', shop.read('doorstep.json').replace(/\["?\s*"visit"\s*\]|\[\s*"visit"\s*\]/, '[]')); } }, // prettier-ignore
  ])('a $what withdraws its leaflets: listed, kept aside, in the ledger', async ({ what, ids, remove }) => {
    const { leaflets } = await make()
    const edition = new Map(leaflets.map((l) => [l.id, l.edition]))
    const before = shop.output()
    remove()
    if (what === 'service') shop.write('templates/notices/visit.json', shop.read('templates/notices/visit.json').replace(/"services": \[\s*"care"\s*\]/, '"services": ["other"]')) // prettier-ignore
    const report = await make({}, { issueDate: '2026-12-01' })
    const withdrawn = report.findings.filter((f) => f.code === 'leaflet-withdrawn')
    expect(withdrawn).toHaveLength(ids)
    expect(withdrawn[0]!.title).toMatch(new RegExp(`is withdrawn: its ${what} is gone$`))
    const after = shop.output()
    for (const { leaflets: [id] = [] } of withdrawn) {
      expect(after[`${id!}.pdf`]).toBeUndefined()
      expect(after[`withdrawn/${id!}.${edition.get(id!)!}.pdf`]).toBe(before[`${id!}.pdf`])
      expect(ledger()['withdrawn']![id!]).toMatchObject({ withdrawn: '2026-12-01', edition: edition.get(id!) })
    }
    // Once, and never again.
    expect(codes(await make())).toEqual([])
  })

  test('but not while a file is only broken, nor when another language is asked for', async () => {
    await make()
    const pdfs = () => Object.keys(shop.output()).filter((file) => file.endsWith('.pdf'))
    const before = pdfs()
    const settings = shop.read('doorstep.json')
    shop.write('doorstep.json', settings.slice(0, 40))
    expect(codes(await make())).toEqual(['json-syntax'])
    shop.write('doorstep.json', settings)
    shop.write('locales/tr/locale.json', '{')
    await make()
    shop.remove('locales/pl')
    await make({}, { languages: ['en'] })
    expect(pdfs()).toEqual(before)
  })

  test('comes back when its language does', async () => {
    await make()
    addLanguage(shop, 'en-GB')
    expect(built(await make())).toHaveLength(4)
    shop.remove('locales/en-GB')
    expect(codes(await make())).toEqual(Array(4).fill('leaflet-withdrawn'))
    addLanguage(shop, 'en-GB')
    const again = await make()
    expect(built(again)).toHaveLength(4)
    expect(ledger()['withdrawn']).toEqual({})
  })
})

describe('what somebody else did to the output', () => {
  const FILE = 'output/tr/visit.whole.standard.pdf'
  test.each([
    {
      what: 'changed',
      act: () => {
        shop.write(FILE, 'mine')
      },
      title: 'A leaflet is not what was built',
    },
    {
      what: 'removed',
      act: () => {
        shop.remove(FILE)
      },
      title: 'A leaflet is gone that was built',
    },
    {
      what: 'changed, with the same length and time',
      act: () => {
        const { atime, mtime, size } = statSync(at(FILE))
        shop.write(FILE, Buffer.alloc(size))
        utimesSync(at(FILE), atime, mtime)
      },
      title: 'A leaflet is not what was built',
    },
  ])('a leaflet that was $what is said and made again', async ({ act, title }) => {
    await make()
    const before = shop.output()
    act()
    const report = await make()
    expect(report.findings.map((f) => [f.title, f.place.file])).toEqual([[title, FILE]])
    expect(built(report)).toEqual(['tr/visit.whole.standard'])
    expect(shop.output()).toEqual(before)
    expect(codes(await make())).toEqual([])
  })

  test.each([
    { what: 'cut short', act: (text: string) => text.slice(0, text.length / 2) },
    { what: 'changed by hand', act: (text: string) => text.replace('"pages":1', '"pages":2') },
    { what: 'of another form', act: () => '[]' },
    { what: 'empty', act: () => '' },
  ])('a ledger that is $what is said, kept, and everything made again', async ({ act }) => {
    await make()
    const before = shop.output()
    shop.write('output/ledger.json', act(shop.read('output/ledger.json')))
    const report = await make()
    expect(codes(report)).toEqual(['ledger-damaged'])
    expect(built(report)).toHaveLength(12)
    const { 'ledger.damaged.json': damaged, ...after } = shop.output()
    expect(damaged).toBeDefined()
    expect(after).toEqual(before)
    expect(states(await make())).toEqual(['current'])
  })

  test('without what only this machine knows, nothing is made again', async () => {
    await make()
    shop.remove('output/.doorstep')
    expect(states(await make())).toEqual(['current'])
    shop.write('output/.doorstep/seen.json', '{"seen": 1')
    shop.write('output/.doorstep/texts.json', '{')
    expect(states(await make())).toEqual(['current'])
  })
})
