import { describe, expect, test } from 'vitest'
import { breakOpportunities } from '../../src/text/index.js'
import { say } from './helpers/spans.js'
import { processorTime } from '../helpers/processor-time.js'

/** The text with `|` where a line may end and `_` where it may only if nothing else fits. */
function marked(text: string, lang = 'en'): string {
  let start = 0
  const pieces = breakOpportunities(say(text, lang)).map(({ at, kind }) => {
    const piece = text.slice(start, at)
    start = at
    return at === text.length ? piece : piece + (kind === 'kept' ? '_' : '|')
  })
  return pieces.join('')
}

describe('what belongs together stays on one line', () => {
  const cases: readonly (readonly [law: string, lang: string, marked: string])[] = [
    ['a law and its article', 'en', 'Article _6 _(1) _(e) |of |the |GDPR'],
    ['a law and its section', 'en', 'under |section _47, |Schedule _2'],
    ['years stay free', 'en', 'the |Children |Act |1989 |says'],
    ['day and month, not the year', 'en', 'since _25 _May |2018'],
    ['a Spanish date', 'es', 'el _25 _de _mayo |de |2018'],
    ['a Czech date', 'cs', 'do _25. _května |2018'],
    ['a date in figures', 'cs', 'do _25. _5. _2018'],
    ['a Vietnamese date', 'vi', 'ngày _25 _tháng _5 _năm |2018'],
    ['a Turkish article', 'tr', 'GDPR _6. _madde'],
    ['an Arabic article', 'ar', 'المادة _6، |ثم'],
    ['a Bengali section', 'bn', 'ধারা _৬, |আইন'],
    ['a time and its half of the day', 'en', 'from |10:30 _am |on'],
    ['a range of times', 'en', 'open |10:30 _– _11:00'],
    ['a number and its unit', 'en', 'about |1500 _km, |£ _5 _or |1.5 _%'],
    ['a number in groups', 'pl', 'ponad |1 _234 _567 _zł'],
    ['a phone number', 'en', 'Call |020 _8356 _3000 |or |+44 _(0)20 _8356-3000.'],
    ['a French phone number', 'fr', 'appelez |01 _23 _45 _67 _89'],
    ['a postcode', 'en', 'London |E8 _1EA'],
    ['a title and a name', 'en', 'Ask |Dr. _J. _K. _Khan |or |Mrs _May'],
    ['a German abbreviation', 'de', 'Daten, |z. _B. _Namen'],
    ['a Chinese article', 'zh-Hans', '见|第_6_条，|第_六_条'],
    ['a Chinese date', 'zh-Hans', '2018_年|5_月_25_日'],
    ['a hyphen with few letters on a side', 'en', 'an |e-_mail, |follow-_up, |well-|being'],
    ['a Romanian clitic', 'ro', 'date-_le |lor, |dintr-_o |casă, |l-_au |dat'],
    ['a Portuguese pronoun', 'pt', 'perguntamos-_lhe |e |chama-_se'],
    ['a French inversion', 'fr', 'a-_t-_il |dit, |rendez-|vous'],
    ['a dash and the word before it', 'en', 'we _– |you |and |I _· |all'],
    ['the end of a sentence is an end', 'en', 'aged _16. |The |next'],
  ]
  test.each(cases)('%s', (_, lang, expected) => {
    expect(marked(expected.replace(/[|_]/g, ''), lang)).toBe(expected)
  })
})

describe('short words', () => {
  const cases: readonly (readonly [law: string, lang: string, marked: string])[] = [
    ['Polish', 'pl', 'W _domu |i _w _pracy, |z _Anną |albo |bez'],
    ['Czech', 'cs', 'Jdu |k _lékaři |s _dětmi |a _u _nás |ve |škole'],
    ['Slovak', 'sk', 'z _domu |o _deťoch |so |mnou'],
    ['Ukrainian', 'uk', 'Я _був |у _школі |з _мамою |та |в _парку'],
    ['Russian', 'ru', 'и _в _школе, |к _вам |на |дом'],
    ['not in other languages', 'tr', 'o |ev |a |b |i |c'],
    ['nor at the end of a word', 'pl', 'taka |owa, |l’a |x-_a |b'],
  ]
  test.each(cases)('%s', (_, lang, expected) => {
    expect(marked(expected.replace(/[|_]/g, ''), lang)).toBe(expected)
  })

  test('each span has the short words of its own language', () => {
    const text = [...say('w a ', 'en'), ...say('w a ', 'pl'), ...say('b', 'en')]
    expect(breakOpportunities(text).map((o) => `${o.at} ${o.kind}`)).toEqual(['2 free', '4 free', '6 kept', '8 kept', '9 always']) // prettier-ignore
  })
})

test('a French punctuation mark stays with its word, whatever space stands between', () => {
  expect(marked('Oui ! Non ? « Bien » : voilà ; 5 % de 20 €', 'fr')).toBe('Oui ! |Non ? |« Bien » : |voilà ; |5 _% |de _20 _€') // prettier-ignore
  expect(marked('Oui\u202F! «\u00A0Bien\u00A0» : voilà', 'fr')).toBe('Oui\u202F! |«\u00A0Bien\u00A0» : |voilà')
})

describe('a dash without a space stays with what it belongs to', () => {
  const cases: readonly (readonly [law: string, lang: string, marked: string])[] = [
    ['one that opens and one that closes', 'es', 'él |—_dijo_— |vino'],
    ['before a comma', 'es', '—_Sí |—_dijo_—, |ven'],
    ['with the shorter dash, as UAX #14 has it', 'ca', 'ell |–va |dir– |ve'],
    ['after a bracket', 'es', '(—_y |más_—)'],
    ['between two words', 'en', 'the |law_—|and |you_—|say'],
    ['between two words of Hindi', 'hi', 'लिए_—|उसे'],
    ['a range has a rule of its own', 'en', 'Monday–|Friday, |9–_5'],
    ['with a space on either side it ends a line', 'ru', 'Москва _— |город'],
    ['Chinese has its own', 'zh-Hans', '你|——|我'],
  ]
  test.each(cases)('%s', (_, lang, expected) => {
    expect(marked(expected.replace(/[|_]/g, ''), lang)).toBe(expected)
  })
})

describe('a sign that ends a clause stays with its word, whatever stands between', () => {
  const cases: readonly (readonly [law: string, lang: string, marked: string])[] = [
    ['Hindi', 'hi', 'अधिकार |है _। |हर |व्यक्ति |को'],
    ['Sanskrit', 'sa', 'धर्मः _॥ |सत्यम्'],
    ['Punjabi', 'pa', 'ਹੱਕ |ਹੈ _। |ਉਨ੍ਹਾਂ'],
    ['Khmer', 'km', 'ថា _៖ |ការ'],
    ['Khmer, after a space without width', 'km', 'ថា\u200B_។ |ការ'],
    ['Burmese', 'my', 'ပြီ _။ |သူ _၊ |သူ'],
    ['Tigrinya', 'ti', 'መሰል _፣ |ሓርነት _። |ሰብ'],
    ['Tibetan, as UAX #14 has it', 'bo', 'ཡོད་|པ་|རེད །'],
  ]
  test.each(cases)('%s', (_, lang, expected) => {
    expect(marked(expected.replace(/[|_]/g, ''), lang)).toBe(expected)
  })
})

describe('an address breaks at its joints, and only where nothing else fits', () => {
  const cases: readonly (readonly [law: string, marked: string])[] = [
    ['e-mail', 'to |privacy-team_@hackney_.gov_.uk, |please'],
    ['web address', 'at |https://_hackney_.gov_.uk/_privacy-notice_?a_=1_&b_=2_#top |now'],
    ['without a scheme', 'see |www_.gov_.uk/_child-benefit |or |hackney_.gov_.uk/_children.'],
    ['a slash between words is no address', 'and/|or'],
  ]
  test.each(cases)('%s', (_, expected) => {
    expect(marked(expected.replace(/[|]|_/g, ''))).toBe(expected)
  })
})

test('100,000 letters or digits take no square of time', () => {
  for (const piece of ['a', '1', '.', '1 ', 'a.', 'a@', '/', '(', '1(', '- ']) {
    const text = say(piece.repeat(100_000 / piece.length))
    expect(
      processorTime(() => breakOpportunities(text)),
      piece,
    ).toBeLessThan(2)
  }
})
