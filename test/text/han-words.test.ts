import { expect, test } from 'vitest'
import { markedWith } from './helpers/marked.js'
import { say, span } from './helpers/spans.js'

/** `~`: a line may end there, but within a word of Chinese or Japanese. */
const marked = markedWith({ han: '~' })
const bare = (expected: string): string => expected.replace(/[|~]/g, '')

test.each([
  ['支~持|儿~童|和|青~少~年', 'zh-Hans'], // support children and young people
  ['兒~童|和|青~少~年', 'zh-Hant'],
  ['学~校|的|儿~童', 'yue-Hans'], // children of the school
  ['個~人|情~報|を|使~う', 'ja'], // to use personal data
])('within a word of East Asia a line may end, but not as well: %s', (expected, lang) => {
  expect(marked(say(bare(expected), lang))).toBe(expected)
})

test('where UAX #14 lets no line end, none ends within a word either', () => {
  // No line starts with a closing mark (LB13), none ends with an opening one (LB14).
  expect(marked(say('（儿童）。', 'zh-Hans'))).toBe('（儿~童）。')
})

test('a passage in Chinese has its words in any leaflet; Han letters of other languages have none', () => {
  expect(marked([span('see ', { lang: 'en' }), span('儿童', { lang: 'zh-Hans' })])).toBe('see |儿~童')
  expect(marked(say('儿童', 'en'))).toBe('儿|童')
})
