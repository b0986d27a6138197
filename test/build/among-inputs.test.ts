import { existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { amongInputs } from '../../src/build/index.js'
import { run } from '../cli/run.js'
import { built, makeIn } from './make.js'
import { openSmallWorkshop } from './small-workshop.js'
import type { Workshop } from './workspace.js'

let shop: Workshop
const at = (...path: string[]): string => join(shop.folder, ...path)
beforeEach(() => {
  shop = openSmallWorkshop()
})
afterEach(() => {
  shop.close()
})
const everything = (): string[] => readdirSync(shop.folder, { recursive: true, encoding: 'utf8' }).sort()

const INTO = (what: string): string => `Leaflets cannot be put into "${what}": they are made from the files there`
test.each([
  ['locales', INTO('locales')],
  ['locales/', INTO('locales')],
  ['templates/leaflets', INTO('templates')],
  ['./pictures/../pictures/tr', INTO('pictures')],
  ['.', 'Leaflets cannot be put into this folder: it is the workspace itself'],
  ['..', 'Leaflets cannot be put into this folder: it holds the workspace'],
  ['/', 'Leaflets cannot be put into this folder: it holds the workspace'],
])('build --out %s is refused before anything is written', async (out, title) => {
  const before = everything()
  for (const command of ['build', 'watch']) {
    const ran = await run(command, '--workspace', shop.folder, '--out', out, '--json')
    const { findings, leaflets } = JSON.parse(ran.out) as { findings: { title: string; place: object }[]; leaflets: [] }
    expect([ran.code, findings.map((f) => f.title), leaflets]).toEqual([1, [title], []])
    const column = `doorstep ${command} --workspace ${shop.folder} --out `.length + 1
    expect(findings[0]?.place).toMatchObject({ file: 'command line', line: 1, column })
  }
  expect(everything()).toEqual(before)
})

test('so is one that doorstep.json names, which check says too', async () => {
  shop.change('doorstep.json', '"output": "output"', '"output": "templates/made"')
  for (const command of ['build', 'check']) {
    const { code, err } = await run(command, '--workspace', shop.folder)
    expect([code, err]).toEqual([1, expect.stringContaining('error[output-among-inputs]  doorstep.json:21:13\n')])
  }
  expect(existsSync(at('templates/made'))).toBe(false)
  // Another is asked for.
  expect(built(await makeIn(shop))).toHaveLength(12)
})

test('a link that leads there is no other folder', async () => {
  symlinkSync(at('locales'), at('output'))
  const { findings, leaflets } = await makeIn(shop)
  expect([findings.map((f) => [f.title, f.place.file]), leaflets]).toEqual([[[INTO('locales'), 'doorstep.json']], []])
})

test.each(['output', 'locales-made', '..made', 'locales made/tr', '../beside'])(
  '%s is a folder for leaflets',
  async (name) => {
    expect(await amongInputs({ folder: at(), out: at(name) })).toBeUndefined()
  },
)

test('a folder of inputs that is not there yet is kept free all the same', async () => {
  expect((await amongInputs({ folder: at(), out: at('pictures') }))?.title).toBe(INTO('pictures'))
  mkdirSync(at('pictures'))
  expect((await amongInputs({ folder: at(), out: at('pictures/a/b') }))?.title).toBe(INTO('pictures'))
})
