import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { editDistance, errorRate } from '../../src/proof/error-rate.js'

describe('the error rate', () => {
  test.each([
    ['nothing wrong', 'home visit', 'home  visit', 0],
    ['one of nine letters', 'home visit', 'home visjt', 1 / 9],
    ['all lost', 'home', '', 1],
    ['twice as much read', 'home', 'homehome', 1],
    ['nothing to read', '', '', 0],
    ['something read where there is nothing', '', 'home', 1],
    ['unseen characters only', 'a\u200Cb', 'ab', 0],
    ['a character outside the first plane counts once', '\u{1F600}ab', 'cab', 1 / 3],
  ])('%s', (_, source, read, rate) => {
    expect(errorRate(source, read)).toBeCloseTo(rate, 12)
  })
})

describe('the distance', () => {
  const letters = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 })

  test('is that of the plain table of Levenshtein', () => {
    fc.assert(
      fc.property(letters, letters, (a, b) => {
        expect(editDistance(a, b)).toBe(byTable(a, b))
      }),
      { numRuns: 500 },
    )
  })
})

function byTable(a: readonly string[], b: readonly string[]): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  a.forEach((letter, i) => {
    const next = [i + 1]
    b.forEach((other, j) => {
      next.push(Math.min(next[j]! + 1, row[j + 1]! + 1, row[j]! + (letter === other ? 0 : 1)))
    })
    row = next
  })
  return row[b.length]!
}
