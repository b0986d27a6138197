import { expect, test } from 'vitest'
import { Kept, keptFor, keptForPair } from '../../src/memory/index.js'

test('what is used again stays, what is not is forgotten once twice the limit came after it', () => {
  const kept = new Kept<string, number>(2)
  kept.set('a', 1)
  kept.set('b', 2)
  kept.set('c', 3) // a and b are old now
  expect(kept.get('a')).toBe(1) // young again, beside c
  kept.set('d', 4) // a and c are old, b is gone
  expect([kept.get('a'), kept.get('b'), kept.get('c'), kept.get('d')]).toEqual([1, undefined, 3, 4])
})

test('something is made once for each object, and once for each pair', () => {
  let made = 0
  const one = keptFor((o: { n: number }) => ({ n: o.n + ++made * 0 }))
  const [a, b] = [{ n: 1 }, { n: 1 }]
  expect(one(a)).toBe(one(a))
  expect(one(a)).not.toBe(one(b))
  expect(made).toBe(2)
  const two = keptForPair((x: { n: number }, y: { n: number }) => ({ sum: x.n + y.n }))
  expect(two(a, b)).toBe(two(a, b))
  expect(two(b, a)).not.toBe(two(a, b))
})
