import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, renameSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { openProgram, type Program } from '../build/program.js'
import { openSmallWorkshop } from '../build/small-workshop.js'
import type { Workshop } from '../build/workspace.js'
import { run } from './run.js'

let program: Program
beforeAll(() => {
  program = openProgram()
})
let shop: Workshop
beforeEach(() => {
  shop = openSmallWorkshop()
})
afterEach(() => {
  vi.unstubAllEnvs()
  shop.close()
})

const day = ['--date', '2026-12-01']
const build = (...more: string[]) => run('build', '--no-proof', ...day, '--workspace', shop.folder, ...more)
const json = (text: string) => JSON.parse(text) as Record<string, never[]>
const editionOf = (id: string): string => (JSON.parse(shop.read('output/ledger.json')) as { leaflets: Record<string, { edition: string }> }).leaflets[id]!.edition // prettier-ignore

describe('build', () => {
  test('says how many are current, and makes all again with --force or --no-ledger', async () => {
    expect((await build()).out).toMatch(/^12 leaflets in 3 languages built, not proven/)
    expect((await build()).out).toMatch(/^Nothing made, in .*; 12 current: nothing that they are made from changed\n$/)
    for (const flag of ['--force', '--no-ledger']) expect((await build(flag)).out).toMatch(/^12 leaflets/)
  })

  test('is dated by SOURCE_DATE_EPOCH, as its UTC day, unless a day is asked for', async () => {
    // date -u -d @1796169599: one second before 2 December 2026.
    vi.stubEnv('SOURCE_DATE_EPOCH', '1796169599')
    vi.stubEnv('TZ', 'Pacific/Kiritimati')
    const dates = async (...more: string[]) => new Set(json((await run('build', '--no-proof', '--json', '--workspace', shop.folder, ...more)).out)['leaflets']!.map((l: { issueDate: string }) => l.issueDate)) // prettier-ignore
    expect(await dates()).toEqual(new Set(['2026-12-01']))
    expect(await dates('--date', '2026-11-05')).toEqual(new Set(['2026-11-05']))
    vi.stubEnv('SOURCE_DATE_EPOCH', 'yesterday')
    expect((await run('build', '--workspace', shop.folder)).err).toBe(`error[date-bad]  environment:1:19
  "SOURCE_DATE_EPOCH=yesterday" is not a date
  1 │ SOURCE_DATE_EPOCH=yesterday
    │                   ^
  fix: Make it a number of seconds, such as 1796083200, or unset it

1 error
`)
  })

  test('follows symbolic links, and sees when they lead elsewhere', async () => {
    mkdirSync(join(shop.folder, 'elsewhere'))
    const at = (name: string): string => join(shop.folder, name)
    renameSync(at('locales/tr'), at('elsewhere/tr'))
    symlinkSync(at('elsewhere/tr'), at('locales/tr'))
    expect((await build()).out).toMatch(/^12 leaflets/)
    shop.change('elsewhere/tr/visit.json', 'Türkçe heading', 'Başlık')
    expect((await build()).out).toMatch(/^4 leaflets/)
    shop.write('elsewhere/other.json', shop.read('locales/pl/visit.json').replace('Polski visit', 'Wizyta'))
    shop.remove('locales/pl/visit.json')
    symlinkSync(at('elsewhere/other.json'), at('locales/pl/visit.json'))
    expect((await build()).out).toMatch(/^4 leaflets/)
  })

  test('takes folders and files with names in any script', async () => {
    const out = join(shop.folder, 'Blätter зал 葉 ﷺ')
    expect((await build('--out', out)).code).toBe(0)
    shop.write('locales/tr/ÖĞÜT.json', '{ "kelime": "Söz" }')
    expect((await build('--out', out)).out).toMatch(/12 current/)
    expect((await build('--out', out)).out).toMatch(/12 current/)
  })
})

test('edition: the code of a foot, current and superseded, in words and as JSON', async () => {
  await build()
  const code = editionOf('tr/visit.whole.standard')
  const ask = (typed: string, ...more: string[]) => run('edition', typed, '--workspace', shop.folder, ...more)
  expect((await ask(code.toLowerCase())).out).toBe(
    `${code}  tr/visit.whole.standard, issued on 2026-12-01\n  current: this is what is handed out now\n`,
  )
  shop.change('locales/tr/visit.json', 'Türkçe visit', 'Ziyaret')
  await build()
  const now = editionOf('tr/visit.whole.standard')
  expect((await ask(code)).out).toBe(
    `${code}  tr/visit.whole.standard, issued on 2026-12-01
  superseded on 2026-12-01 by ${now}: do not hand it out; since then changed
  visit:title
    [-Türkçe visit-]{+Ziyaret+}
`,
  )
  expect(json((await ask(code, '--json')).out)).toMatchObject({ findings: [], editions: [{ code, state: 'superseded', by: now }] }) // prettier-ignore
  const wrong = await ask('ABCDEFGH')
  expect([wrong.code, wrong.out]).toEqual([1, ''])
  expect(wrong.err).toContain('error[edition-mistyped]  command line:1:18')
})

test('impact: in words, as JSON and as a page', async () => {
  await build()
  const ask = (...more: string[]) => run('impact', ...day, '--workspace', shop.folder, ...more)
  expect((await ask()).out).toBe('Nothing would be made again\n')
  shop.change('locales/tr/visit.json', 'Türkçe for care alone.', 'Bakım.')
  const code = editionOf('tr/visit.care.large')
  const page = join(shop.folder, 'impact.html')
  const { out } = await ask('--page', page, '--formats', 'large', '--services', 'care')
  expect(out).toBe(`visit:care.only
  tr: [-Türkçe for care alone-]{+Bakım+}.
  1 leaflet in tr; formats large

1 can go now
  tr/visit.care.large: its texts changed

0 wait for a translator

0 held

1 edition to take back
  ${code}  tr/visit.care.large, issued 2026-12-01
`)
  expect(readFileSync(page, 'utf8')).toContain(`<th scope="row">${code}</th>`)
  expect(json((await ask('--json')).out)['leaflets']).toHaveLength(4)
})

test('impact: its page never goes over a file of another kind', async () => {
  const theme = shop.read('templates/themes/small.json')
  const ask = (page: string) => run('impact', ...day, '--workspace', shop.folder, '--page', join(shop.folder, page))
  expect((await ask('templates/themes/small.json')).err).toContain(`templates/themes/small.json:1:1
  The page could not be put in place: another kind of file stands there, and would be lost
  fix: Name another file with --page, in a folder that may be written to`)
  expect(shop.read('templates/themes/small.json')).toBe(theme)
  for (let n = 0; n < 2; n++) expect((await ask('impact.html')).code).toBe(0)
})

test('verify: every leaflet once more', async () => {
  await build()
  const check = () => run('verify', '--workspace', shop.folder, '--jobs', '1')
  expect(await check()).toEqual({ code: 0, out: '12 of 12 leaflets come out the same, byte for byte\n', err: '' })
  shop.write('output/tr/visit.care.large.pdf', 'mine')
  expect((await check()).err).toContain('warning[output-changed]  output/tr/visit.care.large.pdf')
})

test('watch: builds on a change, and ends cleanly when it is interrupted', async () => {
  const args = ['watch', '--no-proof', ...day, '--jobs', '1', '--workspace', shop.folder]
  const watching = spawn(process.execPath, [join(program.folder, 'cli/main.js'), ...args])
  let out = ''
  watching.stdout.on('data', (text: Buffer) => (out += text.toString()))
  const ended = new Promise((resolve) => watching.on('exit', resolve))
  const says = (what: RegExp) => vi.waitFor(() => { expect(out).toMatch(what) }, { timeout: 30_000, interval: 20 }) // prettier-ignore
  await says(/^12 built in \d+ ms/)
  shop.change('locales/tr/visit.json', 'Türkçe visit', 'Ziyaret')
  await says(/^4 built in \d+ ms: tr\/visit/m)
  watching.kill('SIGINT')
  expect(await ended).toBe(0)
  expect((await build()).out).toMatch(/12 current|12 leaflets/)
})
