import { execFileSync } from 'node:child_process'
import { existsSync, lstatSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { readBytes } from '../../src/build/read-file.js'
import { makeIn } from './make.js'
import { openProgram, type Program } from './program.js'
import { openSmallWorkshop } from './small-workshop.js'
import type { Workshop } from './workspace.js'

/** As a process of its own, with an end: what waits for a pipe cannot be called off from within. */
let program: Program
let shop: Workshop
const at = (file: string): string => join(shop.folder, file)
beforeAll(() => {
  program = openProgram()
})
beforeEach(async () => {
  shop = openSmallWorkshop()
  await makeIn(shop)
})
afterEach(() => {
  shop.close()
})

interface Said {
  readonly findings: readonly { readonly code: string; readonly place: { readonly file: string } }[]
  readonly leaflets?: readonly { readonly id: string; readonly state: string }[]
}
function run(...args: string[]): Said {
  const { out, code } = program.run([...args, '--json', '--workspace', shop.folder])
  expect([0, 1]).toContain(code)
  return JSON.parse(out) as Said
}
const build = (): Said => run('build', '--no-proof', '--date', '2026-12-01', '--jobs', '1')

/** What may stand where a file should. */
const things: Readonly<Record<string, (path: string) => void>> = {
  'a pipe': (path) => execFileSync('mkfifo', [path]),
  'a device': (path) => {
    symlinkSync('/dev/zero', path)
  },
  'a folder': (path) => {
    mkdirSync(path)
  },
}
const put = (thing: string, file: string): void => {
  rmSync(at(file), { recursive: true, force: true })
  mkdirSync(dirname(at(file)), { recursive: true })
  things[thing]!(at(file))
}
/** Not by `shop.output()`, which would wait for a pipe that is kept as broken. */
const leaflets = (): unknown => FILES.map((file) => readBytes(at(`output/${file}`)).toString('hex'))
const FILES = ['en', 'pl', 'tr'].flatMap((tag) => ['whole.standard', 'care.large'].map((rest) => `${tag}/visit.${rest}.pdf`)) // prettier-ignore

/** Each takes a process: what is alike for all inputs, or all records, is tried with the pipe. */
const tried = (files: readonly string[]): string[][] => [
  ...files.map((file) => ['a pipe', file]),
  ...['a device', 'a folder'].flatMap((thing) => files.slice(0, 2).map((file) => [thing, file])),
]

test.each(
  tried([
    'doorstep.json',
    'locales/tr/visit.json',
    'locales/tr/locale.json',
    'templates/notices/visit.json',
    'templates/themes/small.json',
    'templates/standard.hbs',
  ]),
)('%s in place of %s is a finding about it, at once, and the last good leaflets stay', (thing, file) => {
  const before = leaflets()
  put(thing, file)
  const { findings } = build()
  expect(findings.map((f) => f.place.file)).toEqual([file])
  expect(leaflets()).toEqual(before)
})

test.each(
  tried([
    'ledger.json',
    'editions/tr.json',
    '.doorstep/editions',
    '.doorstep/editions/tr.json',
    '.doorstep/seen.json',
    '.doorstep/texts.json',
    '.doorstep/journal.json',
    '.doorstep/lock',
    '.doorstep/next/.made/tr.jsonl',
    '.doorstep/next/.made',
    'tr/visit.whole.standard.pdf',
  ]),
)('%s in place of output/%s holds no build up, and all is as it was', (thing, file) => {
  const before = leaflets()
  put(thing, `output/${file}`)
  build()
  for (const record of ['ledger.json', 'editions/tr.json'])
    expect(lstatSync(at(`output/${record}`)).isFile()).toBe(true)
  expect(leaflets()).toEqual(before)
  expect(build().findings).toEqual([])
  expect(existsSync(at('output/.doorstep/lock'))).toBe(false)
})

test.each(['a pipe', 'a device'])('%s in place of output/editions is said, and no edition is lost', (thing) => {
  const books = new Map(['en', 'pl', 'tr'].map((tag) => [tag, readFileSync(at(`output/editions/${tag}.json`), 'utf8')]))
  put(thing, 'output/editions')
  expect(build().findings.map((f) => [f.code, f.place.file])).toContainEqual(['output-unwritable', 'output/editions'])
  rmSync(at('output/editions'))
  expect(build().findings.map((f) => f.code)).toEqual(Array(3).fill('editions-damaged'))
  for (const [tag, text] of books) expect(readFileSync(at(`output/editions/${tag}.json`), 'utf8')).toBe(text)
})

test.each(Object.keys(things))('%s to proof or to import is said', (thing) => {
  put(thing, 'mine')
  const code = thing === 'a folder' ? 'file-unknown' : 'file-unreadable'
  for (const command of ['proof', 'import'])
    expect(run(command, at('mine')).findings.map((f) => f.code)).toEqual([code])
})

test('what a file system makes up as it is read is read', () => {
  if (existsSync('/proc/self/status')) expect(readBytes('/proc/self/status').byteLength).toBeGreaterThan(0)
})
