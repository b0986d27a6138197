import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isolate } from '../../src/text/index.js'
import { say, shown, span } from './helpers/spans.js'

/** `<L …>` is U+2066 … U+2069, `<R …>` is U+2067 … U+2069, `_` is U+00A0, `|` the border of two spans. */
const arabic = (text: string): string => shown(isolate(say(text, 'ar'), 'rtl'))

describe('in a right-to-left text, what keeps its own order stands in an isolate', () => {
  const cases: readonly (readonly [what: string, stored: string, isolated: string])[] = [
    ['a phone number, its groups joined', 'اتصل 020 8356 3000 اليوم', 'اتصل <L 020_8356_3000> اليوم'],
    ['a phone number from abroad, joined whole', 'اتصل +44 20 8356 3000', 'اتصل <L +44_20_8356_3000>'],
    ['a phone number with a letter before it', 'و020 8356 3000', 'و<L 020_8356_3000>'],
    ['an ISO date', 'في 2018-05-25 فقط', 'في <L 2018-05-25> فقط'],
    ['a date with its time', 'في 2018-05-25 14:53:33 فقط', 'في <L 2018-05-25 14:53:33> فقط'],
    ['a date with slashes', 'في 25/05/2018 فقط', 'في <L 25/05/2018> فقط'],
    ['a date in Arabic digits', 'في ٢٥/٠٥/٢٠١٨ فقط', 'في <L ٢٥/٠٥/٢٠١٨> فقط'],
    ['a time', 'الساعة 10:30 اليوم', 'الساعة <L 10:30> اليوم'],
    ['a range of times, as one', 'من 10:30–11:00 اليوم', 'من <L 10:30–11:00> اليوم'],
    ['an e-mail', 'إلى dpo@hackney.gov.uk.', 'إلى <L dpo@hackney.gov.uk>.'],
    [
      'a web address without the full stop after it',
      'على https://hackney.gov.uk/a.',
      'على <L https://hackney.gov.uk/a>.',
    ],
    ['a web address without a scheme', 'على www.hackney.gov.uk، ثم', 'على <L www.hackney.gov.uk>، ثم'],
    ['Latin letters with their brackets', 'القانون (GDPR) هنا', 'القانون <L (GDPR)> هنا'],
    ['a number with its brackets', 'المادة (9) هنا', 'المادة <L (9)> هنا'],
  ]
  test.each(cases)('%s', (_, stored, isolated) => {
    expect(arabic(stored)).toBe(isolated)
  })

  test('a passage of another language', () => {
    const text = [span('كلمة ', { lang: 'ar' }), span('privacy notice', { lang: 'en' }), span(' هنا', { lang: 'ar' })]
    expect(shown(isolate(text, 'rtl'))).toBe('كلمة |<L privacy notice>| هنا')
  })

  test('a passage of another language with the brackets around it, as one', () => {
    const text = [span('إشعار (', { lang: 'ar' }), span('privacy', { lang: 'en' }), span(') هنا', { lang: 'ar' })]
    expect(shown(isolate(text, 'rtl'))).toBe('إشعار <L (|privacy|)> هنا')
  })
})

test('Arabic in brackets gets no isolate: it runs with the text', () => {
  expect(arabic('القانون (قديم) هنا')).toBe('القانون (قديم) هنا')
})

test('an Arabic passage in an English text stands in a right-to-left isolate', () => {
  const text = [span('They say '), span('اليوم', { lang: 'ar' }), span(' at 10:30.')]
  expect(shown(isolate(text, 'ltr'))).toBe('They say |<R اليوم>| at <L 10:30>.')
})

test('a Hebrew name at the start of an English sentence turns nothing around', () => {
  expect(shown(isolate(say('שלום is how letters begin.'), 'ltr'))).toBe('שלום is how letters begin.')
})

test('a Hebrew sentence in an English leaflet keeps its full stop at its end', () => {
  expect(shown(isolate(say('זה הטופס (GDPR).', 'he'), 'ltr'))).toBe('<R זה הטופס <L (GDPR)>.>')
})

test('a Hebrew name within an English sentence turns nothing around', () => {
  expect(shown(isolate(say('The paper שלום has it'), 'ltr'))).toBe('The paper שלום has it')
})

test('a left-to-right text gets nothing but joined phone numbers', () => {
  const text = say('Call 020 8356 3000 (GDPR) at 10:30 on 2018-05-25, dpo@hackney.gov.uk')
  expect(shown(isolate(text, 'ltr'))).toBe('Call 020_8356_3000 (GDPR) at 10:30 on 2018-05-25, dpo@hackney.gov.uk')
})

test('a postcode is no phone number', () => {
  expect(arabic('London E8 1EA')).not.toContain('<L 8 1>')
})

test('a year and a day are no phone number', () => {
  expect(shown(isolate(say('25 May 2018 and 12 rooms'), 'ltr'))).toBe('25 May 2018 and 12 rooms')
})

const word = fc.constantFrom(
  'سلام',
  'GDPR',
  '(',
  ')',
  '020 8356 3000',
  '10:30',
  ' ',
  '.',
  'a@b.uk',
  '\u2068x\u2069',
  '١٢',
)
const words = fc.array(word, { maxLength: 8 }).map((w) => w.join(' '))
const direction = fc.constantFrom('ltr' as const, 'rtl' as const)

test('isolates close as often as they open, and never before', () => {
  fc.assert(
    fc.property(fc.array(words, { maxLength: 4 }), direction, (texts, base) => {
      let depth = 0
      for (const c of isolate(texts.map((t) => span(t)), base).map((s) => s.text).join('')) {
        if (/[\u2066-\u2068]/.test(c)) depth++
        if (c === '\u2069') depth--
        expect(depth).toBeGreaterThanOrEqual(0)
      }
      expect(depth).toBe(0)
    }),
  ) // prettier-ignore
})

test('no character is lost or changed but spaces within numbers', () => {
  const bare = (text: string): string => text.replace(/[\u2066-\u2069]/g, '').replaceAll('\u00A0', ' ')
  fc.assert(
    fc.property(fc.array(words, { maxLength: 4 }), direction, (texts, base) => {
      const out = isolate(texts.map((t) => span(t)), base)
      expect(out.map((s) => bare(s.text))).toEqual(texts.map(bare))
    }),
  ) // prettier-ignore
})
