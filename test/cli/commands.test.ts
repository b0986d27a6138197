import { readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openWorkshop, type Workshop } from '../build/workspace.js'
import { changed, edit, fontOf, name } from '../damage/tools.js'
import { run } from './run.js'

const STANDARD = 'children-and-families.whole.standard'
const choice = ['--formats', 'standard', '--services', 'whole', '--date', '2026-12-01']

let shop: Workshop
let here: readonly string[]
beforeAll(async () => {
  shop = openWorkshop()
  here = ['--workspace', shop.folder]
  expect(await run('build', ...choice, ...here, '--jobs', '1')).toMatchObject({ code: 0, err: '' })
})
afterAll(() => {
  shop.close()
})

const parsed = (text: string): Record<string, unknown> => JSON.parse(text) as Record<string, unknown>

describe('--json', () => {
  test('build prints one document: findings and leaflets, with these names', async () => {
    const broken = shop.copy()
    broken.change('locales/tr/locale.json', 'noto-sans', 'noto-sans-tifinagh')
    const { code, out, err } = await run('build', ...choice, '--workspace', broken.folder, '--json')
    const { leaflets, findings, ...rest } = parsed(out) as { leaflets: Record<string, unknown>[]; findings: unknown }
    expect([code, err, rest]).toEqual([1, '', {}])
    expect(leaflets.map((l) => `${String(l['id'])} ${String(l['state'])}`)).toEqual([
      `en/${STANDARD} current`,
      `pl/${STANDARD} current`,
      `tr/${STANDARD} held`,
    ])
    expect(leaflets[2]).toEqual({
      notice: 'children-and-families',
      language: 'tr',
      service: 'whole',
      format: 'standard',
      issueDate: '2026-12-01',
      id: `tr/${STANDARD}`,
      state: 'held',
      file: `tr/${STANDARD}.pdf`,
      bytes: 0,
      pages: 0,
    })
    const size = readFileSync(join(broken.folder, 'output', `en/${STANDARD}.pdf`)).byteLength
    expect(leaflets[0]).toMatchObject({ state: 'current', bytes: size })
    expect(findings).toEqual([
      {
        code: 'font-missing',
        severity: 'error',
        place: {
          file: 'locales/tr/locale.json',
          line: 14,
          column: 12,
          excerpt: '  "fonts": [{ "package": "@expo-google-fonts/noto-sans-tifinagh" }]',
        },
        title: 'The font package "@expo-google-fonts/noto-sans-tifinagh" is not installed',
        printed: 'nothing: every letter of this language needs it',
        fix: 'Run: npm install @expo-google-fonts/noto-sans-tifinagh',
        leaflets: [`tr/${STANDARD}`],
      },
    ])
    broken.close()
  })

  test.each([
    ['check', [...choice], ['findings']],
    ['status', [], ['findings', 'languages', 'waiting']],
    ['trace', ['children-and-families:title', '--language', 'tr'], ['findings', 'key', 'stages']],
    ['trace', ['nothing', '--language', 'tr'], ['findings', 'key', 'stages']],
    ['trace', ['nothing', '--language', 'tlh'], ['findings', 'key', 'stages']],
    ['review', ['--by', 'A'], ['findings', 'written']],
    ['build', ['--languages', 'tlh'], ['findings', 'leaflets']],
  ])('%s %j prints one document and nothing else', async (command, args, names) => {
    const copy = shop.copy()
    const { out, err } = await run(command, ...args, '--workspace', copy.folder, '--json')
    expect(Object.keys(parsed(out)).sort()).toEqual(names)
    expect(err).toBe('')
    copy.close()
  })
})

test('progress is for terminals: elsewhere a build writes one line', async () => {
  const { out, err } = await run('build', ...choice, ...here, '--languages', 'en', '--force')
  expect(out).toMatch(/^1 leaflet in 1 language built and proven in [\d.]+ s: \S+; median [\d.]+ kB, \d+ pages?\n$/)
  expect(err).toBe('')
})

test('check writes nothing, says of a good workspace that all is well, and finds letters that no font has', async () => {
  const copy = shop.copy()
  copy.remove('output')
  const flags = [...choice, '--workspace', copy.folder]
  const well = await run('check', ...flags)
  // The council's own words read as hard as they do; of all else there is nothing to say.
  expect([well.code, (well.out + well.err).match(/^(?:error|warning|note)\[.*?\]/gm)]).toEqual([
    0,
    ['note[reading-age]'],
  ])
  copy.change('locales/tr/children-and-families.json', '"housing": "', '"housing": "ⴰ ')
  const { code, err } = await run('check', ...flags)
  expect([code, /^error\[(.*?)\] {2}(\S+)/m.exec(err)?.slice(1)]).toEqual([
    1,
    ['glyph-missing', 'locales/tr/children-and-families.json:19:19'],
  ])
  expect(copy.output()).toEqual({})
  copy.close()
})

test('status counts for each language what is missing, stale, draft, reviewed and approved', async () => {
  const copy = shop.copy()
  const before = (await run('status', '--workspace', copy.folder)).out.split('\n')
  expect(before[0]).toMatch(/^language +tag +missing +stale +draft +reviewed +approved$/)
  expect(before.slice(1).map((line) => line.split(/ +/).slice(0, 4))).toEqual([
    ['English', 'en', '0', '0'],
    ['Polish', 'pl', '0', '0'],
    ['Turkish', 'tr', '0', '0'],
    [''],
  ])
  const file = 'locales/tr/children-and-families.json'
  copy.write(file, copy.read(file).replace(/\n *"housing": .*/, ''))
  const after = (await run('status', '--workspace', copy.folder)).out.split('\n')
  const drafts = (line: string | undefined): number => Number(line?.split(/ +/)[4])
  expect(after[3]?.split(/ +/).slice(0, 3)).toEqual(['Turkish', 'tr', '1'])
  expect(drafts(before[3]) - drafts(after[3])).toBe(1)
  copy.close()
})

test('of a language that somebody has begun each file is one finding; nothing is printed, and a translator is waited for', async () => {
  const copy = shop.copy()
  copy.remove('locales/pl/leaflet.json')
  copy.write('locales/pl/children-and-families.json', '{ "title": "Dzieci i rodziny" }')
  const asked = [...choice, '--languages', 'pl', '--workspace', copy.folder]
  const { out: checked } = await run('check', ...asked, '--json')
  const { findings } = parsed(checked) as { findings: { code: string; title: string; keys: string[] }[] }
  const missing = findings.filter((f) => f.code === 'texts-missing')
  expect(missing.map((f) => f.title)).toEqual([
    'Polish lacks 53 of the 54 texts of this file: about.intro, about.services.social-care, about.services.early-help and 50 more',
    'Polish lacks all 14 texts of this file: format.standard, format.easy-read, whole and 11 more',
  ])
  expect(missing.map((f) => f.keys.length)).toEqual([53, 14])
  expect((await run('impact', ...asked)).out).toMatch(
    /^0 can go now\n\n1 wait for a translator\n.* and 55 more\n\n0 held$/m,
  )
  expect((await run('status', '--workspace', copy.folder)).out).toMatch(
    /\n\nPolish \(pl\) lacks 67 texts; for a translator: doorstep export --language pl\n$/,
  )
  expect((await run('build', ...asked, '--json')).out).toContain('"state": "held"')
  copy.close()
})

test.each([
  ['TR', 'tr'],
  ['tr_TR', 'tr'],
  ['Türkçe', 'tr'],
  ['Turkce', 'tr'],
  ['polski', 'pl'],
])('who asks for the language %s is told to ask for %s', async (asked, tag) => {
  const { code, err } = await run('check', '--languages', asked, ...here)
  expect([code, /^ {2}fix: .*$/m.exec(err)?.[0]]).toEqual([1, `  fix: Ask for ${tag}`])
})

test('a list may have commas, semicolons or spaces in it', async () => {
  for (const list of ['tr,pl', 'tr, pl', 'tr pl', 'tr;pl']) {
    const { out } = await run('impact', ...choice, '--languages', list, ...here)
    expect(out).toBe('Nothing would be made again\n')
  }
})

describe('trace', () => {
  const stages = ['message', 'document', 'isolated', 'runs', 'glyphs', 'page', 'reader']

  test.each(['en', 'ar'])('shows every stage of one text in %s', async (language) => {
    const { code, out, err } = await run('trace', 'children-and-families:collect.items.housing', '--language', language)
    expect([...out.matchAll(/^[a-z]+$/gm)].map((m) => m[0])).toEqual(stages)
    expect(out).toMatch(new RegExp(`^message\\n {2}locales/${language}/children-and-families.json:19:18 `))
    expect([code, err]).toEqual([0, ''])
  })

  test('says of a key that nobody knows what a finding says', async () => {
    expect(await run('trace', 'nothing', '--language', 'en', ...here.slice(0, 1), '.')).toEqual({
      code: 1,
      out: '',
      err: `error[key-not-found]  command line:1:16
  There is no text with the key "nothing"
  1 │ doorstep trace nothing --language en --workspace .
    │                ^
  fix: The files in locales/en have all keys

1 error
`,
    })
  })

  test('takes a key by its last parts, and asks which where several have them', async () => {
    const { code, out } = await run('trace', 'items.housing', '--language', 'en', ...here)
    expect([code, out.split('\n')[1]]).toEqual([0, expect.stringContaining('children-and-families.json:19:18')])
    expect((await run('trace', 'heading', '--language', 'en', ...here)).err).toContain('error[key-ambiguous]')
  })

  test('says when the leaflet does not print the text', async () => {
    const { code, out } = await run('trace', 'children-and-families-easy-read:title', '--language', 'tr', ...here)
    expect(code).toBe(0)
    expect(out).toMatch(new RegExp(`^message\\n[^]*\\n\\n${STANDARD} in tr does not print this text\\n$`))
  })
})

describe('proof', () => {
  const leaflet = (): string => join(shop.folder, 'output', 'tr', `${STANDARD}.pdf`)

  test('says of a good leaflet that it is equal to its document, and shows what a reader gets', async () => {
    const { code, out, err } = await run('proof', leaflet(), ...here)
    expect(out).toMatch(/^Document /)
    expect(out).toMatch(new RegExp(`\\nEqual to its document: tr/${STANDARD}\\n$`))
    expect([code, err]).toEqual([0, ''])
  })

  test('says of a damaged one what differs', async () => {
    const file = join(shop.folder, 'damaged.pdf')
    // One byte: the letter V reads as W, whatever is on the paper.
    const damaged = await edit(readFileSync(leaflet()), (pdf) => {
      const font = fontOf(pdf)
      font.set(
        name('ToUnicode'),
        changed(pdf, font.get(name('ToUnicode')), (map) => map.replace('<0056>', '<0057>')),
      )
    })
    writeFileSync(file, damaged)
    const { code, out, err } = await run('proof', file, ...here)
    expect(code).toBe(1)
    expect(out).not.toContain('Equal')
    expect(err).toMatch(/^error\[proof-text\] {2}locales\/tr\/\S+:\d+:\d+/)
    expect(err).toMatch(/reads ".*W.*" where the source says ".*V.*"/)
  })

  test('says of another file that it cannot be read back', async () => {
    expect(await run('proof', 'package.json', ...here)).toEqual({
      code: 1,
      out: '',
      err: `error[proof-unreadable]  package.json:1:1
  The PDF cannot be read back: the file does not begin as a PDF
  fix: Do not print this file; build the leaflet again, and report it if that does not help

1 error
`,
    })
  })

  test('of a path that leads nowhere it says which others were meant, or what is there', async () => {
    const said = async (file: string): Promise<string[]> => {
      const { code, err } = await run('proof', file, ...here)
      expect([code, /error\[.*?\]/.exec(err)?.[0]]).toEqual([1, 'error[file-unknown]'])
      return err.split('\n').filter((line) => /^ {2}(There|"|fix)/.test(line))
    }
    const folder = relative('', join(shop.folder, 'output', 'tr'))
    const leaflet = join(folder, `${STANDARD}.pdf`)
    const meant = `  fix: Perhaps you mean ${leaflet}`
    const typo = leaflet.replace('standard', 'standrd')
    expect(await said(typo)).toEqual([`  There is no file "${typo}"`, meant])
    expect(await said(`tr/${STANDARD}.pdf`)).toEqual([`  There is no file "tr/${STANDARD}.pdf"`, meant])
    expect(await said(folder)).toEqual([
      `  "${folder}" is a folder, not a file`,
      `  fix: In ${folder} there are: ${STANDARD}.pdf`,
    ])
    expect((await said('a.pdf'))[1]).toBe('  fix: Correct the path; it starts from the folder that you are in')
  })
})

describe('review', () => {
  test('notes every text that has no entry as a draft, once', async () => {
    const copy = shop.copy()
    const flags = ['--by', 'A. Translator', '--date', '2026-12-01', '--workspace', copy.folder]
    copy.write('locales/tr/review.json', '{}')
    const before = copy.read('locales/en/review.json')
    expect(await run('review', ...flags)).toEqual({
      code: 0,
      out: expect.stringMatching(/written: locales\/tr\/review\.json\n/) as string,
      err: '',
    })
    const entries = JSON.parse(copy.read('locales/tr/review.json')) as Record<string, unknown>
    expect(entries['children-and-families:title']).toEqual({
      source: expect.stringMatching(/^[0-9a-f]{12}$/) as string,
      text: expect.stringMatching(/^[0-9a-f]{12}$/) as string,
      state: 'draft',
      by: 'A. Translator',
      date: '2026-12-01',
      note: '',
    })
    const approved = '"state": "approved"'
    expect(copy.read('locales/en/review.json').split(approved)).toHaveLength(before.split(approved).length)
    expect(await run('review', ...flags)).toEqual({
      code: 0,
      out: 'Nothing to write: all of this is recorded already\n',
      err: '',
    })
    copy.close()
  })

  test('leaves alone what it cannot read: no approval is lost', async () => {
    const copy = shop.copy()
    const broken = '{ "children-and-families:title": '
    copy.write('locales/pl/review.json', broken)
    const { code, err } = await run('review', '--by', 'A', '--workspace', copy.folder)
    expect([code, /^error\[(.*?)\] {2}(\S+)/.exec(err)?.slice(1)]).toEqual([
      1,
      ['json-syntax', 'locales/pl/review.json:1:34'],
    ])
    expect(copy.read('locales/pl/review.json')).toBe(broken)
    copy.close()
  })
})

test('--release builds what is approved and holds the rest, with one finding a language', async () => {
  const copy = shop.copy()
  copy.remove('output')
  const { code, err } = await run('build', '--release', ...choice, '--workspace', copy.folder)
  expect(code).toBe(1)
  expect(Object.keys(copy.output())).toEqual(['editions/en.json', `en/${STANDARD}.pdf`, 'ledger.json'])
  const found = [...err.matchAll(/^error\[(.*?)\] {2}.*\n {2}(.*?) has \d+ (.*)\n[^]*?(Held.*)/gm)].map((m) =>
    m.slice(1),
  )
  const words = 'texts that nobody approved'
  expect(found).toEqual([
    ['not-approved', 'Polish', words, `Held, the last good edition stays: pl/${STANDARD}`],
    ['not-approved', 'Turkish', words, `Held, the last good edition stays: tr/${STANDARD}`],
  ])
  expect(err).toMatch(/\n2 errors\n$/)
  copy.close()
})

describe('wrong use gives exit code 2 and help', () => {
  test.each([
    ['no command', []],
    ['an unknown command', ['bake']],
    ['an unknown flag', ['build', '--colour', 'red']],
    ['a flag without its value', ['build', '--languages']],
    ['a number of threads that is none', ['build', '--jobs', 'many']],
    ['no threads at all', ['build', '--jobs', '0']],
    ['languages that are none, as of a variable that is empty', ['build', '--languages', '']],
    ['formats that are none', ['check', '--formats', ' , ']],
    ['services that are none', ['impact', '--services', ';']],
    ['keys that are none', ['review', '--by', 'A', '--keys', '']],
    ['no keys to export', ['export', '--language', 'tr', '--keys', ',']],
    ['nobody who says it', ['review', '--by', ' ']],
    ['nobody who translated it', ['import', 'tr.xlf', '--by', '']],
    ['no file to proof', ['proof']],
    ['no language to trace', ['trace', 'children-and-families:title']],
  ])('%s', async (_, args) => {
    const { code, out, err } = await run(...args)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain('Usage: doorstep')
  })

  test('help says from where each path is seen', async () => {
    const help = async (command: string) => (await run(command, '--help')).out.replace(/\s+/g, ' ')
    for (const command of ['build', 'impact', 'watch', 'verify', 'edition'])
      expect(await help(command)).toContain('--out <folder> output folder, seen from the workspace')
    expect(await help('preview')).toContain('--out <file> the PDF, seen from the workspace')
    expect(await help('export')).toContain('--out <file> where to, seen from here, not from the workspace')
    expect(await help('impact')).toContain('--page <file> write it as an HTML page too, to print; seen from here')
    for (const command of ['proof', 'import']) expect(await help(command)).toMatch(/Arguments: file .*, seen from here/)
  })

  test('asking for help is no wrong use', async () => {
    const { code, out, err } = await run('build', '--help')
    expect([code, err]).toEqual([0, ''])
    expect(out).toMatch(/^Usage: doorstep build/)
  })
})
