import { describe, expect, test } from 'vitest'
import {
  fingerprint,
  formerSource,
  ledgerText,
  stateOf,
  statusOf,
  voidReview,
  withCosmetic,
  withDrafts,
  withReviews,
  withVersions,
  type Catalogue,
} from '../../src/locale/index.js'
import { catalogueOf, short } from './shop.js'

const source = catalogueOf('en', { a: 'Hello', b: 'Bye', c: 'Thanks' })
// printf Hello | sha256sum
const HELLO = '185f8db32271'
// printf Merhaba | sha256sum
const MERHABA = '7fdc9f4717c5'

const entry = (changes: Readonly<Record<string, string>>) => ({
  source: HELLO,
  text: MERHABA,
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

  test('an approved text that was changed afterwards is a draft again, and somebody can be told whose word is void', () => {
    const changed = { source, target: withReview({ 'visit:a': entry({}) }, { a: 'Merhaba!' }) }
    expect(stateOf(changed, 'visit:a')).toBe('draft')
    expect(voidReview(changed, 'visit:a')).toEqual(entry({}))
    const same = { source, target: withReview({ 'visit:a': entry({}) }) }
    expect(voidReview(same, 'visit:a')).toBeUndefined()
    const draft = { source, target: withReview({ 'visit:a': entry({ state: 'draft' }) }, { a: 'Merhaba!' }) }
    expect(voidReview(draft, 'visit:a')).toBeUndefined()
  })

  test('each text of the English is counted once, under its state', () => {
    const review = { 'visit:a': entry({}), 'visit:b': entry({}) } // b was made from another sentence than "Bye"
    const target = withReview(review, { a: 'Merhaba', b: 'Hoşça kal', orphan: 'x' })
    expect(statusOf(source, target)).toEqual({ missing: 1, 'needs-editing': 1, draft: 0, reviewed: 0, approved: 1 })
  })

  test.each([
    [{ state: 'fine' }, 'visit:a.state', 'it should be "draft", "reviewed" or "approved", not "fine"'],
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
      'error[json-syntax] locales/tr/review.json:1:13 This file is not JSON: it ends in the middle',
    ])
  })
})

describe('recording drafts', () => {
  const by = { by: 'Doorstep', date: '2026-11-23', note: 'first translation' }

  test('texts without an entry become drafts, in the order of the texts; nothing is dropped', () => {
    const target = withReview({ 'visit:gone': entry({}), 'visit:b': entry({}) }, { a: 'Merhaba', b: 'Hoşça kal' })
    const text = ledgerText(withDrafts({ source, target }, by))
    expect(Object.entries(JSON.parse(text) as object)).toEqual([
      ['visit:a', { source: HELLO, text: MERHABA, state: 'draft', ...by }],
      ['visit:b', entry({})],
      ['visit:gone', entry({})],
    ])
    expect(text).toMatch(/^\{\n {2}"visit:a": \{\n {4}"source"/)
    expect(text.endsWith('}\n')).toBe(true)
  })

  test('recording twice changes nothing', () => {
    const first = ledgerText(withDrafts({ source, target: withReview({}) }, by))
    expect(ledgerText(withDrafts({ source, target: withReview(JSON.parse(first)) }, by))).toBe(first)
  })

  test('what a person says is of the words and the English of that moment; of a text that is not there nothing is said', () => {
    const target = withReview({ 'visit:a': entry({ source: '000000000000', text: '000000000000' }) })
    const verdict = { state: 'reviewed' as const, by: 'B. Reader', date: '2026-12-01', note: 'read aloud' }
    const ledger = withReviews({ source, target }, new Map([['visit:a', verdict], ['visit:b', verdict]])) // prettier-ignore
    expect([...ledger]).toEqual([['visit:a', { source: HELLO, text: MERHABA, ...verdict }]])
  })
})

describe('the history of the English', () => {
  const by = { by: 'C. Editor', date: '2026-12-02', note: 'a comma' }
  /** The English after some changes, each recorded, those in `cosmetic` declared so. */
  const after = (wordings: readonly string[], cosmetic: readonly string[] = []): Catalogue => {
    let history = source.history
    let english = source
    for (const text of wordings) {
      english = catalogueOf('en', { a: text })
      history = withVersions(history, english.messages, '2026-12-01')
      if (cosmetic.includes(text)) history = withCosmetic(history, 'visit:a', by)
    }
    return { ...english, history }
  }
  const madeFrom = (text: string) => withReview({ 'visit:a': entry({ source: fingerprint(text) }) })
  const state = (english: Catalogue, made: string) => stateOf({ source: english, target: madeFrom(made) }, 'visit:a')

  test('keeps each wording once, oldest first', () => {
    const english = after(['Hello', 'Hello', 'Hello there'])
    expect(english.history.get('visit:a')).toEqual([
      { source: HELLO, text: 'Hello', date: '2026-12-01' },
      { source: fingerprint('Hello there'), text: 'Hello there', date: '2026-12-01' },
    ])
    expect(formerSource({ source: english, target: madeFrom('Hello') }, 'visit:a')).toBe('Hello')
    expect(formerSource({ source: english, target: madeFrom('Hello there') }, 'visit:a')).toBeUndefined()
  })

  test('a change needs editing; a cosmetic one leaves every state; one of several that is none counts', () => {
    expect(state(after(['Hello', 'Hello!']), 'Hello')).toBe('needs-editing')
    expect(state(after(['Hello', 'Hello!'], ['Hello!']), 'Hello')).toBe('approved')
    expect(state(after(['Hello', 'Hello!', 'Hello.'], ['Hello!', 'Hello.']), 'Hello')).toBe('approved')
    expect(state(after(['Hello', 'Bye', 'Bye.'], ['Bye.']), 'Hello')).toBe('needs-editing')
    expect(state(after(['Hello', 'Bye', 'Bye.'], ['Bye.']), 'Bye')).toBe('approved')
    expect(state(after(['Hello', 'Bye', 'Bye.'], ['Bye']), 'Hello')).toBe('needs-editing')
  })

  test('a text that goes back to the wording of a translation needs no editing', () => {
    expect(state(after(['Hello', 'Bye', 'Hello']), 'Hello')).toBe('approved')
    expect(state(after(['Hello', 'Bye', 'Hello']), 'Bye')).toBe('needs-editing')
  })

  test('the first wording on record can be no cosmetic change', () => {
    expect(after(['Hello'], ['Hello']).history.get('visit:a')?.[0]?.cosmetic).toBeUndefined()
  })

  test('is read from its file, and refused when it is none', () => {
    const file = 'locales/en/history.json'
    const good = catalogueOf('en', { a: 'x' }, { [file]: ledgerText(after(['Hello', 'Bye']).history) })
    expect(good.history.get('visit:a')?.map((v) => v.text)).toEqual(['Hello', 'Bye'])
    const bad = catalogueOf('en', { a: 'x' }, { [file]: '{ "visit:a": [{ "source": "1", "text": "x", "date": "2026-12-01" }] }' }) // prettier-ignore
    expect(bad.findings.map(short)).toEqual([
      'error[json-shape] locales/en/history.json:1:27 "visit:a.0.source" has a value that Doorstep cannot use: it is no fingerprint: twelve characters of 0-9 and a-f',
    ])
  })
})
