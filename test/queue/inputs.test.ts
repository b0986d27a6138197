import { mkdirSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Counter, diskShelf } from '../../src/build/index.js'
import { filesOn, howDiffers, inputsOf, shelfOf } from '../../src/queue/inputs.js'
import { openSmallWorkshop } from '../build/small-workshop.js'
import type { Workshop } from '../build/workspace.js'

let shop: Workshop
const at = (file: string): string => join(shop.folder, file)
/** As an account that may not read it: tests may run as one that may read everything. */
const makeUnreadable = (file: string): void => {
  rmSync(at(file))
  symlinkSync(file.split('/').at(-1)!, at(file))
}
const FILE = 'locales/tr/leaflet.json'
const BACK = 'it is a symbolic link that leads back to itself'
beforeEach(() => {
  shop = openSmallWorkshop()
})
afterEach(() => {
  shop.close()
})

test('a build that has read some files and a worker that has read none agree', () => {
  makeUnreadable(FILE)
  mkdirSync(at('locales/xx'))
  const counter = new Counter(shop.folder)
  counter.languages()
  counter.catalogue('tr')
  const [build, worker] = [counter.shelf, diskShelf(shop.folder)].map(filesOn)
  expect(inputsOf(shop.folder, build!)).toEqual(inputsOf(shop.folder, worker!))
  expect([...worker!.unread]).toEqual([[FILE, BACK]])
})

test('what is there and cannot be read is there for the threads of a worker, and it is known why', () => {
  makeUnreadable(FILE)
  mkdirSync(at('locales/pl/extra.json'))
  const shelf = shelfOf(filesOn(diskShelf(shop.folder)))
  expect(shelf.list('locales/tr')).toContain('leaflet.json')
  expect([shelf.read(FILE), shelf.why?.(FILE), shelf.why?.('locales/tr')]).toEqual([undefined, BACK, undefined])
  expect(shelf.why?.('locales/pl/extra.json')).toBe('a folder stands in its place')
})

test('how a file of a worker is another than that of the build', () => {
  const parts = { a: '1', b: '2', c: `cannot be read: ${BACK}` }
  const named = (name: string) => `locales/${name}.json`
  const of = (names: readonly ('a' | 'b' | 'c')[]) => Object.fromEntries(names.map((name) => [named('x'), parts[name]]))
  const said = (there: readonly ('a' | 'b' | 'c')[], here: readonly ('a' | 'b' | 'c')[]): string =>
    howDiffers(named('x'), { there: of(there), here: of(here) })
  expect(said(['a'], ['b'])).toBe('locales/x.json differs')
  expect(said([], ['b'])).toBe('locales/x.json is missing there')
  expect(said(['a'], [])).toBe('locales/x.json is there, and not here')
  expect(said(['c'], ['a'])).toBe(`locales/x.json cannot be read there: ${BACK}`)
  expect(said(['a'], ['c'])).toBe(`locales/x.json cannot be read here: ${BACK}`)
})
