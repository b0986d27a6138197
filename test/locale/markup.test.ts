import { describe, expect, test } from 'vitest'
import { checkMarkup, countTerms, plainMessage, readMarkup } from '../../src/locale/index.js'
import { catalogueOf, short } from './shop.js'

describe('the marks of a message', () => {
  test('strong and term are bold, span says another language', () => {
    expect(readMarkup('a <strong>b</strong> <span lang="en">c</span>')).toEqual([
      { text: 'a ', weight: 'regular' },
      { text: 'b', weight: 'bold' },
      { text: ' ', weight: 'regular' },
      { text: 'c', weight: 'regular', lang: 'en' },
    ])
  })

  test('marks nest', () => {
    expect(readMarkup('<term><span lang="en">HMRC</span></term>')).toEqual([
      { text: 'HMRC', weight: 'bold', lang: 'en', term: 0 },
    ])
  })

  test('entities for & and < are read', () => {
    expect(plainMessage('a &amp; b &lt; <strong>c</strong>')).toBe('a & b < c')
  })

  test('terms are counted, not their parts', () => {
    expect(countTerms('<term>a <span lang="en">b</span></term> c <term>d</term>')).toBe(2)
    expect(countTerms('none')).toBe(0)
  })

  const check = (text: string): string[] => {
    const message = catalogueOf('tr', { a: text }).messages.get('visit:a')
    return message ? checkMarkup(message).map(short) : []
  }

  // "a": "… stands in line 2, the text's first character in column 9.
  test.each([
    ['x <em>y</em>', 'markup-forbidden', 11, 'A message may not hold <em>'],
    ['<strong id="1">y</strong>', 'markup-forbidden', 9, 'A message may not hold the attribute id="1"'],
    ['<span>y</span>', 'markup-forbidden', 9, 'A message may not hold <span> without exactly one attribute, lang="…"'],
    ['<!-- y -->', 'markup-forbidden', 9, 'A message may not hold comments'],
    ['<?y?>', 'markup-forbidden', 9, 'A message may not hold <? ?>'],
    ['<![CDATA[y]]>', 'markup-forbidden', 9, 'A message may not hold <![CDATA[ ]]>'],
    ['y&nbsp;y', 'markup-forbidden', 10, 'A message may not hold the entity &nbsp;'],
    ['&#x202E;', 'markup-forbidden', 9, 'A message may not hold the entity &#x202E;'],
    [
      'x <strong>y',
      'markup-broken',
      11,
      'The markup of this message does not close: <strong> is opened and not closed',
    ],
    ['y</term>', 'markup-broken', 10, 'The markup of this message does not close: </term> closes nothing'],
    ['<term>y</b></term>', 'markup-broken', 16, 'The markup of this message does not close: </b> closes nothing'],
    ['you & me', 'markup-broken', 13, 'The markup of this message does not close: & stands alone'],
    ['1 < 2', 'markup-broken', 11, 'The markup of this message does not close: < starts no mark that is known'],
  ])('%s is refused', (text, code, column, title) => {
    expect(check(text)).toEqual([`error[${code}] locales/tr/visit.json:2:${column} ${title}`])
  })

  test('a close that crosses another is refused', () => {
    expect(check('<term>a<strong>b</term></strong>')).toEqual([
      'error[markup-broken] locales/tr/visit.json:2:25 The markup of this message does not close: <strong> is not closed before this',
    ])
  })

  test('the column counts the escapes of JSON', () => {
    // \"x\" <em>: six characters of the file stand for the four before <em> and its space
    expect(check('"x" <em>y</em>')).toEqual([
      'error[markup-forbidden] locales/tr/visit.json:2:15 A message may not hold <em>',
    ])
  })
})
