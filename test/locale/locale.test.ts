import { describe, expect, test } from 'vitest'
import { directionOf, longDate, stamp, checkDate, type Locale } from '../../src/locale/index.js'
import { readLocale } from '../../src/locale/locale.js'
import { memoryShelf } from '../helpers/shelf.js'
import { localeJson, short } from './shop.js'

const read = (changes: Readonly<Record<string, unknown>>, tag = 'tr') =>
  readLocale(memoryShelf({ [`locales/${tag}/locale.json`]: localeJson(changes) }), tag)

function localeWith(changes: Readonly<Record<string, unknown>>): Locale {
  const { value, findings } = read(changes)
  if (!value) throw new Error(findings.map(short).join('\n'))
  return value
}

describe('locale.json', () => {
  test('the direction comes from the script', () => {
    expect(localeWith({ script: 'Arab' }).direction).toBe('rtl')
    expect(localeWith({ script: 'Latn' }).direction).toBe('ltr')
    const rtl = ['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm', 'Rohg']
    expect(rtl.map(directionOf)).toEqual(rtl.map(() => 'rtl'))
  })

  test('the digits are those of the numbering system, zero first', () => {
    expect(localeWith({ numerals: 'beng' }).digits).toBe('০১২৩৪৫৬৭৮৯')
    expect(localeWith({}).digits).toBe('0123456789')
  })

  test('a font may be scaled to match the others in apparent size', () => {
    expect(localeWith({ fonts: [{ package: 'x', scale: 1.1 }] }).fonts).toEqual([{ package: 'x', scale: 1.1 }])
  })

  test('a font may be named for languages', () => {
    const fonts = [{ package: 'x' }, { package: 'y', languages: ['zh-Hant', 'yue'] }]
    expect(localeWith({ fonts }).fonts).toEqual(fonts)
  })

  const NOT_SEEN = 'not all of it can be seen in print: delete characters that are invisible'
  const WHOLE = 'day, month and year are needed, each once: {day}, {dd}, {MM}, {month}'
  const wrong = (path: string, problem: string) => [`"${path}" has a value that Doorstep cannot use: ${problem}`]
  test.each([
    [{ numerals: 'nope' }, wrong('numerals', '"nope" is no Unicode numbering system with ten digits, such as "latn"')],
    [
      { numerals: 'roman' },
      wrong('numerals', '"roman" is no Unicode numbering system with ten digits, such as "latn"'),
    ],
    [
      { tag: 'de' },
      wrong('tag', 'the folder is called "tr"; one that is no language belongs elsewhere than in locales/'),
    ],
    [{ tag: 'x y' }, wrong('tag', 'it is no BCP 47 language tag')],
    [{ script: 'latin' }, wrong('script', 'it is no ISO 15924 script, such as "Latn"')],
    [{ calendar: 'islamic' }, wrong('calendar', 'only "gregory" is known')],
    [{ ownName: '' }, wrong('ownName', 'it is empty')],
    [{ ownName: ' \u00AD' }, wrong('ownName', NOT_SEEN)],
    [{ ownName: 'T\u0000rk\u00E7e' }, wrong('ownName', NOT_SEEN)],
    [{ englishName: 'Turk\uD800' }, wrong('englishName', NOT_SEEN)],
    [{ otherNames: ['\uFDD2'] }, wrong('otherNames.0', NOT_SEEN)],
    [{ fonts: [] }, wrong('fonts', 'one font at least is needed')],
    [{ fonts: [{ package: 'x', scale: 3 }] }, wrong('fonts.0.scale', 'it is over 2')],
    [
      { fonts: [{ package: 'x', bolder: 0 }] },
      wrong('fonts.0.bolder', 'it is under 0.005: nobody would see it as bold'),
    ],
    [{ fonts: [{ package: 'x', bolder: 1 }] }, wrong('fonts.0.bolder', 'it is over 0.1: letters would fill up')],
    [{ fonts: [{ package: 'x', apart: -1 }] }, wrong('fonts.0.apart', 'it is under 0')],
    [{ fonts: [{ package: 'x', apart: 1 }] }, wrong('fonts.0.apart', 'it is over 0.5: lines would have holes')],
    [
      { fonts: [{ package: 'x', scale: 0.9 }] },
      wrong('fonts.0.scale', 'it is under 1: no letter may stand smaller than its format says'),
    ],
    [{ fonts: [{ package: 'x', languages: [] }] }, wrong('fonts.0.languages', 'one language at least is needed')],
    [
      { fonts: [{ package: 'x', languages: ['zh Hant'] }] },
      wrong('fonts.0.languages.0', 'it is no BCP 47 language tag'),
    ],
    [
      { date: { long: '{d}', stamp: '{time}', months: [] } },
      [
        ...wrong('date.long', 'only {day}, {dd}, {MM}, {month} and {year} may stand in braces'),
        ...wrong('date.stamp', `${WHOLE}, {year} and {time}`),
        ...wrong('date.months', 'twelve months are needed'),
      ],
    ],
    [
      { date: { long: 'dd MMMM yyyy', stamp: '{dd}.{MM}.{year} {time}', months: [] } },
      [...wrong('date.long', `${WHOLE} and {year}`), ...wrong('date.months', 'twelve months are needed')],
    ],
  ])('%j is refused', (changes, titles) => {
    expect(read(changes).findings.map((f) => f.title)).toEqual(titles)
    expect(read(changes).value).toBeUndefined()
  })
})

describe('dates', () => {
  test('a long date follows the pattern, its day without a zero before it', () => {
    expect(longDate(localeWith({}), '2018-05-05')).toBe('5 Mayıs 2018')
  })

  test('a long date of a moment leaves its time out', () => {
    expect(longDate(localeWith({}), '2018-05-25T14:53:33')).toBe('25 Mayıs 2018')
  })

  test('a stamp has two-digit day and month, and the time', () => {
    expect(stamp(localeWith({}), '2018-05-05T14:53:33')).toBe('05.05.2018 14:53:33')
  })

  test('dates are written in the digits of the language; names of months stay as they are', () => {
    const months = Array.from({ length: 12 }, (_, i) => `${i + 1}月`)
    const date = { long: '{year}年{month}{day}日', stamp: '{dd}/{MM}/{year} {time}', months }
    const locale = localeWith({ numerals: 'beng', date })
    expect(longDate(locale, '2018-05-25')).toBe('২০১৮年5月২৫日')
    expect(stamp(locale, '2018-05-25T14:53:33')).toBe('২৫/০৫/২০১৮ ১৪:৫৩:৩৩')
  })

  test.each([
    '2026-02-30',
    '2026-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '26-1-1',
    '2026-01-01T24:00:00',
    'x',
  ])('%s is no date', (iso) => {
    expect(longDate(localeWith({}), iso)).toBeUndefined()
    const place = { file: 'n.json', line: 3, column: 4 }
    expect(checkDate(iso, place).map(short)).toEqual([`error[date-bad] n.json:3:4 "${iso}" is not a date`])
  })

  test.each(['2024-02-29', '2000-02-29', '2026-12-31', '2026-01-01T23:59:59'])('%s is a date', (iso) => {
    expect(checkDate(iso, { file: 'n.json', line: 1, column: 1 })).toEqual([])
  })
})
