import { expect, test } from 'vitest'
import { utcDay } from '../../src/proof/check-metadata.js'

test.each([
  ['D:20261201000000Z', '2026-12-01'],
  ["D:20261201003000+01'00'", '2026-11-30'],
  ["D:20261130233000-01'00'", '2026-12-01'],
  ["D:20261130233000-00'30", '2026-12-01'],
  ['D:20261201', '2026-12-01'],
  ['1 December', '1 December'],
  ['', ''],
])('%s is the day %s in Greenwich', (date, day) => {
  expect(utcDay(date)).toBe(day)
})
