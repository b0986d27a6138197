import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { longDate, readLocale, stamp, type Shelf } from '../../src/locale/index.js'
import { isolate } from '../../src/text/index.js'
import type { Text } from '../../src/document/index.js'
import { markedWith } from './helpers/marked.js'
import { say, span } from './helpers/spans.js'

/** `_`: a line may end there only if nothing else fits. */
const marked = markedWith({ kept: '_' })

const value = (text: string): string => `\u2068${text}\u2069`

describe('a date in its slot is one thing', () => {
  const cases: readonly (readonly [law: string, lang: string, before: string, date: string, marked: string])[] = [
    ['the month and the year', 'en', 'Text of ', '25 May 2018', 'Text |of _25 _May _2018'],
    ['a word after the year', 'ru', 'Текст от ', '25 мая 2018 года', 'Текст |от _25 _мая _2018 _года'],
    ['a comma, and an era in brackets', 'om', 'kan ', 'Caamsaa 25, 2018 (A.L.A)', 'kan |Caamsaa _25, _2018 _(A.L.A)'],
    ['the year first', 'lt', 'tekstas ', '2018 m. gegužės 25 d.', 'tekstas |2018 _m. _gegužės _25 _d.'],
    ['a month that is a number', 'vi', 'bản ', 'ngày 25 tháng 5 năm 2018', 'bản |ngày _25 _tháng _5 _năm _2018'],
    ['a day, a month and a year that are counted', 'zh-Hans', '于', '2018年5月25日', '于|2018_年_5_月_25_日'],
  ]
  test.each(cases)('%s', (_, lang, before, date, expected) => {
    expect(marked(say(before + value(date), lang))).toBe(expected)
  })

  const shelf: Shelf = { read: (file) => readFileSync(file, 'utf8'), list: () => [] }
  const tags = readdirSync('locales', { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? entry.name : [],
  )
  test.each(tags)('all dates of the workspace: %s', (tag) => {
    const locale = readLocale(shelf, tag).value!
    for (let month = 1; month <= 12; month++) {
      const iso = `2018-${String(month).padStart(2, '0')}-25`
      for (const date of [longDate(locale, iso), stamp(locale, `${iso}T14:53:33`)]) {
        const text = isolate(say(`x ${value(date!)} x`, tag), locale.direction)
        expect(marked(text).replaceAll('_', '')).toMatch(new RegExp(`^x \\|?${date!.replace(/[.()]/g, '\\$&')} \\|x$`))
      }
    }
  })

  test('a slot with something else is broken as any text', () => {
    expect(marked(say(value('1 Hillman Street, London E8 1EA'), 'en'))).toBe('1 _Hillman |Street, |London |E8 _1EA')
    expect(marked(say('on 25 May 2018', 'en'))).toBe('on _25 _May |2018')
  })
})

describe('a short name in another language is one thing', () => {
  const inGujarati = (name: string): Text => [
    span('કાઉન્સિલ, ', { lang: 'gu' }),
    span(value(name), { lang: 'en' }),
    span(' છે', { lang: 'gu' }),
  ]
  test('of two or three words', () => {
    expect(marked(inGujarati('Hackney Council'))).toBe('કાઉન્સિલ, |Hackney _Council |છે')
    expect(marked(inGujarati('National Fraud Initiative'))).toBe('કાઉન્સિલ, |National _Fraud _Initiative |છે')
  })
  test('not of four', () => {
    expect(marked(inGujarati('HM Revenue and Customs'))).toBe('કાઉન્સિલ, |HM |Revenue |and |Customs |છે')
  })
  test('also where the name is isolated once more, from a text that runs the other way', () => {
    const text = [span('ABC ', { lang: 'ar' }), span(`\u2068\u2066Hackney Council\u2069\u2069`, { lang: 'en' })]
    expect(marked(text)).toBe('ABC |Hackney _Council')
  })
  test('a passage without spaces is broken between its words', () => {
    expect(marked([span(value('สภา รัฐบาลรัฐบาล'), { lang: 'th' })])).toBe('สภา _รัฐบาล|รัฐบาล')
  })
})
