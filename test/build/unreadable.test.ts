import { readFileSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Counter, recordReviews } from '../../src/build/index.js'
import { readParcel } from '../../src/build/read-parcel.js'
import { fileStart } from '../../src/report/index.js'
import { codes, makeIn, states } from './make.js'
import { openSmallWorkshop } from './small-workshop.js'
import type { Workshop } from './workspace.js'

/** What the disk refuses, by the end of its path, and how: tests may run as an account that may read everything. */
const refused = vi.hoisted(() => new Map<string, string>())

vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>()
  const refusing =
    <A extends unknown[], R>(act: (path: string, ...rest: A) => R) =>
    (path: string, ...rest: A): R => {
      const [, code] = [...refused].find(([end]) => path.endsWith(end)) ?? []
      if (code !== undefined) throw Object.assign(new Error(code), { code })
      return act(path, ...rest)
    }
  return {
    ...fs,
    openSync: refusing(fs.openSync as (path: string, flags: number) => number),
    readdirSync: refusing(fs.readdirSync as (path: string, options: object) => unknown),
  }
})

let shop: Workshop
const at = (file: string): string => join(shop.folder, file)
beforeEach(async () => {
  shop = openSmallWorkshop()
  await makeIn(shop)
})
afterEach(() => {
  refused.clear()
  shop.close()
})
const said = async (): Promise<unknown> =>
  (await makeIn(shop)).findings.map((f) => `${f.code} ${f.place.file}: ${f.title.split(': ').at(-1)!}`)

const INPUTS = [
  'doorstep.json',
  'templates/notices/visit.json',
  'templates/themes/small.json',
  'templates/standard.hbs',
  'locales',
  'locales/glossary.json',
  'locales/en/locale.json',
  'locales/en/visit.json',
  'locales/en/history.json',
  'locales/tr',
  'locales/tr/locale.json',
  'locales/tr/visit.json',
  'locales/tr/review.json',
  'locales/tr/waivers.json',
]

describe('what is there and may not be read', () => {
  test.each(INPUTS)('%s: it is said why, and the last good leaflets stay', async (file) => {
    const before = shop.output()
    shop.change('locales/tr/visit.json', 'first text', 'better text')
    if (!file.includes('.')) refused.set(`${file}/locale.json`, 'EACCES')
    else if (/glossary|history|review|waivers/.test(file)) shop.write(file, '{}')
    refused.set(`${shop.folder}/${file}`, 'EACCES')
    const where = file === 'locales/tr' ? 'locales/tr/locale.json' : file
    if (file === 'locales') expect(codes(await makeIn(shop))).toEqual(['source-missing'])
    else expect(await said()).toContain(`file-unreadable ${where}: this account may not read it`)
    // The other format has a template of its own.
    const stay = Object.entries(before).filter(([path]) => path.startsWith('tr') && !(file.endsWith('hbs') && path.includes('large'))) // prettier-ignore
    const left = shop.output()
    for (const [path, bytes] of stay) expect(left[path]).toBe(bytes)
    expect(Object.keys(shop.output())).toEqual(Object.keys(before))
    refused.clear()
    if (/glossary|history|review|waivers/.test(file)) shop.remove(file)
    expect(codes(await makeIn(shop))).toEqual([])
  })

  test('a folder of a language whose files may be read and not be listed', async () => {
    refused.set('locales/tr', 'EACCES')
    shop.change('locales/tr/visit.json', 'first text', 'better text')
    expect(await said()).toEqual(['file-unreadable locales/tr: this account may not read it'])
  })

  test.each([
    ['EIO', 'the disk has a fault there'],
    ['ENOLINK', 'the disk answers ENOLINK'],
  ])('%s of the disk is said', async (code, words) => {
    refused.set('locales/tr/visit.json', code)
    shop.change('locales/tr/visit.json', 'first text', 'better text')
    expect(await said()).toEqual([`file-unreadable locales/tr/visit.json: ${words}`])
  })

  test('a partial that a template asks for is told at its place; one that nobody asks for is not', async () => {
    refused.set('partials/idle.hbs', 'EACCES')
    shop.write('templates/partials/idle.hbs', '')
    expect(await said()).toEqual([])
    refused.set('partials/foot.hbs', 'EACCES')
    shop.change('templates/partials/foot.hbs', '<tab>', '<tab> ')
    const words = (format: string): string => `template-broken templates/${format}.hbs: this account may not read it`
    expect(await said()).toEqual([words('standard'), words('large')])
  })

  test('a ledger of reviews is not written over', () => {
    shop.write('locales/tr/review.json', '{}')
    refused.set('tr/review.json', 'EACCES')
    const request = { languages: ['tr'], state: 'approved', by: 'A', date: '2026-12-01', note: '', placeOf: fileStart } as const // prettier-ignore
    const { findings } = recordReviews(new Counter(shop.folder), request)
    expect(findings.map((f) => f.code)).toContain('file-unreadable')
    expect(readFileSync(at('locales/tr/review.json'), 'utf8')).toBe('{}')
  })

  test('a translator’s file', () => {
    shop.write('tr.xliff', '')
    refused.set('tr.xliff', 'EPERM')
    expect(readParcel(at('tr.xliff'), fileStart('command line')).findings.map((f) => f.title)).toEqual(['This is here and cannot be read: this account may not read it']) // prettier-ignore
    expect(readParcel(at('none.xliff'), fileStart('command line')).findings.map((f) => f.code)).toEqual([
      'file-unknown',
    ])
  })
})

test.each([
  ['visit.json', 'it is a symbolic link that leads back to itself'],
  ['nowhere.json', 'it is a symbolic link that leads nowhere'],
])('a link to %s in place of messages is said, and then mended', async (target, words) => {
  const text = shop.read('locales/tr/visit.json')
  rmSync(at('locales/tr/visit.json'))
  symlinkSync(target, at('locales/tr/visit.json'))
  expect(await said()).toEqual([`file-unreadable locales/tr/visit.json: ${words}`])
  expect(await said()).toEqual([`file-unreadable locales/tr/visit.json: ${words}`])
  rmSync(at('locales/tr/visit.json'))
  expect((await makeIn(shop)).findings.map((f) => f.code)).toContain('texts-missing')
  shop.write('locales/tr/visit.json', text)
  expect(states(await makeIn(shop))).toEqual(['current'])
})
