import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { beforeAll, describe, expect, test } from 'vitest'
import type { BuildOptions } from '../../src/build/index.js'
import { takeLock } from '../../src/build/lock.js'
import { finishPublication, publish, writeAside } from '../../src/build/publish.js'
import { makeIn } from './make.js'
import { openProgram, type Program } from './program.js'
import { openSmallWorkshop } from './small-workshop.js'
import type { Workshop } from './workspace.js'

/** `KILLS=200 npx vitest run test/build/stopped.test.ts` for a longer run. */
const KILLS = Number(process.env['KILLS'] ?? 10)

let program: Program
beforeAll(() => {
  program = openProgram()
})

const make = (shop: Workshop, out = 'output', more: Partial<BuildOptions> = {}) =>
  makeIn(shop, { out: join(shop.folder, out), ...more })
const args = (shop: Workshop, ...more: string[]): string[] => ['build', '--no-proof', '--date', '2026-12-01', '--jobs', '1', '--workspace', shop.folder, ...more] // prettier-ignore
const start = (shop: Workshop) => spawn(process.execPath, [join(program.folder, 'cli/main.js'), ...args(shop)], { stdio: 'ignore' }) // prettier-ignore
const leaflets = (files: Readonly<Record<string, string>>) => Object.fromEntries(Object.entries(files).filter(([f]) => f.endsWith('.pdf'))) // prettier-ignore

/** A number in the English that a translation lacks would hold it. */
const letters = (n: number): string => String(n).replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)]!)

describe('a build that is stopped at any moment', () => {
  test(
    `leaves whole leaflets, and the next build finishes the rest: ${KILLS} times`,
    { timeout: 30_000 + KILLS * 6000 },
    async () => {
      const shop = openSmallWorkshop()
      await make(shop)
      const began = performance.now()
      await new Promise((resolve) => start(shop).on('exit', resolve))
      const whole = performance.now() - began
      let old = leaflets(shop.output())
      const found = { 'before anything': 0, 'leaflets aside': 0, 'while publishing': 0, 'at the end': 0 }
      for (let n = 0; n < KILLS; n++) {
        const from = shop.read('locales/en/visit.json')
        shop.write('locales/en/visit.json', from.replace(/"title": ".*?"/, `"title": "Visit ${letters(n)}"`))
        const back = join(shop.folder, 'output/.doorstep')
        const spin = (files: readonly string[], then: number): void => {
          const until = performance.now() + 4 * whole
          while (performance.now() < until && !files.some((file) => existsSync(join(back, file))));
          const moment = performance.now() + then * Math.random()
          while (performance.now() < moment);
        }
        const running = start(shop)
        const gone = new Promise((resolve) => running.on('exit', resolve))
        // At any time; while leaflets are made; while they are published, which takes a few milliseconds.
        if (n % 3 === 0) await pause(whole * Math.random())
        else spin(n % 3 === 1 ? ['next/.made/en.jsonl'] : ['next/ledger.json', 'journal.json'], n % 3 === 1 ? 60 : 4)
        running.kill('SIGKILL')
        await gone
        if (existsSync(join(back, 'journal.json'))) found['while publishing']++
        else if (existsSync(join(back, 'next'))) found['leaflets aside']++
        else found[existsSync(join(back, 'lock')) ? 'before anything' : 'at the end']++

        await make(shop, 'clean')
        const fresh = leaflets(Object.fromEntries(Object.keys(old).map((f) => [f, readFileSync(join(shop.folder, 'clean', f), 'hex')]))) // prettier-ignore
        const left = leaflets(shop.output())
        // Each is whole: of the last edition or of the new one; none is missing.
        expect(Object.keys(left)).toEqual(Object.keys(old))
        for (const [file, bytes] of Object.entries(left)) expect([old[file], fresh[file]]).toContain(bytes)
        const after = await make(shop)
        expect(after.leaflets.map((l) => l.state)).not.toContain('held')
        expect(after.findings.map((f) => f.code)).not.toContain('output-changed')
        expect(leaflets(shop.output())).toEqual(fresh)
        expect(existsSync(join(back, 'lock')) || existsSync(join(back, 'journal.json')) || existsSync(join(back, 'next'))).toBe(false) // prettier-ignore
        old = fresh
      }
      if (process.env['KILLS'] !== undefined) process.stderr.write(`stopped: ${JSON.stringify(found)}\n`)
      shop.close()
    },
  )

  test('after its leaflets are ready, the next build takes them', async () => {
    const shop = openSmallWorkshop()
    await make(shop)
    const before = shop.output()
    shop.change('locales/en/visit.json', 'English visit', 'A visit')
    const stop = new Error('stopped')
    let made = 0
    const progress = (): void => {
      if (++made === 9) throw stop
    }
    await expect(make(shop, 'output', { progress })).rejects.toBe(stop)
    expect(shop.output()).toEqual(before)
    const seen: string[] = []
    const report = await make(shop, 'output', { progress: (_, __, id) => seen.push(id) })
    expect(report.leaflets.filter((l) => l.state === 'built')).toHaveLength(12)
    await make(shop, 'clean')
    for (const file of Object.keys(leaflets(before)))
      expect(shop.read(`output/${file}`)).toBe(shop.read(`clean/${file}`))
    shop.close()
  })

  test.each([0, 1, 2, 3])('in the middle of a publication, after %i of 3 moves, it is finished', (done) => {
    const shop = openSmallWorkshop()
    const out = join(shop.folder, 'output')
    const files = ['en/a.pdf', 'tr/b.pdf', 'ledger.json']
    const moves = files.map((file) => ({ from: `.doorstep/next/${file}`, to: file }))
    for (const file of files) writeAside(out, file, `new ${file}`)
    mkdirSync(join(out, 'en'))
    writeFileSync(join(out, 'en/a.pdf'), 'old')
    writeFileSync(join(out, '.doorstep/journal.json'), JSON.stringify(moves))
    mkdirSync(join(out, 'tr'), { recursive: true })
    for (const { from, to } of moves.slice(0, done)) renameSync(join(out, from), join(out, to))
    expect(finishPublication(out, () => expect.fail())).toBe(true)
    for (const file of files) expect(readFileSync(join(out, file), 'utf8')).toBe(`new ${file}`)
    expect(existsSync(join(out, '.doorstep/journal.json'))).toBe(false)
    expect(finishPublication(out, () => expect.fail())).toBe(false)
    shop.close()
  })

  test.each([
    { what: 'cut short', journal: '[{"from": ".doorstep/next/en/visit' },
    { what: 'no list', journal: '{"moves": []}' },
    { what: 'a list of something else', journal: '[1, null]' },
    { what: 'to take a file from outside', journal: '[{"from": "../locales/en/visit.json", "to": "mine.json"}]' },
    { what: 'to put a file outside', journal: '[{"from": "ledger.json", "to": "en/../../ledger.json"}]' },
    { what: 'to put a file at the root', journal: '[{"from": "ledger.json", "to": "/ledger.json"}]' },
  ])('a journal that is $what moves nothing and is swept away', async ({ journal }) => {
    const shop = openSmallWorkshop()
    await make(shop)
    const before = shop.output()
    shop.write('output/.doorstep/journal.json', journal)
    expect((await make(shop)).findings).toEqual([])
    expect(shop.output()).toEqual(before)
    expect(existsSync(join(shop.folder, 'locales/en/visit.json'))).toBe(true)
    expect(existsSync(join(shop.folder, 'output/.doorstep/journal.json'))).toBe(false)
    shop.close()
  })

  test('says that it finished the publication of the one before', async () => {
    const shop = openSmallWorkshop()
    await make(shop)
    writeFileSync(join(shop.folder, 'output/.doorstep/journal.json'), '[]')
    expect((await make(shop)).findings.map((f) => f.code)).toEqual(['publication-finished'])
    expect((await make(shop)).findings).toEqual([])
    shop.close()
  })
})

test('files that stopped programs left half written are swept away', async () => {
  const shop = openSmallWorkshop()
  const left = [`lock.${2 ** 22 + 1}-abc`, `.${2 ** 22 + 1}-seen.json.part`]
  for (const name of left) shop.write(`output/.doorstep/${name}`, 'half')
  shop.write(`output/.doorstep/lock.${process.pid}-abc`, 'of a program that runs')
  await make(shop)
  expect(left.filter((name) => existsSync(join(shop.folder, 'output/.doorstep', name)))).toEqual([])
  expect(existsSync(join(shop.folder, `output/.doorstep/lock.${process.pid}-abc`))).toBe(true)
  shop.close()
})

describe('two builds at once', () => {
  const lockOf = (shop: Workshop): string => join(shop.folder, 'output/.doorstep/lock')

  test('the second says so and touches nothing', async () => {
    const shop = openSmallWorkshop()
    const lock = takeLock(lockOf(shop))
    const report = await make(shop)
    expect(report).toMatchObject({ leaflets: [], findings: [{ code: 'build-busy', title: `Another build is writing to this folder: process ${process.pid} on ${hostname()}` }] }) // prettier-ignore
    expect(shop.output()).toEqual({})
    if ('release' in lock) lock.release()
    expect((await make(shop)).findings).toEqual([])
    shop.close()
  })

  test('or waits until the first has ended', async () => {
    const shop = openSmallWorkshop()
    const lock = takeLock(lockOf(shop))
    let ended = false
    const second = make(shop, 'output', { wait: true }).then((report) => ({ report, ended }))
    await pause(300)
    ended = true
    if ('release' in lock) lock.release()
    expect((await second).ended).toBe(true)
    expect((await second).report.leaflets).toHaveLength(12)
    shop.close()
  })

  test.each([
    { what: 'of a process that is gone', lock: { pid: 2 ** 22 + 1, started: '1', host: hostname() } },
    { what: 'of a process whose number another has now', lock: { pid: process.pid, started: '1', host: hostname() } },
    { what: 'with a number that no process has', lock: { pid: -1, started: '', host: hostname() } },
    { what: 'that is cut short', lock: undefined },
  ])('a lock $what holds nobody up', async ({ lock }) => {
    const shop = openSmallWorkshop()
    shop.write('output/.doorstep/lock', lock ? JSON.stringify(lock) : '{"pid":')
    expect((await make(shop)).leaflets).toHaveLength(12)
    expect(existsSync(lockOf(shop))).toBe(false)
    shop.close()
  })

  test('five processes, one after the other or refused: all leaflets are in place and whole', async () => {
    const shop = openSmallWorkshop()
    await Promise.all(Array.from({ length: 5 }, () => new Promise((resolve) => start(shop).on('exit', resolve))))
    const report = await make(shop)
    expect(report.findings).toEqual([])
    await make(shop, 'clean')
    for (const { id } of report.leaflets) expect(shop.read(`output/${id}.pdf`)).toBe(shop.read(`clean/${id}.pdf`))
    shop.close()
  })
})

describe('a disk that refuses', () => {
  test('to move one leaflet: that one is held, the others are published, the ledger knows', async () => {
    const shop = openSmallWorkshop()
    await make(shop)
    shop.remove('output/tr/visit.care.large.pdf')
    shop.write('output/tr/visit.care.large.pdf/note.txt', 'mine')
    shop.change('locales/en/visit.json', 'English visit', 'A visit')
    const report = await make(shop)
    expect(report.leaflets.filter((l) => l.state === 'held').map((l) => l.id)).toEqual(['tr/visit.care.large'])
    expect(report.findings.map((f) => f.code)).toContain('output-unwritable')
    shop.remove('output/tr/visit.care.large.pdf')
    const mended = await make(shop)
    expect(mended.leaflets.filter((l) => l.state === 'built').map((l) => l.id)).toEqual(['tr/visit.care.large'])
    shop.close()
  })

  test('to take a leaflet: nothing is published, nothing is lost, and it is said', async () => {
    const shop = openSmallWorkshop()
    await make(shop)
    const before = shop.output()
    shop.change('locales/en/visit.json', 'English visit', 'A visit')
    const progress = (done: number): void => {
      if (done === 2) throw new Error('stopped')
    }
    await expect(make(shop, 'output', { progress })).rejects.toThrow('stopped')
    // A file where the folder of new Polish leaflets should be.
    shop.write('output/.doorstep/next/pl', '')
    const report = await make(shop)
    expect(new Set(report.leaflets.map((l) => l.state))).toEqual(new Set(['held']))
    expect(report.findings.map((f) => [f.code, f.leaflets?.length])).toEqual([['output-unwritable', 12]])
    expect(shop.output()).toEqual(before)
    expect((await make(shop)).leaflets.map((l) => l.state)).toEqual(Array(12).fill('built'))
    shop.close()
  })

  test('is unknown to a publication without moves', () => {
    const shop = openSmallWorkshop()
    publish(join(shop.folder, 'output'), [], () => expect.fail())
    expect(shop.output()).toEqual({})
    shop.close()
  })
})
