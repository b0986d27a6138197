import { expect, test } from 'vitest'
import { findKeys } from '../../src/build/find-keys.js'

const known = ['n:title', 'n:rights.intro', 'n:rights.items.access', 'easy:title', 'easy:rights.access', 'n:data.basis', 'n:law.basis'] // prettier-ignore

test.each([
  ['n:rights.intro', ['n:rights.intro']],
  ['rights.intro', ['n:rights.intro']],
  ['intro', ['n:rights.intro']],
  // A whole path comes before the end of another.
  ['rights.access', ['easy:rights.access']],
  ['items.access', ['n:rights.items.access']],
  ['rights.*', ['n:rights.intro', 'n:rights.items.access', 'easy:rights.access']],
  ['n:*.basis', ['n:data.basis', 'n:law.basis']],
])('%s means %j', (asked, keys) => {
  expect(findKeys(asked, known)).toEqual({ kind: 'found', keys })
})

test.each([
  ['title', ['n:title', 'easy:title']],
  ['basis', ['n:data.basis', 'n:law.basis']],
  ['access', ['n:rights.items.access', 'easy:rights.access']],
])('%s may mean one of several', (asked, keys) => {
  expect(findKeys(asked, known)).toEqual({ kind: 'several', keys })
})

test.each([
  ['rigths.intro', ['n:rights.intro']],
  ['n:introo', ['n:rights.intro']],
  ['acces', ['n:rights.items.access', 'easy:rights.access']],
  ['zebra.*', []],
  ['', []],
  ['*', known],
])('%s is no key; near ones are %j', (asked, near) => {
  const found = findKeys(asked, known)
  expect(found).toEqual(asked === '*' ? { kind: 'found', keys: known } : { kind: 'none', near })
})
