import fc from 'fast-check'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { build, type BuildReport } from '../../src/build/index.js'
import { fileStart } from '../../src/report/index.js'
import { built, makeIn } from './make.js'
import { addLanguage, openSmallWorkshop } from './small-workshop.js'
import type { Workshop } from './workspace.js'

/** `EDITS=500 npx vitest run test/build/increments.test.ts` for a longer run. */
const EDITS = Number(process.env['EDITS'] ?? 60)
/** Edits of one workspace, one after the other. */
const ROW = 20

interface Edit {
  readonly kind: string
  readonly which: number
  readonly word: number
}
const edits = fc.record({
  kind: fc.constantFrom('text', 'text', 'text', 'lose', 'line', 'break', 'review', 'history', 'template', 'partial', 'theme', 'fonts', 'months', 'notice', 'language', 'namespace', 'output', 'contacts', 'date', 'part', 'glossary', 'waivers'), // prettier-ignore
  which: fc.nat(1000),
  word: fc.nat(5),
})

const TAGS = ['en', 'pl', 'tr']
const FILES = ['visit', 'leaflet']
const FONTS = ['@expo-google-fonts/noto-sans', '@expo-google-fonts/noto-sans-hebrew', '@expo-google-fonts/none']
const pick = <T>(list: readonly T[], n: number): T => list[n % list.length]!

interface Situation {
  date: string
  languages: readonly string[] | undefined
}

/** One edit, as a person might make it; some break a file, and a later one may mend it. */
function apply(shop: Workshop, good: Workshop, { kind, which, word }: Edit, now: Situation): void {
  const tag = pick(TAGS, which)
  const file = `locales/${tag}/${pick(FILES, which >> 2)}.json`
  const has = (path: string): boolean => {
    try {
      shop.read(path)
      return true
    } catch {
      return false
    }
  }
  const json = (path: string): Record<string, unknown> => {
    try {
      return JSON.parse(shop.read(path)) as Record<string, unknown>
    } catch {
      return JSON.parse(good.read(path)) as Record<string, unknown>
    }
  }
  const save = (path: string, value: unknown): void => {
    shop.write(path, `${JSON.stringify(value, undefined, 2)}\n`)
  }
  now.languages = undefined
  switch (kind) {
    case 'text': {
      const texts = json(file)
      const names = Object.keys(texts).filter((name) => typeof texts[name] === 'string')
      const text = pick(
        [
          'One',
          'Two {{when}}',
          '<strong>Three</strong>',
          '',
          'ⴰ',
          '{{page}} of {{pages}}',
          'Visit 5 of 6 rooms',
          'Visit visit  us',
        ],
        word + which,
      )
      save(file, { ...texts, [pick(names, which)]: text })
      break
    }
    case 'lose': {
      const texts = json(file)
      const lost = pick(Object.keys(texts), which)
      save(file, Object.fromEntries(Object.entries(texts).filter(([name]) => name !== lost)))
      break
    }
    case 'line':
      if (has(file)) shop.write(file, shop.read(file).replace('{', `{${'\n'.repeat(word + 1)}`))
      break
    case 'break':
      shop.write(file, word < 3 ? good.read(file) : shop.read(file).slice(0, -3))
      break
    case 'review': {
      const state = pick(['draft', 'reviewed', 'approved'], word)
      const prints = ['0123456789ab', 'fedcba987654']
      const entry = { source: pick(prints, which), text: pick(prints, word), state, by: 'A', date: '2026-11-01', note: '' } // prettier-ignore
      const path = `locales/${tag}/review.json`
      save(path, { ...(has(path) ? json(path) : {}), 'visit:title': entry, [`visit:${pick(['updated', 'about.first'], which)}`]: entry }) // prettier-ignore
      break
    }
    case 'history':
      save('locales/en/history.json', { 'visit:title': [{ source: '0123456789ab', text: `Old ${word}`, date: '2026-01-01' }] }) // prettier-ignore
      break
    case 'template':
      shop.write('templates/standard.hbs', good.read('templates/standard.hbs').replace('{{t title}}', pick(['{{t title}}', '{{t closing when="x"}}', '{{t closing}}', '{{oops}}'], word))) // prettier-ignore
      break
    case 'partial':
      shop.write('templates/partials/foot.hbs', good.read('templates/partials/foot.hbs').replace('{{language.ownName}}', pick(['{{language.ownName}}', '{{language.tag}}'], word))) // prettier-ignore
      break
    case 'theme': {
      const theme = json('templates/themes/small.json') as { formats: Record<string, Record<string, unknown>> }
      theme.formats[pick(['standard', 'large'], which)]!['paragraphGap'] = 5 + word
      save('templates/themes/small.json', theme)
      break
    }
    case 'fonts':
      save(`locales/${tag}/locale.json`, { ...json(`locales/${tag}/locale.json`), fonts: [{ package: pick(FONTS, which) }, ...(word > 3 ? [{ package: FONTS[1] }] : [])] }) // prettier-ignore
      break
    case 'months': {
      const locale = json(`locales/${tag}/locale.json`) as { date: Record<string, unknown> }
      locale.date['long'] = pick(['{day} {month} {year}', '{year}-{MM}-{dd}', '{month} {day}, {year}'], word)
      save(`locales/${tag}/locale.json`, locale)
      break
    }
    case 'notice':
      shop.write('templates/notices/visit.json', good.read('templates/notices/visit.json').replace('2018-05-25', pick(['2018-05-25', '2019-01-01', '2026-12-01'], word))) // prettier-ignore
      break
    case 'language':
      if (has('locales/ga/locale.json')) shop.remove('locales/ga')
      else addLanguage(shop, 'ga')
      break
    case 'namespace':
      save(`locales/${tag}/extra.json`, { [`word${word}`]: 'Extra' })
      break
    case 'output': {
      const [some] = Object.keys(shop.output()).filter((f) => f.endsWith('.pdf') && !f.startsWith('withdrawn'))
      if (some !== undefined) shop.write(`output/${some}`, 'mine')
      break
    }
    case 'contacts':
      save('doorstep.json', { ...json('doorstep.json'), contacts: word > 3 ? {} : json('doorstep.json')['contacts'] })
      break
    case 'glossary':
      if (word > 4) shop.write('locales/glossary.json', '{ "keep": ')
      else save('locales/glossary.json', { keep: word > 2 ? [{ term: 'Visit' }] : [], terms: [{ id: 'visit', english: ['visit'], translations: { [tag]: [pick(['visit', 'wizyta', 'ziyaret'], which)] } }] }) // prettier-ignore
      break
    case 'waivers':
      save(`locales/${tag}/waivers.json`, word > 4 ? { 'visit:title': 1 } : { [`visit:${pick(['title', 'about.first', 'updated'], which)}`]: { [pick(['number-changed', 'term-other', 'end-mark', 'slot-lost'], word)]: 'As it should be' } }) // prettier-ignore
      break
    case 'date':
      now.date = pick(['2026-12-01', '2026-12-02', '2018-05-25'], which)
      break
    default:
      now.languages = [tag]
  }
}

async function make(folder: string, out: string, { date, languages }: Situation): Promise<BuildReport> {
  const placeOf = (asked: string) => ({ ...fileStart('command line'), excerpt: asked })
  const request = { issueDate: date, placeOf, ...(languages ? { languages } : {}) }
  return build({ folder, out: join(folder, out), jobs: 1, proof: false, release: false, request })
}

/** What a clean build cannot know: what was there before. */
const ofNow = ({ findings }: BuildReport) =>
  findings.filter((f) => !['leaflet-withdrawn', 'output-changed', 'input-moved'].includes(f.code))

async function holds(row: readonly Edit[]): Promise<void> {
  const [shop, good] = [openSmallWorkshop(), openSmallWorkshop()]
  const now: Situation = { date: '2026-12-01', languages: undefined }
  try {
    await make(shop.folder, 'output', now)
    for (const edit of row) {
      apply(shop, good, edit, now)
      const report = await make(shop.folder, 'output', now)
      const clean = await make(shop.folder, 'clean', now)
      expect(ofNow(report)).toEqual(ofNow(clean))
      expect(report.leaflets.map(({ state, ...l }) => ({ ...l, held: state === 'held' }))).toEqual(
        clean.leaflets.map(({ state, ...l }) => ({ ...l, held: state === 'held' })),
      )
      for (const { id, state } of clean.leaflets)
        if (state === 'built') expect(shop.read(`output/${id}.pdf`)).toBe(shop.read(`clean/${id}.pdf`))
      const { leaflets, held } = JSON.parse(shop.read('clean/ledger.json')) as Record<string, Record<string, Ledgered>>
      const ours = JSON.parse(shop.read('output/ledger.json')) as Record<string, Record<string, Ledgered>>
      for (const id of Object.keys(leaflets!)) expect(plain(ours['leaflets']![id])).toEqual(plain(leaflets![id]))
      if (!now.languages) expect(Object.keys(ours['held']!)).toEqual(Object.keys(held!))
      shop.remove('clean')
    }
  } finally {
    shop.close()
    good.close()
  }
}
type Ledgered = Readonly<Record<string, unknown>>
/** Findings stand in a list of their own, which is longer where more leaflets are known. */
const plain = (entry: Ledgered | undefined) => entry && { ...entry, findings: (entry['findings'] as number[]).length }

test(
  'an incremental build is a clean build, byte for byte, findings included, after any edits',
  { timeout: 60_000 + EDITS * 3000 },
  async () => {
    const rows = fc.array(edits, { minLength: ROW, maxLength: ROW })
    await fc.assert(fc.asyncProperty(rows, holds), { numRuns: Math.ceil(EDITS / ROW), endOnFailure: true })
  },
)

test('before the first leaflet it is said how many are to be made', async () => {
  const shop = openSmallWorkshop()
  const said: unknown[] = []
  const more = { begin: (...numbers: number[]) => said.push(numbers), progress: (done: number) => said.push(`ready ${done}`) } // prettier-ignore
  const first = await makeIn(shop, more)
  const all = first.leaflets.length
  expect(said.slice(0, 2)).toEqual([[built(first).length, all], 'ready 1'])
  said.length = 0
  shop.change('locales/tr/visit.json', 'first text', 'better text')
  const some = built(await makeIn(shop, more)).length
  expect(some).toBeGreaterThan(0)
  expect(said.filter((s) => Array.isArray(s))).toEqual([[some, all]])
  said.length = 0
  await makeIn(shop, more)
  // Where all stay, nothing is begun.
  expect(said.filter((s) => Array.isArray(s))).toEqual([])
  shop.close()
})
