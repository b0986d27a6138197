import { mkdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { parseRecord, sealed } from '../../src/build/record.js'
import { built, makeIn, states } from './make.js'
import { openSmallWorkshop } from './small-workshop.js'
import type { Workshop } from './workspace.js'

const DEEP = 99_999
const LISTS = '['.repeat(DEEP) + ']'.repeat(DEEP)
const OBJECTS = `${'{"a":'.repeat(DEEP)}1${'}'.repeat(DEEP)}`

let shop: Workshop
const at = (file: string): string => join(shop.folder, file)
beforeEach(async () => {
  shop = openSmallWorkshop()
  await makeIn(shop)
})
afterEach(() => {
  shop.close()
})

test.each([
  'doorstep.json',
  'templates/notices/visit.json',
  'templates/themes/small.json',
  'locales/glossary.json',
  'locales/en/locale.json',
  'locales/en/visit.json',
  'locales/en/history.json',
  'locales/tr/locale.json',
  'locales/tr/visit.json',
  'locales/tr/review.json',
  'locales/tr/waivers.json',
])('%s with brackets 99,999 deep is not JSON, at its place, and nothing else is said', async (file) => {
  const before = shop.output()
  for (const text of [LISTS, OBJECTS, `{ "a": ${LISTS} }`]) {
    shop.write(file, text)
    const { findings } = await makeIn(shop)
    expect(findings.map((f) => [f.code, f.place.file, f.place.line])).toEqual([['json-syntax', file, 1]])
    const after = shop.output()
    for (const [path, bytes] of Object.entries(before)) if (path.endsWith('.pdf')) expect(after[path]).toBe(bytes)
  }
})

describe('a record', () => {
  test('is refused when its brackets stand too deep, wherever they do', () => {
    expect(() => parseRecord(LISTS)).toThrow(SyntaxError)
    expect(() => parseRecord(OBJECTS)).toThrow(SyntaxError)
    expect(() => parseRecord(`{ "a\\\\": "\\"[", "b": ${LISTS} }`)).toThrow(SyntaxError)
    const text = JSON.stringify({ [LISTS]: [LISTS, '\\', '"', '\\"', { a: '\\\\' }] })
    expect(parseRecord(text)).toEqual(JSON.parse(text))
  })

  const inside = (text: string, deep: string): string => `${text.slice(0, text.lastIndexOf('"seal"')).trimEnd().slice(0, -1)},\n"more": ${deep},\n` // prettier-ignore
  test.each([
    'ledger.json',
    'editions/tr.json',
    '.doorstep/editions/tr.json',
    '.doorstep/seen.json',
    '.doorstep/texts.json',
  ])('%s that went too deep stops no build, and all leaflets come out as they were', async (file) => {
    const before = shop.output()
    const whole = readFileSync(at(`output/${file}`), 'utf8')
    for (const text of [LISTS, ...[LISTS, OBJECTS].map((deep) => [...sealed([inside(whole, deep)])].join(''))]) {
      shop.write(`output/${file}`, text)
      const { leaflets, findings } = await makeIn(shop)
      expect(leaflets.map((l) => l.state)).not.toContain('held')
      expect(findings.filter((f) => f.severity === 'error')).toEqual([])
      const after = shop.output()
      for (const [path, bytes] of Object.entries(before)) expect([path, after[path]]).toEqual([path, bytes])
      expect(await makeIn(shop)).toMatchObject({ findings: [] })
    }
  })

  test('of editions with one entry that went too deep keeps all others', async () => {
    const book = shop.read('output/editions/tr.json')
    const line = /^"([^"]+)": \[\{"leaflet".*\}\]/m.exec(book)![0]
    shop.write('output/editions/tr.json', book.replace(line, line.replace('}]', `,"superseded":{"by":"x","day":"2026-12-01","changes":${LISTS}}}]`))) // prettier-ignore
    expect((await makeIn(shop)).findings.map((f) => f.code)).toEqual(['editions-damaged'])
    expect(shop.read('output/editions/tr.json')).toBe(book)
  })

  test.each(['journal.json', 'lock', 'next/.made/tr.jsonl'])(
    '.doorstep/%s that goes too deep stops no build',
    async (file) => {
      const id = 'tr/visit.whole.standard'
      const line = JSON.stringify({ id, entry: { sha256: 'a' } }).replace('"a"', `"a","findings":${LISTS}`)
      mkdirSync(dirname(at(`output/.doorstep/${file}`)), { recursive: true })
      shop.write(`output/.doorstep/${file}`, file.endsWith('l') ? `${line}\n` : LISTS)
      expect(states(await makeIn(shop))).toEqual(['current'])
      shop.change('locales/tr/visit.json', 'first text', 'better text')
      expect(built(await makeIn(shop))).toHaveLength(4)
    },
  )
})
