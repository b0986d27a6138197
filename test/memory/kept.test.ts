import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
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

test('of a pair the second keeps the last first one only', () => {
  const made: string[] = []
  const two = keptForPair((x: { n: number }, y: { n: number }) => ({ sum: made.push(`${x.n}${y.n}`) }))
  const [a, b, c] = [{ n: 1 }, { n: 2 }, { n: 3 }]
  for (const first of [a, a, b, b, a]) two(first, c)
  expect(made).toEqual(['13', '23', '13'])
})

test('nobody sees what is kept for an object, and no copy has it', () => {
  let made = 0
  const one = keptFor((o: { n: number }) => ({ n: o.n + ++made * 0 }))
  const a = Object.freeze({ n: 1 })
  one(a)
  expect([Object.keys(a), JSON.stringify(a), Reflect.ownKeys(a)]).toEqual([['n'], '{"n":1}', ['n']])
  expect(one({ ...a })).not.toBe(one(a))
  expect(one(structuredClone(a))).not.toBe(one(a))
  expect(made).toBe(3)
})

test('what is kept goes with its object as soon as V8 clears young objects away', () => {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as (options?: { type: 'minor' }) => void
  const one = keptFor((object: object) => ({ object, list: Array.from({ length: 1000 }, (_, i) => i) }))
  const two = keptForPair((a: object, b: object) => ({ a, b, list: Array.from({ length: 1000 }, (_, i) => i) }))
  const old = {}
  // 8 kB each: 32 MB.
  const make = (): void => {
    for (let i = 0; i < 2000; i++) {
      one({})
      two(old, {})
    }
  }
  make()
  collect()
  const before = process.memoryUsage().heapUsed
  make()
  for (let i = 0; i < 3; i++) collect({ type: 'minor' })
  expect((process.memoryUsage().heapUsed - before) / 1e6).toBeLessThan(8)
})
