import { expect, test } from 'vitest'
import { Alike } from '../../src/build/alike.js'
import type { Finding } from '../../src/report/index.js'

const found = (line: number): Finding => ({
  code: 'key-orphan',
  severity: 'warning',
  title: 'The English has no such text',
  place: { file: 'locales/tr/visit.json', line, column: 3, excerpt: '  "old": "Eski",' },
  fix: 'Delete it',
})

test('equal findings become one, and say what they said', () => {
  const alike = new Alike()
  const one = alike.finding(found(2))
  expect(one).toEqual(found(2))
  expect(alike.finding(found(2))).toBe(one)
  expect(alike.finding(found(3))).toEqual(found(3))
})

test('leaflets that ask for the same keys have one list of them', () => {
  const alike = new Alike()
  const asked = (drafts: string[]) => alike.asked({ own: ['visit:title', 'visit:text'], foreign: [], drafts })
  const one = asked(['visit:title'])
  expect(one).toEqual({ own: ['visit:title', 'visit:text'], foreign: [], drafts: ['visit:title'] })
  expect(asked(['visit:title'])).toBe(one)
  const other = asked([])
  expect(other.drafts).toEqual([])
  expect(other.own).toBe(one.own)
})
