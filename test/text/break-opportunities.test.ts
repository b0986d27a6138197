import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { breakOpportunities } from '../../src/text/index.js'

/** The text in the pieces that a line may end after. */
function pieces(text: string): string[] {
  let start = 0
  return breakOpportunities(text).map((end) => {
    const piece = text.slice(start, end)
    start = end
    return piece
  })
}

describe('where a line may end (UAX #14)', () => {
  const cases: readonly (readonly [law: string, text: string, pieces: readonly string[]])[] = [
    ['after spaces (LB18)', 'one  two three', ['one  ', 'two ', 'three']],
    ['after a hyphen between letters (LB21)', 'well-known fact', ['well-', 'known ', 'fact']],
    ['not within an ISO date (LB25)', 'on 2018-05-25 at 10:30', ['on ', '2018-05-25 ', 'at ', '10:30']],
    ['not at U+00A0 (LB12)', 'call 020\u00A08356\u00A03000 now', ['call ', '020\u00A08356\u00A03000 ', 'now']],
    ['not at U+202F before French punctuation', 'oui\u202F! «\u202Fnon\u202F»', ['oui\u202F! ', '«\u202Fnon\u202F»']],
    ['not before closing punctuation, even after a space (LB13)', 'yes ! (no )', ['yes ! ', '(no )']],
    ['not between a quotation mark and its word (LB19)', '“one” two', ['“one” ', 'two']],
    ['not between a number and its sign (LB25)', '100% of £5', ['100% ', 'of ', '£5']],
    ['after a dash (LB21), not before it', 'one – two', ['one ', '– ', 'two']],
    ['after a zero-width space (LB8)', 'ab\u200Bcd', ['ab\u200B', 'cd']],
    ['not at a word joiner (LB11)', 'ab \u2060cd', ['ab \u2060cd']],
    ['after a line feed, always (LB5)', 'one\ntwo', ['one\n', 'two']],
    ['between Chinese letters, not before their punctuation', '你好，世界。', ['你', '好，', '世', '界。']],
    ['not after an opening bracket, not before a closing one', '看（见）吗', ['看', '（见）', '吗']],
    ['not before a Japanese small letter', 'ちょっと', ['ちょっ', 'と']],
    ['not within a Bengali syllable', 'ক্ষেত্র আছে', ['ক্ষেত্র ', 'আছে']],
    ['not between a letter and its mark (LB9)', 'e\u0301 o', ['e\u0301 ', 'o']],
    ['not within an emoji of several parts (LB8a)', '👩\u200D👧 ok', ['👩\u200D👧 ', 'ok']],
  ]
  test.each(cases)('%s', (_, text, expected) => {
    expect(pieces(text)).toEqual(expected)
  })

  test('the end of the text is the last, also of an empty one', () => {
    expect(breakOpportunities('one')).toEqual([3])
    expect(breakOpportunities('')).toEqual([0])
  })
})

test('bidi controls make and take no opportunity', () => {
  expect(pieces('a \u2066(GDPR)\u2069, b')).toEqual(['a \u2066', '(GDPR)\u2069, ', 'b'])
  expect(pieces('\u2068020\u00A08356\u2069.')).toEqual(['\u2068020\u00A08356\u2069.'])
  expect(pieces('ab\u2066cd\u2069ef')).toEqual(['ab\u2066cd\u2069ef'])
})

test('with controls anywhere, the same letters are kept together', () => {
  const letter = fc.constantFrom('a', ' ', '-', '1', '.', '(', ')', '你', '，', '\u00A0', '\u2066', '\u2069')
  const bare = (text: string): string => text.replace(/[\u2066-\u2069]/g, '')
  fc.assert(
    fc.property(fc.array(letter, { maxLength: 20 }).map((l) => l.join('')), (text) => {
      const kept = pieces(text).map(bare).filter((p) => p !== '') // prettier-ignore
      expect(kept).toEqual(pieces(bare(text)).filter((p) => p !== ''))
    }),
  ) // prettier-ignore
})

test('opportunities ascend', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (text) => {
      const found = breakOpportunities(text)
      expect(found).toEqual([...new Set(found)].sort((a, b) => a - b))
      expect(found.at(-1)).toBe(text.length)
    }),
  )
})
