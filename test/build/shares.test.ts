import { expect, test } from 'vitest'
import type { Task } from '../../src/build/make-task.js'
import { readShare, Shares, sharesOf, written } from '../../src/build/shares.js'

const task = (language: string, format: string): Task => ({
  order: { notice: 'n', language, service: 'whole', format, issueDate: '2026-07-01' },
})
const tasks = [task('tr', 'a'), task('so', 'a'), task('tr', 'b'), task('so', 'b'), task('tr', 'c')]
const said = (t: Task | undefined): string | undefined => t && `${t.order.language} ${t.order.format}`

test('leaflets are shared out by language, each language in its order', () => {
  expect(sharesOf(tasks).map(({ tag, count }) => [tag, count])).toEqual([
    ['tr', 3],
    ['so', 2],
  ])
})

test('two threads get every leaflet once; each keeps to its language, then helps where most is left', () => {
  const here = new Shares(sharesOf(tasks))
  const there = new Shares(here.languages.map(written).map(readShare), here.memory)
  expect(said(here.next())).toBe('tr a')
  expect(said(there.next('so'))).toBe('so a')
  expect(said(there.next('so'))).toBe('so b')
  expect(said(there.next('so'))).toBe('tr b')
  expect(said(here.next('tr'))).toBe('tr c')
  expect(here.next('tr')).toBeUndefined()
  expect(there.next('so')).toBeUndefined()
})

test('a task comes to another thread as it is', () => {
  const known = { ...task('tr', 'a'), known: 'f'.repeat(64), edition: 'ABCD-1' }
  const sent = structuredClone(sharesOf([known]).map(written))
  expect(new Shares(sent.map(readShare)).next()).toEqual(known)
})
