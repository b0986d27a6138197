import { expect, test } from 'vitest'
import { partnersOf } from '../../src/text/space-lookups.js'
import { processorTime } from '../helpers/processor-time.js'

/** GSUB with one lookup (OpenType 1.9), whose numbers are all 0x4000: as many subtables of as many sets of ligatures. */
function endlessTable(): Uint8Array {
  const words = new Uint16Array(150_000).fill(0x4000)
  words.set([1, 0, 0, 10, 24], 0) // version, scripts, features at 10, lookups at 24
  words.set([1, 0x6c69, 0x6761, 8, 0, 1, 0], 5) // one feature, liga, 8 further on: one lookup, the first
  words.set([1, 4, 4], 12) // one lookup, 4 further on: ligatures
  return new Uint8Array(words.buffer).map((_, i, bytes) => bytes[i ^ 1]!) // most significant byte first
}

test('a damaged table that would be read for years is in doubt after a moment', () => {
  const table = endlessTable()
  let partners: ReadonlySet<number> | undefined = new Set()
  const work = (): void => {
    partners = partnersOf(3, table, 'GSUB')
  }
  expect(processorTime(work)).toBeLessThan(1)
  expect(partners).toBeUndefined()
})
