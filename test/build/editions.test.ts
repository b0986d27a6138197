import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { findEdition } from '../../src/build/index.js'
import { fileStart } from '../../src/report/index.js'
import { makeIn } from './make.js'
import { openSmallWorkshop } from './small-workshop.js'
import type { Workshop } from './workspace.js'

let shop: Workshop
beforeEach(() => {
  shop = openSmallWorkshop()
})
afterEach(() => {
  shop.close()
})

const ID = 'tr/visit.whole.standard'
const make = (issueDate: string) => makeIn(shop, {}, { issueDate })
/** Builds on a day; gives the code of the leaflet. */
const issue = async (day: string): Promise<string> => (await make(day)).leaflets.find((l) => l.id === ID)!.edition!
const ask = (code: string) => findEdition(join(shop.folder, 'output'), code, fileStart('command line'))
const TR = 'locales/tr/visit.json'

describe('an edition', () => {
  test('is current from the first day to the last, however it is typed', async () => {
    const code = await issue('2026-12-01')
    expect(await issue('2026-12-09')).toBe(code)
    const current = { code, state: 'current', leaflet: ID, notice: 'visit', language: 'tr', service: 'whole', format: 'standard', first: '2026-12-01', last: '2026-12-09' } // prettier-ignore
    expect(ask(code)).toEqual({ answers: [current], findings: [] })
    expect(ask(` ${code.slice(0, 4).toLowerCase()}-${code.slice(4).replaceAll('0', 'o')}`).answers).toEqual([current])
  })

  test('says word by word what changed since, over all editions that came after', async () => {
    const first = await issue('2026-12-01')
    shop.change(TR, 'Türkçe first text.', 'Türkçe new text.')
    const second = await issue('2026-12-02')
    shop.change(TR, 'Türkçe new text.', 'Türkçe newest text.')
    shop.change(TR, 'Türkçe visit', 'Ziyaret')
    const third = await issue('2026-12-03')
    expect(ask(first).answers[0]).toMatchObject({
      state: 'superseded',
      by: third,
      day: '2026-12-02',
      changes: [
        { key: 'visit:about.first', change: 'Türkçe [-first-]{+newest+} text.' },
        { key: 'visit:title', change: '[-Türkçe visit-]{+Ziyaret+}' },
      ],
    })
    expect(ask(second).answers[0]).toMatchObject({ state: 'superseded', by: third, day: '2026-12-03' })
    expect(ask(third).answers[0]).toMatchObject({ state: 'current', first: '2026-12-03' })
  })

  test('comes back with its words', async () => {
    const first = await issue('2026-12-01')
    shop.change(TR, 'first text', 'other text')
    const second = await issue('2026-12-02')
    shop.change(TR, 'other text', 'first text')
    expect(await issue('2026-12-03')).toBe(first)
    expect(ask(first).answers[0]).toMatchObject({ state: 'current', first: '2026-12-01', last: '2026-12-03' })
    expect(ask(second).answers[0]).toMatchObject({ state: 'superseded', by: first })
  })

  test('is withdrawn with its leaflet', async () => {
    const code = await issue('2026-12-01')
    shop.remove('locales/tr')
    await make('2026-12-04')
    expect(ask(code).answers[0]).toMatchObject({ state: 'withdrawn', day: '2026-12-04' })
  })

  test('that is mistyped is said by its check character, and near ones are offered', async () => {
    const code = await issue('2026-12-01')
    const other = code.startsWith('B') ? 'C' : 'B'
    const { answers, findings } = ask(other + code.slice(1))
    expect(answers).toEqual([])
    expect(findings.map((f) => f.code)).toEqual(['edition-mistyped'])
    expect(findings[0]!.fix).toContain(code)
    expect(ask(code.slice(1)).findings[0]!.fix).toContain(code)
    expect(ask(code.slice(1)).findings[0]!.title).toContain('it has 7 characters, a code has 8')
    expect(ask('0000011F').findings.map((f) => f.code)).toEqual(['edition-unknown'])
  })

  test('is known while its leaflet is in place, also without the book of editions', async () => {
    const code = await issue('2026-12-01')
    shop.remove('output/editions')
    expect(ask(code).answers[0]).toMatchObject({ state: 'current', leaflet: ID })
  })
})
