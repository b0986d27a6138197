import { beforeAll, expect, test } from 'vitest'
import { openProgram, type Program } from './program.js'
import { openWorkshop } from './workspace.js'

let program: Program
beforeAll(() => {
  program = openProgram()
})

test('the same order gives the same bytes: in any folder, time zone and language of the machine', () => {
  // Nepal is 5:45 ahead of Greenwich and Newfoundland 3:30 behind: it is not the same day everywhere.
  const places = [
    { TZ: 'Asia/Kathmandu', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
    { TZ: 'America/St_Johns', LANG: 'C', LC_ALL: 'C' },
  ]
  const [one, two] = places.map((place) => {
    const shop = openWorkshop()
    const services = ['--services', 'clinical', '--formats', 'standard', '--date', '2026-12-01', '--jobs', '1']
    const done = program.run(['build', '--workspace', shop.folder, ...services], place)
    const output = shop.output()
    shop.close()
    return { ...done, out: '', output }
  })
  expect(one).toMatchObject({ code: 0, err: '' })
  // Three leaflets, the ledger, and a book of editions for each language.
  expect(Object.keys(one!.output)).toHaveLength(7)
  expect(two).toEqual(one)
})
