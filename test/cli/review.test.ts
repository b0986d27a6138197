import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openWorkshop, type Workshop } from '../build/workspace.js'
import { run, type Ran } from './run.js'

let shop: Workshop
const NOTICE = 'children-and-families'
/** A sentence that stands in every standard leaflet, and one of clinical services alone. */
const EVERYWHERE = { file: `locales/en/${NOTICE}.json`, from: 'housing information', to: 'information about your home' }
const CLINICAL = { file: `locales/en/${NOTICE}.json`, from: "as either a 'public task'", to: "as a 'public task'" }

beforeAll(() => {
  shop = openWorkshop()
})
afterAll(() => {
  shop.close()
})

const inside =
  (copy: Workshop) =>
  (...args: readonly string[]): Promise<Ran> =>
    run(...args, '--workspace', copy.folder)
/** After the table: what waits for somebody, as status tells it. */
const waiting = ({ out }: Ran): string => out.slice(out.indexOf('\n\n') + 2)

async function withCopy(act: (copy: Workshop, doorstep: ReturnType<typeof inside>) => Promise<void>): Promise<void> {
  const copy = shop.copy()
  try {
    await act(copy, inside(copy))
  } finally {
    copy.close()
  }
}

test.each(['yesterday', '2026-02-30', '2026-12-01T10:00:00'])(
  'on the day %s nothing is said, and nothing written',
  (day) =>
    withCopy(async (copy, doorstep) => {
      const files = ['locales/en/review.json', 'locales/tr/review.json', 'locales/en/history.json']
      const before = files.map((file) => copy.read(file))
      const { code, err } = await doorstep('review', '--by', 'A', '--keys', 'about.intro', '--date', day)
      expect([code, err.split('\n')[1]]).toEqual([1, `  "${day}" is not a date`])
      const home = await doorstep('import', join(copy.folder, 'doorstep.json'), '--by', 'A', '--date', day)
      expect([home.code, home.err.split('\n')[1]]).toEqual([1, `  "${day}" is not a date`])
      expect(files.map((file) => copy.read(file))).toEqual(before)
    }),
)

describe('one English sentence changes', () => {
  test('status names exactly the languages and leaflets that print it, with the change word by word', () =>
    withCopy(async (copy, doorstep) => {
      copy.change(CLINICAL.file, CLINICAL.from, CLINICAL.to)
      const ran = await doorstep('status', '--date', '2026-12-01')
      const key = `${NOTICE}:lawful-basis.clinical.consent`
      expect(waiting(ran)).toBe(`${key}
  Where the lawful basis for the use of data can not be considered as [-either -]a 'public task' or 'legal obligation' under the General Data Protection Regulations, consent will be requested as the lawful basis.
  stale: en, pl, tr
  leaflets: ${['en', 'pl', 'tr'].flatMap((tag) => ['whole', 'clinical'].map((service) => `${tag}/${NOTICE}.${service}.standard`)).join(', ')}
`)
    }))

  test('a release holds the leaflets that print it, and makes the others', () =>
    withCopy(async (copy, doorstep) => {
      const everything = ['--languages', 'en,tr', '--formats', 'standard', '--date', '2026-12-01', '--no-proof']
      expect((await doorstep('review', '--by', 'A', '--state', 'approved', '--keys', '*')).code).toBe(0)
      expect((await doorstep('build', '--release', ...everything)).code).toBe(0)
      const before = copy.output()
      copy.change(CLINICAL.file, CLINICAL.from, CLINICAL.to)
      expect((await doorstep('review', '--by', 'C', '--state', 'approved', '--languages', 'en', '--keys', '*')).code).toBe(0) // prettier-ignore
      const { code, err } = await doorstep('build', '--release', ...everything.with(5, '2026-12-02'))
      const held = [`tr/${NOTICE}.whole.standard`, `tr/${NOTICE}.clinical.standard`]
      expect([code, /Held.*: (.*)/.exec(err)?.[1]]).toEqual([1, held.join(', ')])
      const same = Object.entries(copy.output()).filter(([file, bytes]) => before[file] === bytes)
      expect(same.map(([file]) => file)).toEqual(held.map((id) => `${id}.pdf`).sort())
    }))

  test('declared cosmetic, it leaves every state as it was, and nothing waits', () =>
    withCopy(async (copy, doorstep) => {
      const before = (await doorstep('status')).out
      copy.change(EVERYWHERE.file, EVERYWHERE.from, 'housing information.')
      expect(waiting(await doorstep('status'))).toContain('stale: en, pl, tr')
      const key = 'collect.items.housing'
      const declared = await doorstep('review', '--cosmetic', key, '--by', 'C', '--note', 'a stop', '--date', '2026-12-02') // prettier-ignore
      expect(declared).toEqual({ code: 0, out: 'written: locales/en/history.json\n', err: '' })
      expect((await doorstep('status')).out).toBe(before)
      const history = JSON.parse(copy.read('locales/en/history.json')) as Record<string, unknown[]>
      expect(history[`${NOTICE}:${key}`]?.at(-1)).toMatchObject({
        text: 'housing information.',
        cosmetic: { by: 'C', date: '2026-12-02', note: 'a stop' },
      })
    }))

  test('a sentence that came anew is missing in every other language', () =>
    withCopy(async (copy, doorstep) => {
      copy.change(EVERYWHERE.file, '"housing":', '"garden": "your garden",\n      "housing":')
      expect(waiting(await doorstep('status'))).toBe(
        `${NOTICE}:collect.items.garden\n  your garden\n  missing: pl, tr\n  leaflets: none prints it\n`,
      )
    }))
})

describe('what a person says of texts', () => {
  test('goes into the ledgers of the languages and keys that are named, and shows in status', () =>
    withCopy(async (copy, doorstep) => {
      const pl = copy.read('locales/pl/review.json')
      const said = ['--by', 'A. Reader', '--state', 'reviewed', '--note', 'read aloud', '--date', '2026-12-03']
      const ran = await doorstep('review', '--languages', 'tr', '--keys', 'rights.*', ...said)
      expect(ran).toEqual({ code: 0, out: 'written: locales/tr/review.json\n', err: '' })
      expect(copy.read('locales/pl/review.json')).toBe(pl)
      const { out } = await doorstep('status', '--languages', 'tr')
      const rights = out.split('\n').filter((line) => line.includes(':rights.'))
      expect(rights.length).toBeGreaterThan(8)
      for (const line of rights) expect(line).toMatch(/ reviewed +A\. Reader, 2026-12-03 +read aloud$/)
      expect(out.split('\n').filter((line) => line.includes('A. Reader'))).toEqual(rights)
    }))

  test('a text with an error cannot be approved', () =>
    withCopy(async (copy, doorstep) => {
      copy.change('locales/tr/leaflet.json', '{{page}} / {{pages}}', '{{page}}')
      const { code, out, err } = await doorstep('review', '--languages', 'tr', '--keys', 'leaflet:folio', '--by', 'A', '--state', 'approved') // prettier-ignore
      expect([code, out]).toEqual([1, ''])
      expect(err).toMatch(/^error\[slot-lost\] {2}locales\/tr\/leaflet.json:\d+:\d+ {2}leaflet:folio/)
    }))

  test.each([
    ['a key that nobody knows', ['--keys', 'nothing.here'], 'key-unknown'],
    ['a language that is not there', ['--languages', 'xx', '--keys', '*'], 'language-unknown'],
    ['a cosmetic change of nothing', ['--cosmetic', 'rights.heading'], 'change-unknown'],
    ['a cosmetic change of a key that nobody knows', ['--cosmetic', 'nothing.here'], 'key-unknown'],
  ])('%s: said, and nothing is written', (_, args, code) =>
    withCopy(async (copy, doorstep) => {
      copy.change(`locales/tr/${NOTICE}.json`, '"title": "', '"title": "X')
      const ran = await doorstep('review', '--by', 'A', ...args)
      expect([ran.code, ran.out, /^error\[(.*?)\] {2}command line/.exec(ran.err)?.[1]]).toEqual([1, '', code])
    }),
  )
})
