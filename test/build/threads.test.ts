import { afterAll, beforeAll, expect, test } from 'vitest'
import { openProgram, type Program } from './program.js'
import { openWorkshop, type Workshop } from './workspace.js'

let program: Program
let shop: Workshop
beforeAll(() => {
  program = openProgram()
  shop = openWorkshop()
  // Something to say in two languages, so that the order of findings has something to get wrong.
  shop.change('locales/tr/children-and-families.json', '"housing": "', '"housing": "ⴰ ')
  shop.change('locales/en/leaflet.json', '"folio": "', '"extra": "Never asked for", "folio": "')
  shop.change('locales/pl/leaflet.json', '{{page}}', '{{strona}}')
})
afterAll(() => {
  shop.close()
})

/** 15 leaflets: threads are worth their start from 12. */
const all = ['build', '--formats', 'standard', '--services', 'all', '--date', '2026-12-01', '--no-proof', '--json']

test('two threads make the same bytes and say the same, in the same order, as one', () => {
  const [one, two] = [1, 2].map((jobs) => {
    const here = shop.copy()
    const { code, out, err } = program.run([...all, '--jobs', String(jobs), '--workspace', here.folder])
    const output = here.output()
    here.close()
    return { code, said: JSON.parse(out) as unknown, err, output }
  })
  expect(two).toEqual(one)
  expect(one).toMatchObject({ code: 1, err: '' })
  // Turkish and Polish are held.
  expect(Object.keys(one!.output).filter((file) => file.endsWith('.pdf'))).toHaveLength(5)
})

const stopped =
  'Doorstep stopped. Leaflets that were in place are untouched; the next build takes those that were ready.\n'

test('a thread that ends without a word stops the build with a plain sentence', () => {
  const broken = openProgram({ 'build/worker.js': 'process.exit(3)' })
  const here = shop.copy()
  const { code, out, err } = broken.run([...all, '--jobs', '2', '--workspace', here.folder])
  expect(err).toContain(`${stopped}A thread ended (exit code 3) before its leaflets were made; --jobs 1 does`)
  expect([code, out, here.output()]).toEqual([1, '', {}])
  here.close()
})

test('a fault of the program itself is called one, names the leaflet, and leaves what is in place', () => {
  const broken = openProgram({
    'leaflet.js': `
      const made = makeLeaflet
      makeLeaflet = async (order, shop) => {
        if (shop.target.locale.tag === 'pl') throw new TypeError('a fault')
        return made(order, shop)
      }`,
  })
  const here = shop.copy()
  const { code, out, err } = broken.run([...all, '--jobs', '2', '--workspace', here.folder])
  expect(err).toContain(
    `${stopped}This is a fault of Doorstep, not of your files. Please report it with these lines:\n`,
  )
  expect(err).toContain('pl/children-and-families.whole.standard: a fault')
  expect([code, out]).toEqual([1, ''])
  // English comes first: its leaflets are ready, but an edition is published whole. The next build takes them.
  expect(here.output()).toEqual({})
  const progress = program.run([...all.slice(0, -1), '--jobs', '1', '--workspace', here.folder])
  expect(progress.out).toMatch(/^5 leaflets in 1 language built/)
  expect(Object.keys(here.output()).filter((file) => file.endsWith('.pdf'))).toHaveLength(5)
  here.close()
})
