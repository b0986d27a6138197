import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { findEdition } from '../../src/build/index.js'
import { fileStart } from '../../src/report/index.js'
import { built, codes, makeIn, states } from './make.js'
import { openSmallWorkshop } from './small-workshop.js'
import type { Workshop } from './workspace.js'

const ID = 'tr/visit.whole.standard'
const FILE = `output/${ID}.pdf`
const TR = 'locales/tr/visit.json'
const BOOK = 'output/editions/tr.json'
const LEDGER = 'output/ledger.json'

/** A workshop with two editions of the Turkish leaflets; the second is in place. */
let good: Workshop
let former: string
let current: string
let shop: Workshop
const make = (more = {}, request = {}) => makeIn(shop, more, { issueDate: '2026-12-02', ...request })
const at = (file: string): string => join(shop.folder, file)
const ask = (code: string) => findEdition(at('output'), code, fileStart('command line')).answers[0]

beforeAll(async () => {
  good = shop = openSmallWorkshop()
  const first = await make({}, { issueDate: '2026-12-01' })
  shop.change(TR, 'Türkçe first text.', 'Türkçe better text.')
  const second = await make()
  const [a, b] = [first, second].map((r) => r.leaflets.find((l) => l.id === ID)!.edition!)
  former = a!
  current = b!
})
afterAll(() => {
  good.close()
})
beforeEach(() => {
  shop = good.copy()
})
afterEach(() => {
  shop.close()
})

describe('a book of editions', () => {
  test.each([
    { what: 'that is cut short', act: (text: string) => text.slice(0, text.length / 3) },
    { what: 'that was changed by hand', act: (text: string) => text.replace('2026-12-02', '2026-12-09') },
    { what: 'of another form', act: () => '[]' },
    { what: 'that is gone', act: () => undefined },
    { what: 'in whose place a folder stands', act: () => ({ folder: true }) },
  ])('$what is said, and its last good copy takes its place', async ({ what, act }) => {
    const text = shop.read(BOOK)
    shop.remove(BOOK)
    const broken = act(text)
    if (typeof broken === 'object') shop.write(`${BOOK}/mine.txt`, 'mine')
    else if (broken !== undefined) shop.write(BOOK, broken)
    // Also before anything is built.
    expect(ask(former)).toMatchObject({ state: 'superseded', by: current })
    expect(codes(await make())).toEqual(['editions-damaged'])
    expect(shop.read(BOOK)).toBe(text)
    const kept = 'output/editions/tr.damaged.json'
    if (what === 'that is gone') expect(existsSync(at(kept))).toBe(false)
    else if (typeof broken === 'string') expect(shop.read(kept)).toBe(broken)
    else expect(shop.read(`${kept}/mine.txt`)).toBe('mine')
    expect(await make()).toMatchObject({ findings: [] })
  })

  test('that is broken twice keeps both', async () => {
    for (const text of ['one', 'two']) {
      shop.write(BOOK, text)
      await make()
    }
    expect(shop.read('output/editions/tr.damaged.json')).toBe('one')
    expect(shop.read('output/editions/tr.damaged-2.json')).toBe('two')
  })

  test('without a copy is put together from the lines that can be read, and from the ledger', async () => {
    const text = shop.read(BOOK)
    shop.remove('output/.doorstep')
    const line = text.split('\n').find((l) => l.startsWith(`"${former}"`))!
    shop.write(BOOK, `{\n"editions": {\n${line}\n"${current}": [{"leaflet":"tr/vi`)
    const { findings } = await make()
    expect(findings.map((f) => f.code)).toEqual(['editions-damaged'])
    // The four that are in place, and one that came before.
    expect(findings[0]!.fix).toContain('only 5 edition codes are known')
    expect(ask(former)).toMatchObject({ state: 'superseded', by: current, changes: [{ key: 'visit:about.first' }] })
    expect(ask(current)).toMatchObject({ state: 'current', first: '2026-12-02' })
    shop.change(TR, 'better', 'best')
    await make({}, { issueDate: '2026-12-03' })
    expect(ask(current)).toMatchObject({ state: 'superseded', day: '2026-12-03' })
  })

  test('that was put back from an older copy learns from the ledger what came after', async () => {
    const older = shop.read(BOOK)
    shop.change(TR, 'better', 'best')
    const newest = (await make()).leaflets.find((l) => l.id === ID)!.edition!
    shop.write(BOOK, older)
    expect(codes(await make())).toEqual([])
    expect(ask(newest)).toMatchObject({ state: 'current' })
    expect(ask(current)).toMatchObject({ state: 'superseded', by: newest })
  })

  test('knows no edition whose leaflet the disk refused', async () => {
    shop.remove(FILE)
    shop.write(`${FILE}/mine.txt`, 'mine')
    shop.change(TR, 'better', 'best')
    expect(codes(await make())).toContain('output-unwritable')
    expect(ask(current)).toMatchObject({ state: 'current' })
  })
})

describe('a ledger', () => {
  test.each([
    { what: 'is gone', break: () => { shop.remove(LEDGER); } }, // prettier-ignore
    { what: 'is broken', break: () => { shop.write(LEDGER, '{'); } }, // prettier-ignore
    { what: 'is a folder', break: () => { shop.remove(LEDGER); mkdirSync(at(LEDGER)); } }, // prettier-ignore
  ])('that $what is said; the edition in place is superseded all the same', async ({ break: act }) => {
    act()
    shop.change(TR, 'better', 'best')
    const report = await make()
    expect(codes(report)).toEqual(['ledger-damaged'])
    expect(built(report)).toHaveLength(12)
    expect(ask(current)).toMatchObject({ state: 'superseded' })
    expect(await make()).toMatchObject({ findings: [] })
  })

  test('and a workspace that were put back from a copy do not vouch for newer leaflets', async () => {
    const [ledger, text] = [shop.read(LEDGER), shop.read(TR)]
    shop.change(TR, 'better', 'best')
    await make()
    shop.write(LEDGER, ledger)
    shop.write(TR, text)
    const report = await make()
    expect(new Set(codes(report))).toEqual(new Set(['output-changed']))
    expect(shop.output()).toMatchObject({ [`${ID}.pdf`]: good.output()[`${ID}.pdf`] })
  })
})

describe('a leaflet in the output', () => {
  test('in whose place a folder stands is said each time', async () => {
    shop.remove(FILE)
    shop.write(`${FILE}/mine.txt`, 'mine')
    for (let n = 0; n < 2; n++) expect(codes(await make())).toEqual(['output-changed', 'output-unwritable'])
  })

  test('that is a link is put in its place, and nothing is written to where it leads', async () => {
    shop.write('mine.pdf', 'mine')
    for (const [file, target] of [
      [FILE, 'mine.pdf'],
      ['output/en/visit.whole.large.pdf', 'nowhere.pdf'],
    ] as const) {
      // prettier-ignore
      shop.remove(file)
      symlinkSync(at(target), at(file))
    }
    expect(built(await make())).toHaveLength(2)
    expect(shop.read('mine.pdf')).toBe('mine')
    expect(existsSync(at('nowhere.pdf'))).toBe(false)
    expect(shop.output()).toEqual(good.output())
  })

  test('that was copied with its folder is looked at once', async () => {
    renameSync(at('output'), at('old'))
    cpSync(at('old'), at('output'), { recursive: true })
    let looks = 0
    const progress = (): void => {
      looks++
    }
    await make({ progress })
    expect(looks).toBe(12)
    expect(states(await make({ progress }))).toEqual(['current'])
    expect(looks).toBe(12)
  })
})

describe('what only this machine needs', () => {
  test.each([
    '{"a":1}',
    'null',
    '[1]',
    '[{"from":1,"to":2}]',
    '[{"from":"../mine","to":"tr/mine.pdf"}]',
    '[{"from":"ledger.json","to":"../mine"}]',
  ])(
    // prettier-ignore
    'a journal that no build wrote moves nothing: %s',
    async (journal) => {
      shop.write('mine', 'mine')
      shop.write('output/.doorstep/journal.json', journal)
      expect(await make()).toMatchObject({ findings: [] })
      expect(shop.read('mine')).toBe('mine')
      expect(shop.output()).toEqual(good.output())
      expect(existsSync(at('output/.doorstep/journal.json'))).toBe(false)
    },
  )

  test.each([
    {
      file: 'journal.json',
      act: (path: string) => {
        mkdirSync(path)
      },
    },
    {
      file: 'lock',
      act: (path: string) => {
        mkdirSync(path)
      },
    },
    { file: 'next/.made/tr.jsonl', act: (path: string) => { writeFileSync(path, 'null\n7\n{}\n{"id":1}\n{"id":"x","entry":3}\n{"id":"x"}\n'); } }, // prettier-ignore
    { file: 'seen.json', act: (path: string) => { writeFileSync(path, readFileSync(path, 'utf8').replace('["locales"', '["nowhere"],["locales"')); } }, // prettier-ignore
    { file: 'texts.json', act: (path: string) => { writeFileSync(path, readFileSync(path, 'utf8').replace(/"lists":\[.*?\]\]/, '"lists":[]')); } }, // prettier-ignore
  ])('$file of another form stops no build', async ({ file, act }) => {
    await make()
    mkdirSync(at('output/.doorstep/next/.made'), { recursive: true })
    act(at(`output/.doorstep/${file}`))
    shop.change(TR, 'better', 'best')
    expect(built(await make())).toHaveLength(4)
    expect(await make()).toMatchObject({ findings: [] })
  })

  test('texts that are older than the times beside them hide no edit', async () => {
    await make()
    const texts = shop.read('output/.doorstep/texts.json')
    shop.change('templates/large.hbs', '{{t serviceName}}', '{{t "leaflet:draft"}}')
    await make()
    shop.write('output/.doorstep/texts.json', texts)
    shop.change('locales/tr/leaflet.json', 'Türkçe draft.', 'Taslak.')
    expect(built(await make())).toEqual(['tr/visit.whole.large', 'tr/visit.care.large'])
  })
})

describe('a language', () => {
  test('whose locale.json leads nowhere is held and not withdrawn', async () => {
    for (const target of ['locale.json', 'nowhere.json']) {
      rmSync(at('locales/tr/locale.json'), { force: true })
      symlinkSync(target, at('locales/tr/locale.json'))
      const { findings, leaflets } = await make()
      expect(findings.map((f) => [f.code, f.place.file])).toEqual([['file-unreadable', 'locales/tr/locale.json']])
      expect(leaflets.filter((l) => l.state === 'held')).toHaveLength(4)
    }
  })

  test('whose locale.json is gone is held as long as its texts are there, then withdrawn', async () => {
    rmSync(at('locales/tr/locale.json'))
    const held = await make()
    expect(held.findings.map((f) => [f.code, f.place.file])).toEqual([['locale-missing', 'locales/tr/locale.json']])
    expect(held.leaflets.filter((l) => l.state === 'held')).toHaveLength(4)
    for (const name of ['visit', 'leaflet']) rmSync(at(`locales/tr/${name}.json`))
    expect(codes(await make())).toEqual(Array(4).fill('leaflet-withdrawn'))
    expect(codes(await make({}, { languages: ['tr'] }))).toEqual(['locale-missing'])
  })

  test('in whose place a file stands is withdrawn', async () => {
    shop.remove('locales/tr')
    shop.write('locales/tr', '')
    expect(codes(await make())).toEqual(Array(4).fill('leaflet-withdrawn'))
  })
})
