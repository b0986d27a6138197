import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { openProgram } from '../build/program.js'
import { openWorkshop, type Workshop } from '../build/workspace.js'
import { readBack } from '../../src/proof/index.js'
import { run, type Ran } from './run.js'

const STANDARD = 'children-and-families.whole.standard'
const HOUSING = 'children-and-families:collect.items.housing'

let clean: Workshop
let shop: Workshop
beforeAll(() => {
  clean = openWorkshop()
})
beforeEach(() => {
  shop = clean.copy()
  return () => {
    shop.close()
  }
})
afterAll(() => {
  clean.close()
})

const ask = (...args: readonly string[]): Promise<Ran> =>
  run('preview', '--language', 'tr', '--date', '2026-12-01', '--workspace', shop.folder, ...args)
const made = (): string[] => (existsSync(join(shop.folder, 'preview')) ? readdirSync(join(shop.folder, 'preview')) : [])
const read = (file: string) => readBack(readFileSync(join(shop.folder, 'preview', file)))
/** The rest of a finding stands elsewhere: test/findings. */
const codes = (err: string): string[] => [...err.matchAll(/^\w+\[(.+?)\]/gm)].map((m) => m[1]!)

test('a key without its namespace is shown on its page, beside its English, with its state', async () => {
  const { code, out, err } = await ask('--key', 'collect.items.housing')
  expect([code, err]).toEqual([0, ''])
  const file = `tr.${STANDARD}.collect.items.housing.pdf`
  expect(out).toMatch(
    new RegExp(
      `^${HOUSING} {2}draft\\n {2}English {2}housing information\\n {2}text {5}konut bilgileri\\n` +
        ` {2}printed {2}page 2: 1 line of 14 pt\\n\\ntr/${STANDARD}, page 2 of 5, [\\d.]+ kB; made in [\\d.]+ s, not proven: \\S+${file}\\n$`,
    ),
  )
  expect(made()).toEqual([file])
  const { pages, metadata } = await read(file)
  expect(pages.map((p) => p.plain)).toEqual([expect.stringContaining('konut bilgileri')])
  expect(pages[0]!.plain).toContain('Sayfa 2 / 5')
  expect(pages[0]!.plain).toContain('Preview, not for handing out')
  expect(metadata.title).toMatch(/^Preview: /)
})

test('a reader that has no part in Doorstep gets the page, too', async () => {
  await ask('--key', HOUSING)
  const { error, stdout } = spawnSync('pdftotext', [join(shop.folder, 'preview', made()[0]!), '-'], {
    encoding: 'utf8',
  })
  if (error) return // not on this machine
  expect(stdout).toContain('konut bilgileri')
  expect(stdout).toContain('Preview, not for handing out')
})

test('the output folder and its ledger stay as they are, and no file may be put there', async () => {
  shop.write('output/ledger.json', '{}')
  const before = shop.output()
  expect((await ask('--key', HOUSING)).code).toBe(0)
  expect((await ask('--proof-copy')).code).toBe(0)
  const refused = await ask('--key', HOUSING, '--out', 'output/tr/x.pdf')
  expect([refused.code, codes(refused.err)]).toEqual([1, ['output-unwritable']])
  expect(shop.output()).toEqual(before)
})

test('--out names the file; a folder that cannot be written to is a finding', async () => {
  expect((await ask('--key', HOUSING, '--out', 'mine/a.pdf')).code).toBe(0)
  expect(existsSync(join(shop.folder, 'mine/a.pdf'))).toBe(true)
  writeFileSync(join(shop.folder, 'preview'), 'a file')
  const { code, err } = await ask('--key', HOUSING)
  expect([code, codes(err)]).toEqual([1, ['output-unwritable']])
})

test('a file of another kind is never written over, an older preview is', async () => {
  const before = shop.read('doorstep.json')
  const refused = await ask('--key', HOUSING, '--out', 'doorstep.json')
  expect([refused.code, refused.err.split('\n\n')[0]]).toEqual([
    1,
    `error[output-unwritable]  doorstep.json:1:1
  The preview could not be put in place: another kind of file stands there, and would be lost
  fix: Name another file with --out, in a folder that may be written to`,
  ])
  expect(shop.read('doorstep.json')).toBe(before)
  for (let n = 0; n < 2; n++) expect((await ask('--key', HOUSING, '--out', 'a.pdf')).code).toBe(0)
  writeFileSync(join(shop.folder, 'empty.pdf'), '')
  expect((await ask('--key', HOUSING, '--out', 'empty.pdf')).code).toBe(0)
})

test('the proof takes a preview for no leaflet', async () => {
  await ask('--key', HOUSING)
  const { code, err } = await run('proof', join(shop.folder, 'preview', made()[0]!), '--workspace', shop.folder)
  expect([code, err.includes('it does not say which leaflet it is')]).toEqual([1, true])
})

describe('which leaflet', () => {
  test('is the first that prints the text, unless one is named', async () => {
    const { out } = await ask('--key', 'children-and-families-easy-read:collect.housing')
    expect(out).toMatch(/tr\/children-and-families\.whole\.easy-read, page \d+ of/)
    const clinical = await ask('--key', HOUSING, '--service', 'clinical')
    expect(clinical.out).toContain('tr/children-and-families.clinical.standard, ')
  })

  test('prints the text must be one that was named: else the finding says which does', async () => {
    const { code, err, out } = await ask('--key', HOUSING, '--format', 'easy-read')
    expect([code, out, codes(err)]).toEqual([1, '', ['key-not-printed']])
    expect(err).toContain('Ask for one of: --format standard --service whole, --format standard --service social-care')
    const basis = await ask('--key', 'lawful-basis.clinical.basis', '--service', 'social-care')
    expect(basis.err).toContain(
      'Ask for one of: --format standard --service whole, --format standard --service clinical',
    )
    expect(made()).toEqual([])
  })

  test('decides between texts of one name', async () => {
    const { code, err } = await ask('--key', 'title')
    expect([code, codes(err)]).toEqual([1, ['key-ambiguous']])
    const named = await ask('--key', 'title', '--format', 'easy-read')
    expect(named.out).toMatch(/^children-and-families-easy-read:title {2}/)
  })

  test('prints no text that no template says, and none that is left out: the heading of contents', async () => {
    shop.write('doorstep.json', JSON.stringify({ ...(JSON.parse(shop.read('doorstep.json')) as object), contacts: {} }))
    const nowhere = await ask('--key', 'leaflet:who-to-ask')
    expect([nowhere.code, codes(nowhere.err)]).toEqual([1, ['key-not-printed']])
    expect((await ask('--key', 'leaflet:contents')).out).toContain('easy-read, page 1 of')
    shop.change('templates/themes/doorstep.json', '"contentsAbove": 8', '"contentsAbove": 99')
    const left = await ask('--key', 'leaflet:contents')
    expect([left.code, left.out, codes(left.err)]).toEqual([1, '', ['key-not-printed']])
  })
})

describe('what is marked', () => {
  test('a title: on its page and in the foot of all', async () => {
    const { out } = await ask('--key', 'children-and-families:title')
    expect(out).toMatch(/printed {2}page 1: 2 lines of 28 pt; pages 1 to 5: 1 line of 12 pt\n/)
    expect((await read(made()[0]!)).pages).toHaveLength(5)
  })

  test('a text that nobody sees: the picture that it describes', async () => {
    const { out } = await ask('--key', 'pictures:home')
    expect(out).toMatch(/printed {2}page 4: its picture\n/)
  })

  test('all texts of a pattern; those of other leaflets are said', async () => {
    const { out } = await ask('--key', '*:collect.h*')
    expect(out).toContain('collect.heading  draft')
    expect(out).toContain('printed  not in this leaflet')
    // Easy read prints two of the three.
    expect(made()).toEqual(['tr.children-and-families.whole.easy-read.3-texts.pdf'])
  })
})

describe('a leaflet that an error holds is shown as far as it goes', () => {
  test('a lost text elsewhere', async () => {
    shop.change('locales/tr/children-and-families.json', '"medical": "', '"medcial": "')
    const { code, out, err } = await ask('--key', HOUSING)
    expect([code, codes(err)]).toEqual([1, ['key-missing']])
    expect(out).toContain('the leaflet itself is held')
    expect((await read(made()[0]!)).pages[0]!.plain).toContain('[children-and-families:collect.items.medical]')
  })

  test('the text itself is missing, has broken marks, or a letter that no font has', async () => {
    const file = 'locales/tr/children-and-families.json'
    const text = shop.read(file)
    const cases = [
      ['key-missing', /"housing": ".*",/, '', `[${HOUSING}]`],
      ['markup-broken', '"housing": "', '"housing": "<strong>', `[${HOUSING}]`],
      ['glyph-missing', '"housing": "', '"housing": "ⴰ', '[U+2D30]konut'],
    ] as const
    for (const [code, from, to, shown] of cases) {
      shop.write(file, text.replace(from, to))
      const { err } = await ask('--key', HOUSING)
      expect(codes(err)).toContain(code)
      const { pages } = await read(`tr.${STANDARD}.collect.items.housing.pdf`)
      expect(pages[0]!.plain.replace(/\s/g, '')).toContain(shown)
    }
  })

  test('a file that is no JSON, a picture that is not there', async () => {
    shop.change('templates/notices/children-and-families.json', '"picture": "home"', '"picture": "hoem"')
    const row = await ask('--key', 'children-and-families-easy-read:collect.housing')
    expect([row.code, codes(row.err)]).toEqual([1, ['picture-unknown', 'key-unknown']])
    shop.write('locales/tr/children-and-families.json', '{')
    const lost = await ask('--key', HOUSING)
    expect([lost.code, codes(lost.err)]).toEqual([1, ['json-syntax']])
    expect(made()).toHaveLength(2)
  })

  test('without a template or a font there is nothing to show', async () => {
    shop.change('templates/standard.hbs', '{{> opening}}', '{{> openning}}')
    const broken = await ask('--key', HOUSING)
    expect([broken.code, broken.out, codes(broken.err)]).toEqual([1, '', ['template-broken']])
    shop.change('locales/tr/locale.json', 'noto-sans', 'noto-sans-tifinagh')
    expect(codes((await ask('--proof-copy')).err)).toContain('font-missing')
    expect(made()).toEqual([])
  })
})

test('warnings of the text itself are said, and no others', async () => {
  shop.change('locales/en/children-and-families.json', '"housing information"', '"where you live"')
  shop.change('locales/en/children-and-families.json', '"medical information"', '"health"')
  const { code, out, err } = await ask('--key', HOUSING)
  expect([code, codes(err)]).toEqual([0, ['translation-stale']])
  expect(out).toMatch(/housing {2}stale\n/)
})

test('pseudo-locales are shown, too', async () => {
  for (const tag of ['en-XA', 'ar-XB']) {
    const { code, out } = await run('preview', '--language', tag, '--key', HOUSING, '--workspace', shop.folder)
    expect([code, out.includes(`${tag}/${STANDARD}, page`)]).toEqual([0, true])
  }
})

test('--json prints one document: the file, its pages, the texts with their places, the numbers of a proof copy', async () => {
  const { out, err } = await ask('--key', HOUSING, '--proof-copy', '--json')
  const said = JSON.parse(out) as { texts: { sightings: object[] }[]; numbers: { number: number }[] }
  expect(err).toBe('')
  expect(Object.keys(said)).toEqual(['findings', 'file', 'bytes', 'leaflet', 'pages', 'of', 'texts', 'numbers'])
  expect(said.texts).toMatchObject([{ key: HOUSING, state: 'draft', sightings: [{ page: 2, kind: 'text', lines: 1 }] }])
  expect(said.numbers.length).toBeGreaterThan(60)
  const wrong = JSON.parse((await ask('--key', 'nothing', '--json')).out) as object
  expect(Object.keys(wrong)).toEqual(['findings', 'bytes', 'pages', 'of', 'texts', 'numbers'])
})

test('a key that is lost in a broken file is said with the file', async () => {
  shop.write('locales/en/children-and-families.json', '{')
  shop.write('locales/tr/children-and-families.json', '{')
  const { code, err } = await ask('--key', HOUSING)
  expect([code, codes(err)]).toEqual([1, ['json-syntax', 'json-syntax', 'key-not-found']])
})

test.each([
  ['an unknown key', ['--key', 'hosing'], 1, ['key-not-found']],
  ['an unknown format', ['--key', HOUSING, '--format', 'braille'], 1, ['format-unknown']],
  ['an unknown notice', ['--key', HOUSING, '--notice', 'parking'], 1, ['notice-unknown']],
  ['no day', ['--key', HOUSING, '--date', 'today'], 1, ['date-bad']],
  ['an empty key', ['--key', ''], 2, []],
  ['neither a key nor a proof copy', [], 2, []],
])('%s is wrong', async (_, args, code, expected) => {
  const ran = await ask(...args)
  expect([ran.code, ran.out, codes(ran.err)]).toEqual([code, '', expected])
  expect(made()).toEqual([])
})

describe('--watch', () => {
  test('says where the page is, shows each change, and ends cleanly when it is interrupted', async () => {
    const args = ['preview', '--watch', '--language', 'tr', '--key', HOUSING, '--date', '2026-12-01', '--workspace', shop.folder] // prettier-ignore
    const watching = spawn(process.execPath, [join(openProgram().folder, 'cli/main.js'), ...args])
    const said = { out: '', err: '' }
    watching.stdout.on('data', (text: Buffer) => (said.out += text.toString()))
    watching.stderr.on('data', (text: Buffer) => (said.err += text.toString()))
    const ended = new Promise((resolve) => watching.on('exit', resolve))
    const says = (what: RegExp) => vi.waitFor(() => { expect(said.out).toMatch(what) }, { timeout: 30_000, interval: 20 }) // prettier-ignore
    await says(
      /, page 2 of 5, .*not proven: .*\.pdf\n\nA page for the browser, .*: file:\S+#mark-1\nWaiting for changes\n$/,
    )
    const page = fileURLToPath(/file:\S+(?=#)/.exec(said.out)![0])
    expect(readFileSync(page, 'utf8')).toContain('id="mark-1"')
    const file = 'locales/tr/children-and-families.json'
    const text = shop.read(file)
    shop.write(file, text.replace('konut bilgileri', 'ev bilgileri'))
    await says(/text {5}ev bilgileri\n/)
    shop.write(file, text.slice(0, 400))
    await says(/\nNot renewed; the last good preview stays\nWaiting for changes\n$/)
    expect(codes(said.err)).toEqual(['json-syntax'])
    expect(readFileSync(page, 'utf8')).toContain('ev bilgileri')
    watching.kill('SIGINT')
    expect(await ended).toBe(0)
    expect(said.out.match(/A page for the browser/g)).toHaveLength(1)
  })

  test('does not wait where no edit helps', async () => {
    const { code, out, err } = await ask('--watch', '--key', 'hosing')
    expect([code, out, codes(err)]).toEqual([1, '', ['key-not-found']])
  })
})
