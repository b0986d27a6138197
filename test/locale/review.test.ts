import { describe, expect, test } from 'vitest'
import { fingerprint, recordDrafts, stateOf, statusOf } from '../../src/locale/index.js'
import { catalogueOf, short } from './shop.js'

const source = catalogueOf('en', { a: 'Hello', b: 'Bye', c: 'Thanks' })
// printf Hello | sha256sum
const HELLO = '185f8db32271'

const entry = (changes: Readonly<Record<string, string>>) => ({
  source: HELLO,
  state: 'approved',
  by: 'A. Reviewer',
  date: '2026-11-23',
  note: '',
  ...changes,
})
const withReview = (review: unknown, texts: Readonly<Record<string, string>> = { a: 'Merhaba' }) =>
  catalogueOf('tr', texts, { 'locales/tr/review.json': JSON.stringify(review) })

describe('the review ledger', () => {
  test('a fingerprint is the start of the SHA-256, whichever way an accent is stored', () => {
    expect(fingerprint('Hello')).toBe(HELLO)
    expect(fingerprint('caf\u00E9')).toBe(fingerprint('cafe\u0301'))
    expect(fingerprint('Hello ')).not.toBe(HELLO)
  })

  test('a text without an entry is a draft, one that is not there is missing', () => {
    const target = catalogueOf('tr', { a: 'Merhaba' })
    expect(stateOf({ source, target }, 'visit:a')).toBe('draft')
    expect(stateOf({ source, target }, 'visit:b')).toBe('missing')
  })

  test('a text keeps its state while the English sentence stays', () => {
    expect(stateOf({ source, target: withReview({ 'visit:a': entry({}) }) }, 'visit:a')).toBe('approved')
    expect(stateOf({ source, target: withReview({ 'visit:a': entry({ state: 'reviewed' }) }) }, 'visit:a')).toBe(
      'reviewed',
    )
  })

  test('an approved text whose English changed needs editing', () => {
    const target = withReview({ 'visit:a': entry({ source: '000000000000' }) })
    expect(stateOf({ source, target }, 'visit:a')).toBe('needs-editing')
  })

  test('each text of the English is counted once, under its state', () => {
    const review = { 'visit:a': entry({}), 'visit:b': entry({}) }
    const target = withReview(review, { a: 'Merhaba', b: 'Hoşça kal', orphan: 'x' })
    expect(statusOf(source, target)).toEqual({ missing: 1, 'needs-editing': 1, draft: 0, reviewed: 0, approved: 1 })
  })

  test.each([
    [{ state: 'fine' }, 'visit:a.state', 'it should be ("draft" | "reviewed" | "approved"), not "fine"'],
    [{ source: 'x' }, 'visit:a.source', 'it is no fingerprint: twelve characters of 0-9 and a-f'],
    [{ date: 'today' }, 'visit:a.date', 'it is no date, such as 2026-12-01'],
  ])('%j is refused', (changes, path, problem) => {
    expect(withReview({ 'visit:a': entry(changes) }).findings.map((f) => f.title)).toEqual([
      `"${path}" has a value that Doorstep cannot use: ${problem}`,
    ])
  })

  test('a broken ledger approves nothing', () => {
    const target = catalogueOf('tr', { a: 'x' }, { 'locales/tr/review.json': '{"visit:a": ' })
    expect(stateOf({ source, target }, 'visit:a')).toBe('draft')
    expect(target.findings.map(short)).toEqual([
      'error[json-syntax] locales/tr/review.json:1:13 This file is not JSON: a value should stand here',
    ])
  })
})

describe('recording drafts', () => {
  const by = { by: 'Doorstep', date: '2026-11-23', note: 'first translation' }

  test('texts without an entry become drafts, in the order of the texts; nothing is dropped', () => {
    const target = withReview({ 'visit:gone': entry({}), 'visit:b': entry({}) }, { a: 'Merhaba', b: 'Hoşça kal' })
    const text = recordDrafts({ source, target }, by)
    expect(Object.entries(JSON.parse(text) as object)).toEqual([
      ['visit:a', { source: HELLO, state: 'draft', ...by }],
      ['visit:b', entry({})],
      ['visit:gone', entry({})],
    ])
    expect(text).toMatch(/^\{\n {2}"visit:a": \{\n {4}"source"/)
    expect(text.endsWith('}\n')).toBe(true)
  })

  test('recording twice changes nothing', () => {
    const first = recordDrafts({ source, target: withReview({}) }, by)
    expect(recordDrafts({ source, target: withReview(JSON.parse(first)) }, by)).toBe(first)
  })
})
