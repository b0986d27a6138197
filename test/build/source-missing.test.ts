import { mkdirSync, renameSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkWorkspace, Counter } from '../../src/build/index.js'
import { fileStart } from '../../src/report/index.js'
import { codes, makeIn, states } from './make.js'
import { openSmallWorkshop } from './small-workshop.js'
import type { Workshop } from './workspace.js'

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
  { what: 'locales', said: 'locales' },
  { what: 'locales/en', said: 'locales/en' },
  { what: 'locales/en/locale.json', said: 'locales/en/locale.json' },
])('without $what nothing is withdrawn, held or made, and it is said', async ({ what, said }) => {
  const before = shop.output()
  renameSync(at(what), at('elsewhere'))
  for (let n = 0; n < 2; n++) {
    const { findings, leaflets } = await makeIn(shop)
    expect(findings.map((f) => [f.code, f.severity, f.place.file])).toEqual([['source-missing', 'error', said]])
    expect(leaflets).toEqual([])
    expect(shop.output()).toEqual(before)
  }
  // `check` says so too, where it had nothing to say of no languages.
  const request = { issueDate: '2026-12-01', placeOf: fileStart }
  expect(checkWorkspace(new Counter(shop.folder), request).map((f) => f.code)).toEqual(['source-missing'])
  renameSync(at('elsewhere'), at(what))
  expect(states(await makeIn(shop))).toEqual(['current'])
  expect(shop.output()).toEqual(before)
})

test.each([
  {
    what: 'an empty folder, as a drive leaves it',
    act: () => {
      mkdirSync(at('locales'))
    },
  },
  {
    what: 'a link that leads nowhere',
    act: () => {
      symlinkSync('nowhere', at('locales'))
    },
  },
  {
    what: 'a file',
    act: () => {
      shop.write('locales', '')
    },
  },
])('in place of all languages stands $what: nothing is withdrawn', async ({ act }) => {
  const before = shop.output()
  renameSync(at('locales'), at('elsewhere'))
  act()
  expect(codes(await makeIn(shop))).toEqual(['source-missing'])
  expect(shop.output()).toEqual(before)
})

test('that all languages cannot be listed is said with the reason', async () => {
  renameSync(at('locales'), at('elsewhere'))
  symlinkSync('nowhere', at('locales'))
  expect((await makeIn(shop)).findings[0]?.title).toMatch(
    '"locales" cannot be read (it is a symbolic link that leads nowhere): without the source language "en"',
  )
})

test('one language asked for, and none there: that it is unknown would mislead', async () => {
  shop.remove('locales')
  expect(codes(await makeIn(shop, {}, { languages: ['tr'] }))).toEqual(['source-missing'])
})

// Polish is closed by the time that leaflets are published, Turkish is not.
test.each(['locales', 'locales/en', 'locales/pl', 'locales/tr'])(
  '%s that goes while leaflets are made withdraws none',
  async (what) => {
    const before = shop.output()
    let left = 1
    const progress = (): void => {
      if (left-- > 0) renameSync(at(what), at('elsewhere'))
      // It is back when the build looks again.
      if (left === -12) renameSync(at('elsewhere'), at(what))
    }
    shop.change('templates/standard.hbs', 'class="lead"', '')
    shop.change('templates/large.hbs', 'class="lead"', '')
    expect(codes(await makeIn(shop, { progress }))).not.toContain('leaflet-withdrawn')
    expect(Object.keys(shop.output())).toEqual(Object.keys(before))
  },
)

test.each(['templates', 'templates/notices', 'templates/themes', 'templates/partials', 'doorstep.json'])(
  'without %s nothing is withdrawn either',
  async (what) => {
    const before = shop.output()
    renameSync(at(what), at('elsewhere'))
    expect((await makeIn(shop)).findings.every((f) => f.severity === 'error')).toBe(true)
    const left = shop.output()
    for (const [file, bytes] of Object.entries(before)) if (file.endsWith('.pdf')) expect(left[file]).toBe(bytes)
    renameSync(at('elsewhere'), at(what))
    expect(states(await makeIn(shop))).toEqual(['current'])
    expect(shop.output()).toEqual(before)
  },
)
