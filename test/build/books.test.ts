import { createHash } from 'node:crypto'
import { appendFileSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findEdition } from '../../src/build/index.js'
import { fileStart } from '../../src/report/index.js'
import { built, codes, makeIn } from './make.js'
import { openSmallWorkshop } from './small-workshop.js'
import type { Workshop } from './workspace.js'

const ID = 'tr/visit.whole.standard'
const TR = 'locales/tr/visit.json'

let shop: Workshop
beforeEach(() => {
  shop = openSmallWorkshop()
})
afterEach(() => {
  shop.close()
})
const at = (file: string): string => join(shop.folder, file)
const make = (issueDate = '2026-12-01', more = {}) => makeIn(shop, more, { issueDate })
const issue = async (day?: string): Promise<string> => (await make(day)).leaflets.find((l) => l.id === ID)!.edition!
const ask = (code: string) => findEdition(at('output'), code, fileStart('command line')).answers[0]
const CHANGE = [{ key: 'visit:about.first', change: 'Türkçe [-first-]{+better+} text.' }]

test('of languages that nothing touches are left alone', async () => {
  await make()
  const files = (): Record<string, number> =>
    Object.fromEntries(readdirSync(at('output/editions')).map((name) => [name, statSync(at(`output/editions/${name}`)).ino])) // prettier-ignore
  const before = files()
  shop.change(TR, 'first text', 'better text')
  await make()
  const after = files()
  expect(Object.keys(after)).toEqual(['en.json', 'pl.json', 'tr.json'])
  expect(after).toMatchObject({ 'en.json': before['en.json'], 'pl.json': before['pl.json'] })
  expect(after['tr.json']).not.toBe(before['tr.json'])
})

test('are not what somebody else keeps beside them: such files stay as they are', async () => {
  const own = {
    'notes.json': '{ "mine": true }',
    'my-list.json': '[]',
    'old.json': '',
    'tr copy.json': 'x',
    'a.txt': 'b',
  }
  for (const [name, text] of Object.entries(own)) shop.write(`output/editions/${name}`, text)
  for (const day of ['2026-12-01', '2026-12-02']) expect(codes(await make(day))).toEqual([])
  for (const [name, text] of Object.entries(own)) expect(shop.read(`output/editions/${name}`)).toBe(text)
  expect(readdirSync(at('output/editions'))).toHaveLength(8)
})

test('are known by how they begin where nothing else tells of them', async () => {
  const code = await issue()
  for (const file of ['output/ledger.json', 'output/.doorstep']) shop.remove(file)
  shop.write('output/editions/tr.json', shop.read('output/editions/tr.json').slice(0, -60))
  expect(ask(code)).toMatchObject({ state: 'current' })
})

test('take over what the one book of all languages said that there used to be', async () => {
  const code = await issue()
  const parts = ['en', 'pl', 'tr'].map((tag) => JSON.parse(shop.read(`output/editions/${tag}.json`)) as Book)
  const keys = parts.flatMap((p) => p.keys)
  const said = parts.flatMap(({ keys: own, said }) =>
    Object.entries(said).map(([id, [list, prints]]) => [id, [keys.indexOf(own[list]!), prints]]),
  )
  const body = JSON.stringify({
    editions: Object.assign({}, ...parts.map((p) => p.editions)) as object,
    keys,
    said: Object.fromEntries(said) as object,
    texts: Object.assign({}, ...parts.map((p) => p.texts)) as object,
  })
  const open = `${body.slice(0, -1)},\n`
  shop.write('output/editions.json', `${open}"seal": "${createHash('sha256').update(open).digest('hex')}"\n}\n`)
  const books = parts.map((_, i) => shop.read(`output/editions/${['en', 'pl', 'tr'][i]!}.json`))
  for (const folder of ['output/editions', 'output/.doorstep']) shop.remove(folder)

  expect(ask(code)).toMatchObject({ state: 'current' })
  expect(codes(await make())).toEqual([])
  expect(['en', 'pl', 'tr'].map((tag) => shop.read(`output/editions/${tag}.json`))).toEqual(books)
  expect(Object.keys(shop.output()).filter((file) => file.includes('editions.json'))).toEqual([])
  shop.change(TR, 'first text', 'better text')
  expect(codes(await make('2026-12-02'))).toEqual([])
  expect(ask(code)).toMatchObject({ state: 'superseded', changes: CHANGE })
})
interface Book {
  readonly editions: object
  readonly keys: readonly (readonly string[])[]
  readonly said: Readonly<Record<string, readonly [number, string]>>
  readonly texts: object
}

test('learn what leaflets say whose build was stopped in the middle of a line', async () => {
  const code = await issue()
  shop.change(TR, 'first text', 'better text')
  const stop = new Error('stopped')
  let made = 0
  const progress = (): void => {
    if (++made === 10) throw stop
  }
  await expect(make('2026-12-02', { progress })).rejects.toBe(stop)
  // The last line of the list is half of one that says nothing.
  appendFileSync(at('output/.doorstep/next/.made/tr.jsonl'), '{"id":"tr/visit.care.large","entry":{"iss')
  const stopped = await make('2026-12-02')
  expect(built(stopped)).toHaveLength(12)
  const better = stopped.leaflets.find((l) => l.id === ID)!.edition!
  expect(ask(code)).toMatchObject({ by: better, changes: CHANGE })
  shop.change(TR, 'better', 'best')
  const ids = (await make('2026-12-03')).leaflets.filter((l) => l.language === 'tr').map((l) => l.id)
  const former = stopped.leaflets.filter((l) => ids.includes(l.id)).map((l) => l.edition!)
  expect(former).toHaveLength(4)
  for (const edition of former) expect(ask(edition)).toMatchObject({ state: 'superseded', changes: [{ change: 'Türkçe [-better-]{+best+} text.' }] }) // prettier-ignore
})

test('of a language in which the disk refused one leaflet know what all others say', async () => {
  const first = await make()
  shop.change(TR, 'first text', 'better text')
  shop.remove(`output/${ID}.pdf`)
  mkdirSync(at(`output/${ID}.pdf`))
  shop.write(`output/${ID}.pdf/mine.txt`, 'mine')
  expect(codes(await make('2026-12-02'))).toContain('output-unwritable')
  for (const { id, language, edition } of first.leaflets.filter((l) => l.language === 'tr'))
    expect(ask(edition!)).toMatchObject(id === ID ? { language, state: 'current' } : { state: 'superseded', changes: CHANGE }) // prettier-ignore
  shop.remove(`output/${ID}.pdf`)
  await make('2026-12-03')
  expect(ask(first.leaflets.find((l) => l.id === ID)!.edition!)).toMatchObject({ day: '2026-12-03', changes: CHANGE })
})
