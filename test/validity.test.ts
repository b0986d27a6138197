import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const page = readFileSync('docs/validity.md', 'utf8')
const [machine, person] = page.split('## What only a person can judge') as [string, string]
/** Number of the condition → who looks at it here. */
const rows = (text: string): Map<string, string> =>
  new Map([...text.matchAll(/^\| (\d\d-\d\d\d) +\|[^|]*\|([^|]*)\|/gm)].map((m) => [m[1]!, m[2]!.trim()]))

describe('docs/validity.md has every condition of the Matterhorn Protocol once', () => {
  const all = [...page.matchAll(/^\| (\d\d-\d\d\d) /gm)].map((m) => m[1]!)
  test('87 for software, 47 for people', () => {
    expect(rows(machine).size).toBe(87)
    expect(rows(person).size).toBe(47)
    expect(all).toHaveLength(134)
  })
  test('in order, without a gap but the checkpoints that have no test', () => {
    const numbers = [...all].sort()
    const gaps = numbers.filter((n, i) => {
      const [before, now] = [numbers[i - 1] ?? '00-000', n].map((x) => x.split('-').map(Number))
      return now![0] === before![0] ? now![1] !== before![1]! + 1 : now![1] !== 1
    })
    expect(gaps).toEqual([])
    const checkpoints = new Set(numbers.map((n) => Number(n.slice(0, 2))))
    expect(Array.from({ length: 31 }, (_, i) => i + 1).filter((c) => !checkpoints.has(c))).toEqual([23, 27])
  })
})

test('a condition that the proof names is one that the page says the proof looks at', () => {
  const sources = readdirSync('src/proof').map((file) => readFileSync(`src/proof/${file}`, 'utf8')).join('') // prettier-ignore
  const named = [...sources.matchAll(/Matterhorn (\d\d-\d\d\d)/g)].map((m) => m[1]!)
  expect(named.length).toBeGreaterThan(20)
  const listed = new Map([...rows(machine), ...rows(person)])
  expect(named.filter((n) => !/proof/.test(listed.get(n) ?? ''))).toEqual([])
})
