import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { putAllInPlace } from '../../src/build/put-in-place.js'
import { openWorkshop, type Workshop } from '../build/workspace.js'
import { run, type Ran } from './run.js'

const NOTICE = 'children-and-families'
let shop: Workshop
beforeAll(() => {
  shop = openWorkshop()
})
afterAll(() => {
  shop.close()
})

interface Desk {
  readonly copy: Workshop
  readonly doorstep: (...args: readonly string[]) => Promise<Ran>
  /** A file outside the workspace. */
  readonly file: (name: string) => string
  /** Every file of locales/, as it is. */
  readonly locales: () => Readonly<Record<string, string>>
}
async function atDesk(act: (desk: Desk) => Promise<void>): Promise<void> {
  const copy = shop.copy()
  const away = mkdtempSync(join(tmpdir(), 'doorstep-'))
  const locales = (): Record<string, string> =>
    Object.fromEntries(
      readdirSync(join(copy.folder, 'locales'), { recursive: true, encoding: 'utf8' })
        .filter((f) => statSync(join(copy.folder, 'locales', f)).isFile())
        .map((f) => [f, readFileSync(join(copy.folder, 'locales', f), 'latin1')]),
    )
  try {
    await act({
      copy,
      doorstep: (...args) => run(...args, '--workspace', copy.folder),
      file: (n) => join(away, n),
      locales,
    })
  } finally {
    copy.close()
    rmSync(away, { recursive: true })
  }
}
const edit = (file: string, from: string | RegExp, to: string): void => {
  const text = readFileSync(file, 'utf8')
  const changed = text.replace(from, () => to)
  expect(changed).not.toBe(text)
  writeFileSync(file, changed)
}
const FORMATS = [
  ['xliff', 'xlf'],
  ['po', 'po'],
  ['xlsx', 'xlsx'],
] as const

describe.each(FORMATS)('%s', (format, ending) => {
  test('out and home without a change writes no file', () =>
    atDesk(async ({ doorstep, file, locales }) => {
      const before = locales()
      const out = file(`tr.${ending}`)
      expect((await doorstep('export', '--language', 'tr', '--format', format, '--all', '--out', out)).code).toBe(0)
      expect(await doorstep('import', out, '--by', 'A')).toEqual({ code: 0, out: 'Nothing to change\n', err: '' })
      expect(locales()).toEqual(before)
    }))

  test('the same export twice is the same bytes', () =>
    atDesk(async ({ doorstep, file }) => {
      for (const name of ['a', 'b'])
        await doorstep('export', '--language', 'tr', '--format', format, '--out', file(name))
      expect(readFileSync(file('a')).equals(readFileSync(file('b')))).toBe(true)
    }))
})

describe('export', () => {
  test('takes what needs work, or what was asked for', () =>
    atDesk(async ({ doorstep, file }) => {
      await doorstep('review', '--by', 'A', '--state', 'approved', '--languages', 'tr', '--keys', '*')
      const none = await doorstep('export', '--language', 'tr', '--out', file('a.xlf'))
      expect([none.code, none.out]).toEqual([
        0,
        'Nothing needs work: no file was written. --all exports what is done, too\n',
      ])
      await doorstep('review', '--by', 'A', '--state', 'draft', '--languages', 'tr', '--keys', 'leaflet:folio')
      expect((await doorstep('export', '--language', 'tr', '--out', file('a.xlf'))).out).toBe(
        `${file('a.xlf')}: 1 text\n`,
      )
      await doorstep('export', '--language', 'tr', '--all', '--keys', 'leaflet:*', '--out', file('b.xlf'))
      const xliff = readFileSync(file('b.xlf'), 'utf8')
      expect(xliff.split('<unit').length - 1).toBe(xliff.split('leaflet:').length / 2 - 0.5)
      expect(xliff.split('translate="no"').length - 1).toBe(xliff.split('<unit').length - 2)
    }))
  test.each(FORMATS)('as %s never goes over a file of another kind, but over one of its own', (format) =>
    atDesk(async ({ copy, doorstep, file, locales }) => {
      const before = locales()
      const own = join(copy.folder, 'locales/tr/children-and-families.json')
      const refused = await doorstep('export', '--language', 'tr', '--format', format, '--out', own)
      expect([refused.code, refused.out]).toEqual([1, ''])
      expect(refused.err).toContain(`children-and-families.json:1:1
  The file could not be put in place: another kind of file stands there, and would be lost
  fix: Name another file with --out, in a folder that may be written to`)
      expect(locales()).toEqual(before)
      for (let n = 0; n < 2; n++)
        expect((await doorstep('export', '--language', 'tr', '--format', format, '--out', file('a'))).code).toBe(0)
    }),
  )
  test('is seen from where one is, wherever the workspace lies', () =>
    atDesk(async ({ doorstep, file }) => {
      const out = relative('', file('a.xlf'))
      expect((await doorstep('export', '--language', 'tr', '--out', out)).code).toBe(0)
      expect(readFileSync(file('a.xlf'), 'utf8')).toContain('<xliff')
      expect((await doorstep('import', out)).code).toBe(0)
    }))
  test('tells where a text stands, what it was, and what the next person should know', () =>
    atDesk(async ({ copy, doorstep, file }) => {
      copy.change(`locales/en/${NOTICE}.json`, 'housing information', 'information about your home')
      copy.write(
        'locales/glossary.json',
        '{ "keep": [], "terms": [{ "id": "home", "english": ["home"], "translations": { "tr": ["ev"] }, "note": "not a house" }] }',
      )
      await doorstep('export', '--language', 'tr', '--keys', 'collect.items.housing,folio', '--out', file('a.xlf'))
      const xliff = readFileSync(file('a.xlf'), 'utf8')
      for (const note of [
        'section "What personal data do we collect and handle?": item 3 of 8 in a list',
        `Printed by ${NOTICE}.whole.standard`,
        '<note category="english-before" appliesTo="source">housing information</note>',
        '[-housing -]information',
        '<note category="glossary" appliesTo="target">home: ev (not a house)</note>',
        'written without a qualified translator',
        'the page number at the foot of each page',
      ])
        expect(xliff).toContain(note)
    }))
  test.each([
    ['the English', ['--language', 'en'], 'language-unknown'],
    ['a language that is not there', ['--language', 'xx'], 'language-unknown'],
    ['a key that nobody knows', ['--language', 'tr', '--keys', 'nothing.here'], 'key-unknown'],
  ])('of %s: said, no file', (_, args, code) =>
    atDesk(async ({ doorstep, file }) => {
      const ran = await doorstep('export', ...args, '--out', file('a.xlf'))
      expect([ran.code, /^error\[(.*?)\] {2}command line/.exec(ran.err)?.[1]]).toEqual([1, code])
      expect(() => readFileSync(file('a.xlf'))).toThrow()
    }),
  )
})

describe('import', () => {
  test('changes the one text and its entry in the ledger, and says so', () =>
    atDesk(async ({ copy, doorstep, file, locales }) => {
      await doorstep('export', '--language', 'tr', '--out', file('a.xlf'))
      edit(
        file('a.xlf'),
        /(state=")translated("(?:(?!<target).)*<target[^>]*>)Bu broşür hakkında/s,
        'state="reviewed"><source xml:space="preserve">About this leaflet</source><target>Bu yaprak hakkında',
      )
      const before = locales()
      const dry = await doorstep('import', file('a.xlf'), '--by', 'A. Reader', '--dry-run')
      const key = `${NOTICE}-easy-read:about.heading`
      const shown = `${key} (reviewed)\n  Bu [-broşür-]{+yaprak+} hakkında\n`
      const files = [`locales/tr/${NOTICE}-easy-read.json`, 'locales/tr/review.json']
      expect(dry.out).toBe(`${shown}Nothing was written; without --dry-run: ${files.join(', ')}\n`)
      expect(locales()).toEqual(before)
      const ran = await doorstep('import', file('a.xlf'), '--by', 'A. Reader', '--date', '2026-12-05')
      expect(ran).toEqual({ code: 0, out: `${shown}${files.map((f) => `written: ${f}\n`).join('')}`, err: '' })
      const now = locales()
      const latin1 = (text: string): string => Buffer.from(text).toString('latin1')
      expect(now[`tr/${NOTICE}-easy-read.json`]).toBe(
        before[`tr/${NOTICE}-easy-read.json`]!.replace(latin1('Bu broşür hakkında'), latin1('Bu yaprak hakkında')),
      )
      const [was, is] = [before, now].map((l) => JSON.parse(l['tr/review.json']!) as Record<string, object>)
      expect(is![key]).toMatchObject({
        state: 'reviewed',
        by: 'A. Reader',
        date: '2026-12-05',
        note: 'written without a qualified translator',
      })
      expect({ ...is, [key]: 0 }).toEqual({ ...was, [key]: 0 })
      expect(
        Object.keys(now)
          .filter((f) => now[f] !== before[f])
          .sort(),
      ).toEqual(files.map((f) => f.slice(8)).sort())
      expect((await doorstep('import', file('a.xlf'), '--by', 'A. Reader')).out).toBe('Nothing to change\n')
      expect(copy.read('locales/tr/review.json').endsWith('}\n')).toBe(true)
    }))

  test('puts a missing text where the English has it, and the old English into the history', () =>
    atDesk(async ({ copy, doorstep, file }) => {
      copy.change(`locales/en/${NOTICE}.json`, '"housing":', '"garden": "your garden",\n      "housing":')
      await doorstep('export', '--language', 'tr', '--format', 'po', '--keys', '*.garden', '--out', file('a.po'))
      edit(file('a.po'), 'msgid "your garden"\nmsgstr ""', 'msgid "your garden"\nmsgstr "bahçeniz"')
      expect((await doorstep('import', file('a.po'))).code).toBe(0)
      const turkish = copy.read(`locales/tr/${NOTICE}.json`)
      expect(turkish).toMatch(/"sensitive": .*\n +"garden": "bahçeniz",\n +"housing"/)
      expect(copy.read('locales/en/history.json')).toContain('your garden')
      expect((await doorstep('status', '--languages', 'tr', '--json')).out).toMatch(
        /"key": ".*garden",\n +"state": "draft"/,
      )
    }))

  test('writes nothing if anything is wrong, unless what is sound was asked for', () =>
    atDesk(async ({ copy, doorstep, file, locales }) => {
      await doorstep('export', '--language', 'tr', '--format', 'po', '--out', file('a.po'))
      edit(file('a.po'), 'msgstr "Bu broşür hakkında"', 'msgstr "Bu yaprak hakkında"')
      edit(file('a.po'), '{{page}} / {{pages}}', '{{sayfa}} / {{pages}}')
      const before = locales()
      const ran = await doorstep('import', file('a.po'))
      expect([ran.code, ran.err.match(/^error\[.*?\]/gm)]).toEqual([1, ['error[slot-unknown]', 'error[slot-lost]']])
      expect(ran.out.endsWith('Nothing was written\n')).toBe(true)
      expect(locales()).toEqual(before)
      const partly = await doorstep('import', file('a.po'), '--partial')
      expect([partly.code, partly.out.match(/^written: .*/gm)]).toEqual([
        1,
        [`written: locales/tr/${NOTICE}-easy-read.json`, 'written: locales/tr/review.json'],
      ])
      expect(copy.read('locales/tr/leaflet.json')).toBe(shop.read('locales/tr/leaflet.json'))
    }))

  test.each([
    ['another language than asked for', ['--language', 'pl'], [], 'exchange-language'],
    ['a language that is not there', [], [['"Language: tr', '"Language: xx']], 'exchange-relabelled'],
    ['another language than it was exported for', [], [['"Language: tr', '"Language: pl']], 'exchange-relabelled'],
    ['no language', [], [['"Language: tr\\n"\n', ''], ['"X-Target-Language: tr\\n"\n', '']], 'exchange-language'], // prettier-ignore
  ] as const)('of %s: named, nothing written', (_, args, change, code) =>
    atDesk(async ({ doorstep, file, locales }) => {
      await doorstep('export', '--language', 'tr', '--format', 'po', '--out', file('a.po'))
      edit(file('a.po'), 'Bu broşür hakkında', 'Bu yaprak hakkında')
      for (const [from, to] of change) edit(file('a.po'), from, to)
      const before = locales()
      const ran = await doorstep('import', file('a.po'), ...args)
      expect([ran.code, /^error\[(.*?)\]/.exec(ran.err)?.[1]]).toEqual([1, code])
      expect(locales()).toEqual(before)
    }),
  )

  test.each([
    ['a name twice', '"title":', '"title": "A",\n  "title":', 'json-duplicate'],
    ['a comma lost', '",', '"', 'json-syntax'],
  ])('into a file with %s: named, nothing written', (_, from, to, code) =>
    atDesk(async ({ copy, doorstep, file, locales }) => {
      await doorstep('export', '--language', 'tr', '--out', file('a.xlf'))
      edit(file('a.xlf'), 'Bu broşür hakkında', 'Bu yaprak hakkında')
      const path = `locales/tr/${NOTICE}.json`
      copy.write(path, copy.read(path).replace(from, to))
      const before = locales()
      const ran = await doorstep('import', file('a.xlf'))
      expect([ran.code, /^error\[(.*?)\]/.exec(ran.err)?.[1]]).toEqual([1, code])
      expect(locales()).toEqual(before)
    }),
  )

  test('into a file with bytes that are none of UTF-8: named, nothing written', () =>
    atDesk(async ({ copy, doorstep, file, locales }) => {
      await doorstep('export', '--language', 'tr', '--out', file('a.xlf'))
      edit(file('a.xlf'), 'Bu broşür hakkında', 'Bu yaprak hakkında')
      const path = `locales/tr/${NOTICE}-easy-read.json`
      const bytes = Buffer.from(copy.read(path))
      bytes[bytes.lastIndexOf('ş')] = 0xff
      copy.write(path, bytes)
      const before = locales()
      const ran = await doorstep('import', file('a.xlf'))
      expect(ran.err).toMatch(/error\[letter-lost\] {2}locales\/tr/)
      expect(locales()).toEqual(before)
    }))

  test('of a file that is not there', () =>
    atDesk(async ({ doorstep, file }) => {
      const ran = await doorstep('import', file('none.xlf'))
      expect([ran.code, /^error\[(.*?)\]/.exec(ran.err)?.[1]]).toEqual([1, 'file-unknown'])
    }))
  test('as reviewed by nobody is wrong use', () =>
    atDesk(async ({ doorstep, file }) => {
      const ran = await doorstep('import', file('none.xlf'), '--state', 'reviewed')
      expect([ran.code, ran.err]).toEqual([2, expect.stringContaining('--by')])
    }))
  test('prints one JSON document', () =>
    atDesk(async ({ doorstep, file }) => {
      await doorstep('export', '--language', 'tr', '--format', 'xlsx', '--out', file('a.xlsx'))
      const { out } = await doorstep('import', file('a.xlsx'), '--json')
      expect(JSON.parse(out)).toEqual({
        findings: [],
        file: file('a.xlsx'),
        language: 'tr',
        changes: [],
        said: {},
        untranslated: 0,
        files: [],
        written: false,
      })
    }))
})

describe('several files', () => {
  test('are written all or none', () => {
    const folder = mkdtempSync(join(tmpdir(), 'doorstep-'))
    try {
      writeFileSync(join(folder, 'a'), 'old')
      // A folder stands where the second file should be: moving fails after the first was moved.
      putAllInPlace(folder, [{ path: 'b/c', text: 'x' }])
      expect(() => { putAllInPlace(folder, [{ path: 'a', text: 'new' }, { path: 'b', text: 'new' }]) }).toThrow() // prettier-ignore
      expect(readFileSync(join(folder, 'a'), 'utf8')).toBe('old')
      expect(readdirSync(folder).sort()).toEqual(['a', 'b'])
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
