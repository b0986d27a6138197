import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { impactOf, verify } from '../../src/build/index.js'
import { isSealed } from '../../src/build/record.js'
import { fileStart } from '../../src/report/index.js'
import { makeIn } from './make.js'
import { openSmallWorkshop } from './small-workshop.js'
import type { Workshop } from './workspace.js'

/** How many more changes to the disk are done before the machine is switched off. */
const power = vi.hoisted(() => ({ left: Infinity }))

vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>()
  const powered =
    <A extends unknown[], R>(act: (...args: A) => R) =>
    (...args: A): R => {
      if (power.left-- <= 0) throw new Error('switched off')
      return act(...args)
    }
  return {
    ...fs,
    appendFileSync: powered(fs.appendFileSync),
    fsyncSync: powered(fs.fsyncSync),
    linkSync: powered(fs.linkSync),
    mkdirSync: powered(fs.mkdirSync),
    renameSync: powered(fs.renameSync),
    rmdirSync: powered(fs.rmdirSync),
    rmSync: powered(fs.rmSync),
    writeFileSync(path: string, bytes: string | Uint8Array) {
      // The last one is cut in the middle.
      const whole = power.left-- > 0
      if (power.left >= -1) fs.writeFileSync(path, whole ? bytes : bytes.slice(0, bytes.length / 2))
      if (!whole) throw new Error('switched off')
    },
  }
})

const make = (shop: Workshop) => makeIn(shop, {}, { formats: ['standard'], services: ['whole'] })
const pdfs = (files: Readonly<Record<string, string>>) =>
  Object.entries(files).filter(([file]) => file.endsWith('.pdf'))

/** The process is gone; it is this one, which is not. */
function forgetLock(shop: Workshop): void {
  const lock = join(shop.folder, 'output/.doorstep/lock')
  if (existsSync(lock)) shop.write('output/.doorstep/lock', readFileSync(lock, 'utf8').replace(/"pid":\d+/, `"pid":${2 ** 22 + 1}`)) // prettier-ignore
}

/** Builds with the power going off after so many steps; whether it did. */
async function stoppedAfter(steps: number, shop: Workshop): Promise<boolean> {
  power.left = steps
  await make(shop).catch(() => undefined)
  const off = power.left < 0
  power.left = Infinity
  forgetLock(shop)
  return off
}

const RECORDS = ['ledger.json', ...['en', 'pl', 'tr'].map((tag) => `editions/${tag}.json`)]

/** All that a build may say of one that was stopped before it: nothing of changes that nobody made. */
const SAID = ['publication-finished', 'leaflet-withdrawn']

/** One leaflet is another, one is withdrawn; what is in place is not yet so. */
async function openChanged(): Promise<Workshop> {
  const good = openSmallWorkshop()
  await make(good)
  good.change('locales/en/visit.json', 'English first text.', 'A better text.')
  good.remove('locales/pl')
  return good
}

test('a build that is stopped at any of its steps leaves whole files, and the next one does the rest', async () => {
  const good = await openChanged()
  const before = good.output()
  const whole = good.copy()
  await make(whole)
  const after = whole.output()
  const either = new Set([...pdfs(before), ...pdfs(after)].map(String))

  let steps = 0
  for (let off = true; off; steps++) {
    const shop = good.copy()
    off = await stoppedAfter(steps, shop)
    const left = shop.output()
    for (const file of pdfs(left)) expect(either).toContain(String(file))
    for (const file of RECORDS) expect(isSealed(shop.read(`output/${file}`))).toBe(true)
    // Of leaflets of two editions beside each other nobody says that they were changed by hand.
    const { findings: verified } = await verify({ folder: shop.folder, out: join(shop.folder, 'output'), jobs: 1 })
    const request = { issueDate: '2026-12-01', placeOf: fileStart }
    const { findings: impact } = impactOf({ folder: shop.folder, out: join(shop.folder, 'output'), request, release: false }) // prettier-ignore
    expect([...verified, ...impact].map((f) => f.code)).not.toContain('output-changed')
    const { leaflets, findings } = await make(shop)
    expect(leaflets.map((l) => l.state)).not.toContain('held')
    for (const { code } of findings) expect(SAID).toContain(code)
    expect(shop.output()).toEqual(after)
    expect((await make(shop)).findings).toEqual([])
    shop.close()
  }
  // A lock, a leaflet, four files moved, what this machine needs: fewer steps would mean that nothing was stopped.
  expect(steps).toBeGreaterThan(25)
  good.close()
  whole.close()
})

test('so does the very first', async () => {
  const good = openSmallWorkshop()
  for (let [steps, off] = [0, true]; off; steps++) {
    const shop = good.copy()
    off = await stoppedAfter(steps, shop)
    for (const { code } of (await make(shop)).findings) expect(SAID).toContain(code)
    expect(pdfs(shop.output())).toHaveLength(3)
    expect((await make(shop)).findings).toEqual([])
    shop.close()
  }
  good.close()
})

test('a build that is stopped while it finishes the publication of one that was stopped: so does the third', async () => {
  const good = await openChanged()
  let [seen, steps] = [0, 0]
  for (let off = true; off; steps += 2) {
    const first = good.copy()
    off = await stoppedAfter(steps, first)
    const isPublishing = existsSync(join(first.folder, 'output/.doorstep/journal.json'))
    for (let [again, stopped] = [0, isPublishing]; stopped; again++) {
      const shop = first.copy()
      stopped = await stoppedAfter(again, shop)
      const { findings, leaflets } = await make(shop)
      for (const { code } of findings) expect(SAID).toContain(code)
      expect(leaflets.map((l) => l.state)).toEqual(['current', 'current'])
      seen++
      shop.close()
    }
    first.close()
  }
  expect(seen).toBeGreaterThan(25)
  good.close()
})
