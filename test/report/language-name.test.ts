import { expect, test } from 'vitest'
import { finding, fileStart } from '../../src/report/index.js'

const fix = (asked: string): string =>
  finding('language-unknown', fileStart('command line'), {
    asked,
    have: 'ckb, en, kmr, tr, my folder',
    isSource: false,
    named: [],
  }).fix

test('who asks for a language by its English name is told its tag', () => {
  expect(fix('Turkish')).toBe('Ask for tr')
  expect(fix('kurdish')).toBe('Ask for ckb or kmr')
})

test('who asks for another is told all that there are', () => {
  const all = 'Ask for one of: ckb, en, kmr, tr, my folder; or add a folder locales/<tag> with a locale.json'
  expect(fix('Klingon')).toBe(all)
  expect(fix('xx')).toBe(all)
  expect(fix('')).toBe(all)
})
