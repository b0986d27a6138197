import { describe, expect, test } from 'vitest'
import { say, type Slots } from '../../src/locale/index.js'
import { catalogueOf, localeJson, pairOf, short } from './shop.js'

const english = { when: 'Come at {{time}}', folio: 'Page {{page}} of {{pages}}', plain: 'Hello' }
const sayIn = (target: Readonly<Record<string, unknown>>, key: string, slots: Slots = {}) =>
  say(pairOf(english, target), `visit:${key}`, slots)

describe('saying a message', () => {
  test('a value is isolated, so that it keeps its order in any direction', () => {
    expect(sayIn({ when: '{{time}} gelin' }, 'when', { time: '10:30' })).toMatchObject({
      text: '\u206810:30\u2069 gelin',
      findings: [],
    })
  })

  test('a value is escaped, the message is markup', () => {
    const said = sayIn({ when: '<strong>{{time}}</strong> &amp; gelin' }, 'when', { time: 'a < b & c' })
    expect(said.text).toBe('<strong>\u2068a &lt; b &amp; c\u2069</strong> &amp; gelin')
  })

  test('neither a message nor a value can call another message', () => {
    const said = sayIn({ plain: 'x', when: '$t(visit:plain) {{time}}' }, 'when', { time: '$t(visit:plain) {{time}}' })
    expect(said.text).toBe('$t(visit:plain) \u2068$t(visit:plain) {{time}}\u2069')
  })

  test('a missing message is never English', () => {
    const said = sayIn({ plain: 'Merhaba' }, 'when', { time: '10:30' })
    expect(said.text).toBeUndefined()
    expect(said.findings.map(short)).toEqual([
      'error[key-missing] locales/tr/visit.json:1:1 Turkish has no text for "visit:when"',
    ])
  })

  test('a key of several texts is no message', () => {
    const said = sayIn({ plain: { a: 'x' } }, 'plain')
    expect(said.findings.map((f) => f.code)).toEqual(['key-missing'])
  })

  test('a slot that nothing fills is found at its column, escapes of JSON counted', () => {
    // In the file:  "when": "\"{{time}}\" {{clock}}"   the value starts in column 11, {{clock}} 14 further on
    const said = sayIn({ when: '"{{time}}" {{clock}}' }, 'when', { time: '10:30' })
    expect(said.findings.map(short)).toEqual([
      'error[slot-unknown] locales/tr/visit.json:2:25 The slot {{clock}} does not exist in this message',
    ])
    expect(said.findings[0]).toMatchObject({
      printed: '{{clock}} would print as nothing',
      fix: 'Use the slots of the English: {{time}}',
    })
  })

  test('a slot that the text lost is a finding; one that the English never had is none', () => {
    const said = sayIn({ when: 'Gelin', plain: 'Merhaba' }, 'when', { time: '10:30', extra: 'x' })
    expect(said.findings.map(short)).toEqual([
      'error[slot-lost] locales/tr/visit.json:2:11 The slot {{time}} of the English is missing here',
    ])
  })

  test('half a slot is a finding of whoever says it, where nothing is to be filled too', () => {
    // In the file:  "plain": "Merhaba }}"   the text starts in column 13
    const said = sayIn({ plain: 'Merhaba }}' }, 'plain')
    expect(said.findings.map(short)).toEqual([
      'error[slot-half] locales/tr/visit.json:2:21 The braces }} close no slot',
    ])
  })

  test('a format in a slot is no slot of the English', () => {
    const said = sayIn({ when: '{{time, uppercase}}' }, 'when', { time: 'x' })
    expect(said.findings.map((f) => f.code)).toEqual(['slot-unknown', 'slot-lost'])
  })

  test('a tag of several parts finds its texts', () => {
    const pair = { source: catalogueOf('en', english), target: catalogueOf('zh-Hans', { plain: 'x' }) }
    expect(say(pair, 'visit:plain', {}).text).toBe('x')
  })
})

describe('plurals', () => {
  const source = catalogueOf('en', { family_one: '{{count}} family', family_other: '{{count}} families' })
  const polish = { family_one: '{{count}} rodzina', family_few: '{{count}} rodziny', family_many: '{{count}} rodzin' }

  test.each([
    [1, '\u20681\u2069 rodzina'],
    [3, '\u20683\u2069 rodziny'],
    [5, '\u20685\u2069 rodzin'],
    [22, '\u206822\u2069 rodziny'],
  ])('%i takes the form of the language, not of English', (count, text) => {
    expect(say({ source, target: catalogueOf('pl', polish) }, 'visit:family', { count })).toMatchObject({
      text,
      findings: [],
    })
  })

  test('numbers are written in the digits of the language', () => {
    const files = { 'locales/bn/locale.json': localeJson({ tag: 'bn', numerals: 'beng' }) }
    const target = catalogueOf('bn', { family_other: '{{count}}', family_one: '{{count}}' }, files)
    expect(say({ source, target }, 'visit:family', { count: 25 }).text).toBe('\u2068২৫\u2069')
  })

  test('a form that the language lacks is missing', () => {
    const { findings } = say({ source, target: catalogueOf('pl', { family_one: 'x' }) }, 'visit:family', { count: 5 })
    expect(findings.map((f) => f.title)).toEqual(['Turkish has no text for "visit:family"'])
  })
})
