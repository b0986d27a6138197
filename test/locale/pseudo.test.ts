import { describe, expect, test } from 'vitest'
import { checkCatalogue, isPseudo, pseudoCatalogue, say, stateOf } from '../../src/locale/index.js'
import { catalogueOf } from './shop.js'

const source = catalogueOf('en', {
  title: 'Your rights',
  nest: { mark: 'We keep <term>personal data</term> &amp; {{what}}, of HMRC?' },
  n_one: '{{count}} day',
  n_other: '{{count}} days',
})
const textOf = (tag: 'en-XA' | 'ar-XB', key: string) => pseudoCatalogue(source, tag).messages.get(key)?.text

describe('a pseudo-locale', () => {
  test('is one of two tags that no language has', () => {
    expect(['en-XA', 'ar-XB', 'en', 'ar', 'en-xa'].filter(isPseudo)).toEqual(['en-XA', 'ar-XB'])
  })

  test('en-XA has accents on all letters, and its vowels make it 40 % longer', () => {
    expect(textOf('en-XA', 'visit:title')).toBe('Ýóúúŕ ŕííĝĥţš')
    const long = 'information we collect about children and young people in this borough'
    const made = pseudoCatalogue(catalogueOf('en', { long }), 'en-XA').messages.get('visit:long')?.text ?? ''
    const letters = (text: string) => text.replaceAll(' ', '').length
    expect(letters(made) / letters(long)).toBeCloseTo(1.4, 1)
  })

  test('ar-XB runs from right to left in joined letters; names in capitals stay, as English', () => {
    expect(pseudoCatalogue(source, 'ar-XB').locale).toMatchObject({ script: 'Arab', direction: 'rtl', tag: 'ar-XB' })
    expect(textOf('ar-XB', 'visit:nest.mark')).toBe(
      'وي كييب <term>بيرسونال داتا</term> &amp; {{what}}، وف <span lang="en">HMRC</span>؟',
    )
  })

  test.each(['en-XA', 'ar-XB'] as const)('%s keeps slots and marks, has the plural forms of its language', (tag) => {
    const target = pseudoCatalogue(source, tag)
    expect(checkCatalogue(source, target)).toEqual([])
    expect(say({ source, target }, 'visit:nest.mark', { what: 'X' }).text).toContain('\u2068X\u2069')
    expect(say({ source, target }, 'visit:n', { count: 2 }).text).toContain('\u20682\u2069')
    expect([...target.messages.keys()].filter((key) => key.includes(':n_'))).toHaveLength(tag === 'ar-XB' ? 6 : 2)
  })

  test('is a draft for ever, and its findings point at the English', () => {
    const target = pseudoCatalogue(source, 'ar-XB')
    expect(stateOf({ source, target }, 'visit:title')).toBe('draft')
    expect(target.messages.get('visit:title')?.place.file).toBe('locales/en/visit.json')
  })
})
