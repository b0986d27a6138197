import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { watchPreview, type PreviewRequest, type WatchedPreview } from '../../src/build/index.js'
import { openSmallWorkshop } from './small-workshop.js'
import type { Workshop } from './workspace.js'

const FILE = 'locales/tr/visit.json'

let shop: Workshop
let stop: AbortController
let seen: WatchedPreview[]
let watching: Promise<void>
beforeEach(() => {
  shop = openSmallWorkshop()
  stop = new AbortController()
  seen = []
})
afterEach(async () => {
  stop.abort()
  await watching
  shop.close()
})

async function start(more: Partial<PreviewRequest> = {}): Promise<WatchedPreview> {
  const request: PreviewRequest = {
    language: 'tr',
    keys: ['about.first'],
    proofCopy: false,
    issueDate: '2026-12-01',
    placeOf: (asked) => ({ file: 'request', line: 1, column: 1, excerpt: asked }),
    ...more,
  }
  watching = watchPreview({ folder: shop.folder, request: () => request, made: (now) => seen.push(now), signal: stop.signal }) // prettier-ignore
  return nth(1)
}
/** The preview of a number, from 1. */
async function nth(number: number): Promise<WatchedPreview> {
  await vi.waitFor(() => { expect(seen.length).toBeGreaterThanOrEqual(number); }, { timeout: 30_000, interval: 10 }) // prettier-ignore
  return seen[number - 1]!
}
const quiet = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const say = (text: string): void => {
  shop.write(FILE, shop.read(FILE).replace(/"first": ".*"/, `"first": "${text}"`))
}
const html = (): string => readFileSync(seen.at(-1)!.page!, 'utf8')
const stamp = (): string => /data-stamp="(\w+)"/.exec(html())![1]!
const version = (): string => readFileSync(seen.at(-1)!.page!.replace(/html$/, 'version.js'), 'utf8')
const codes = ({ findings }: WatchedPreview): string[] => findings.map((f) => f.code)

test('a page stands beside the PDF, with its version; an edit renews all three, a burst of edits once', async () => {
  const first = await start()
  const name = 'tr.visit.whole.standard.about.first'
  expect([first.renewed, codes(first)]).toEqual([true, []])
  expect(readdirSync(join(shop.folder, 'preview'))).toEqual([`${name}.html`, `${name}.pdf`, `${name}.version.js`])
  const [before, pdf] = [stamp(), readFileSync(first.file!)]
  expect([version(), html().includes('Türkçe first text.')]).toEqual([`doorstepPreview('${before}')\n`, true])
  for (const letter of 'abcdefghij') {
    say(`Metin ${letter}`)
    await quiet(10)
  }
  expect((await nth(2)).texts[0]!.text).toBe('Metin j')
  expect(html()).toContain('<dd lang="tr" dir="auto">Metin j</dd>')
  expect([stamp() === before, version()]).toEqual([false, `doorstepPreview('${stamp()}')\n`])
  expect(readFileSync(first.file!).equals(pdf)).toBe(false)
  await quiet(500)
  expect(seen).toHaveLength(2)
})

test('looks and the English renew it too; other languages, other files and its own do not', async () => {
  await start()
  shop.change('locales/pl/visit.json', 'Polski first text.', 'Inny tekst.')
  shop.write('preview/note.txt', 'x')
  shop.write('note.txt', 'x')
  shop.write(FILE, shop.read(FILE))
  await quiet(700)
  expect(seen).toHaveLength(1)
  shop.change('templates/partials/foot.hbs', '{{language.ownName}}', '{{language.tag}}')
  await nth(2)
  shop.change('locales/en/visit.json', 'English first text.', 'Another text.')
  expect((await nth(3)).texts[0]!.english).toBe('Another text.')
})

test('a file that is cut short is said; the last good preview stays until it is mended', async () => {
  const first = await start()
  const [pdf, text] = [readFileSync(first.file!), shop.read(FILE)]
  shop.write(FILE, text.slice(0, -3))
  const broken = await nth(2)
  expect([broken.renewed, codes(broken), broken.texts]).toEqual([false, ['json-syntax'], first.texts])
  expect(readFileSync(first.file!).equals(pdf)).toBe(true)
  expect(html()).toContain('What is wrong: 1 error')
  expect(html()).toContain('these pages are the last good ones')
  expect(html()).toContain(`<code>${FILE}:`)
  shop.write(FILE, text)
  const mended = await nth(3)
  expect([mended.renewed, codes(mended), mended.page]).toEqual([true, [], first.page])
  expect(html()).not.toContain('What is wrong')
})

test('the same when the broken file is the English, a template or the workspace', async () => {
  const { page } = await start()
  for (const [file, from, to, code] of [
    ['locales/en/visit.json', '"first": "', '"first: "', 'json-syntax'],
    ['templates/standard.hbs', '{{> foot}}', '{{> foto}}', 'template-broken'],
    ['doorstep.json', '"visit"', 'visit', 'json-syntax'],
  ] as const) {
    shop.change(file, from, to)
    const broken = await nth(seen.length + 1)
    expect([file, broken.renewed, codes(broken)[0], broken.page]).toEqual([file, false, code, page])
    shop.change(file, to, from)
    expect([file, (await nth(seen.length + 1)).renewed]).toEqual([file, true])
  }
})

test('a text that is wrong is shown as far as it goes, beside its finding', async () => {
  await start()
  say('Metin {{slot}}.')
  const wrong = await nth(2)
  expect([wrong.renewed, codes(wrong)]).toEqual([true, ['slot-unknown']])
  expect(html()).toContain('What is wrong: 1 error')
})

test('without anything to show it waits, and begins when there is', async () => {
  shop.change('templates/standard.hbs', '{{> foot}}', '{{> foto}}')
  const none = await start({ formats: ['standard'] })
  expect([none.page, none.renewed, codes(none)]).toEqual([undefined, false, ['template-broken']])
  shop.change('templates/standard.hbs', '{{> foto}}', '{{> foot}}')
  const first = await nth(2)
  expect([first.renewed, existsSync(first.page!)]).toEqual([true, true])
})

test('it stays with its leaflet, when another one prints the text', async () => {
  const first = await start({ keys: ['care.only'] })
  expect(first.leaflet).toBe('tr/visit.whole.standard')
  shop.change('templates/standard.hbs', '{{#each blocks}}', '{{#each others}}')
  const other = await nth(2)
  expect([other.leaflet, other.page, other.renewed]).toEqual([first.leaflet, first.page, false])
  expect(other.findings.map((f) => f.fix)).toEqual([expect.stringContaining('--format large')])
})

test('a file that goes to the folder of the workspace does not start another round', async () => {
  await start({ out: join(shop.folder, 'a.pdf') })
  await quiet(700)
  const written = readFileSync(join(shop.folder, 'a.version.js'), 'utf8')
  expect([seen.length, written]).toEqual([1, `doorstepPreview('${stamp()}')\n`])
})

test('at its end an open page is told', async () => {
  await start()
  stop.abort()
  await watching
  expect(version()).toBe(`doorstepPreview('')\n`)
})
