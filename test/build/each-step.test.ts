import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { isSealed } from '../../src/build/record.js'
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

test('a build that is stopped at any of its steps leaves whole files, and the next one does the rest', async () => {
  const good = openSmallWorkshop()
  await make(good)
  const before = good.output()
  // One leaflet is another, one is withdrawn.
  good.change('locales/en/visit.json', 'English first text.', 'A better text.')
  good.remove('locales/pl')
  const whole = good.copy()
  await make(whole)
  const after = whole.output()
  const either = new Set([...pdfs(before), ...pdfs(after)].map(String))

  let steps = 0
  for (let done = false; !done; steps++) {
    const shop = good.copy()
    power.left = steps
    await make(shop).catch(() => undefined)
    done = power.left >= 0
    power.left = Infinity
    const left = shop.output()
    for (const file of pdfs(left)) expect(either).toContain(String(file))
    for (const file of ['ledger.json', 'editions.json']) expect(isSealed(shop.read(`output/${file}`))).toBe(true)
    // The process is gone; it is this one, which is not.
    const lock = join(shop.folder, 'output/.doorstep/lock')
    if (existsSync(lock)) shop.write('output/.doorstep/lock', readFileSync(lock, 'utf8').replace(/"pid":\d+/, `"pid":${2 ** 22 + 1}`)) // prettier-ignore
    const { leaflets } = await make(shop)
    expect(leaflets.map((l) => l.state)).not.toContain('held')
    expect(shop.output()).toEqual(after)
    expect((await make(shop)).findings).toEqual([])
    shop.close()
  }
  // A lock, a leaflet, four files moved, what this machine needs: fewer steps would mean that nothing was stopped.
  expect(steps).toBeGreaterThan(25)
  good.close()
  whole.close()
})
