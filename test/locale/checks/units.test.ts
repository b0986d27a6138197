import { describe, expect, test } from 'vitest'
import { takeContacts } from '../../../src/locale/checks/contacts.js'
import { lawReferencesIn } from '../../../src/locale/checks/law-references.js'
import { takeMoments } from '../../../src/locale/checks/moments.js'
import { numbersIn, westernDigits } from '../../../src/locale/checks/numbers.js'

describe('numbers', () => {
  test.each([
    ['Bengali', '৯৮৭', '987'],
    ['Devanagari', '१२३', '123'],
    ['Arabic', '٤٥٦', '456'],
    ['Persian', '۴۵۶', '456'],
    ['Thai', '๐๙', '09'],
    ['Khmer', '៣០', '30'],
    ['Gurmukhi', '੩੩', '33'],
    ['Chakma, beyond U+FFFF', '\u{11136}\u{1113F}', '09'],
  ])('%s digits are digits', (_, own, western) => {
    expect(westernDigits(own)).toBe(western)
  })

  const values = (text: string): string[][] => numbersIn(text).map((n) => [...n.values])
  test('are the same with and without the marks that group them', () => {
    for (const text of ['1,500,000', '1.500.000', '1 500 000', '1\u202F500\u202F000', '1’500’000', '15,00,000'])
      expect(values(text)).toEqual([['1500000']])
  })
  test('one mark before three digits may group or part: both are thought of', () => {
    expect(values('1.500')).toEqual([['1500', '1.5']])
    expect(values('2,5 and 2.50')).toEqual([['2.5'], ['2.5']])
  })
  test('a full stop or a comma of the sentence belongs to none', () => {
    expect(values('9. 2011, 30.')).toEqual([['9'], ['2011'], ['30']])
  })
})

describe('contacts', () => {
  const values = (text: string): string[] => takeContacts(text).contacts.map((c) => `${c.kind}: ${c.value}`)
  test('a telephone number is its digits, at home or from abroad', () => {
    for (const text of ['020 8356 3000', '(020) 8356 3000', '+44 20 8356 3000', '+44 (0)20 8356 3000', '0208-356-3000'])
      expect(values(`Ring ${text}.`)).toEqual(['phone number: 02083563000'])
  })
  test('a year, a law and a date are none', () => {
    expect(values('Regulations 2011, regulations 30 to 33, 25/05/2018, 2018-05-25')).toEqual([])
  })
  test('addresses end before the sentence does', () => {
    expect(values('See https://www.hackney.gov.uk/privacy/. Or write to A.B@hackney.gov.uk.')).toEqual([
      'e-mail address: a.b@hackney.gov.uk',
      'web address: hackney.gov.uk/privacy',
    ])
  })
  test('a postcode is the same with and without its space', () => {
    expect(values('London E8 1EA, E81EA')).toEqual(['postcode: E81EA', 'postcode: E81EA'])
  })
})

describe('dates and times', () => {
  const POLISH = 'stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia'.split(' ') // prettier-ignore
  const VIETNAMESE = Array.from({ length: 12 }, (_, i) => `tháng ${i + 1}`)
  const values = (text: string, months: readonly string[] = []): string[] =>
    takeMoments(text, months).moments.map((m) => m.value)

  test('a day is the same however it is written', () => {
    const writings = ['25 May 2018', '25th May 2018', 'May 25, 2018', '25/05/2018', '25.5.2018', '2018-05-25', '2018年5月25日'] // prettier-ignore
    for (const text of writings) expect(values(text, POLISH)).toEqual(['2018-05-25'])
    expect(values('25 maja 2018', POLISH)).toEqual(['2018-05-25'])
    expect(values('25 tháng 12 năm 2018', VIETNAMESE)).toEqual(['2018-12-25'])
    expect(values('2018. május 25.', ['január', 'február', 'március', 'április', 'május'])).toEqual(['2018-05-25'])
  })
  test('a day needs no year', () => {
    expect(values('on 3 June')).toEqual(['06-03'])
  })
  test('times are the same in a day of twelve hours and one of twenty-four', () => {
    // 5 hours, 5 hours 30, 9 hours: 300, 330, 540 minutes.
    const said = values('5 pm, 5.30pm, 17:00, 17:30, 17h30, 9 a.m.').sort()
    expect(said).toEqual(['300', '300', '330', '330', '330', '540'])
  })
  test('a month that is a word of the sentence is none', () => {
    expect(values('The 9 rules may change, Decembers too')).toEqual([])
  })
})

test('a law is named with its numbers, and with those that follow', () => {
  const named = (text: string): string[] => lawReferencesIn(text).map((l) => l.text)
  expect(named('as defined in Art.9 of it')).toEqual(['Art.9'])
  expect(named('(The Fostering Services (England) Regulations 2011, regulations 30 to 33)')).toEqual(['Regulations 2011', 'regulations 30 to 33']) // prettier-ignore
  expect(named('section 47A and Schedule 1, Article 6(1)(e)')).toEqual(['section 47A', 'Schedule 1', 'Article 6(1)(e)'])
  expect(named('partners 3, parts of 2')).toEqual([])
})
