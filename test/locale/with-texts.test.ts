import { expect, test } from 'vitest'
import { say, withTexts } from '../../src/locale/index.js'
import { catalogueOf, pairOf } from './shop.js'

test('a catalogue says its other texts, with slots or without, and those that it had', () => {
  const { source, target } = pairOf({ a: 'A', b: { c: 'C {{n}}' } }, { a: 'Ah' })
  const other = withTexts(target, new Map([['visit:b.c', 'see {{n}}'], ['new:x.y', 'Y']])) // prettier-ignore
  const saying = (key: string, slots = {}) => say({ source, target: other }, key, slots).text
  expect([saying('visit:a'), saying('visit:b.c', { n: 'N' }), saying('new:x.y')]).toEqual(['Ah', 'see \u2068N\u2069', 'Y']) // prettier-ignore
  expect(target.messages.has('visit:b.c')).toBe(false)
  expect(other.messages.get('new:x.y')?.place.file).toBe('locales/tr/new.json')
})

test('names of Object’s own, and a text in the place of a branch, do no harm', () => {
  const target = catalogueOf('tr', { a: 'A' })
  const texts = new Map([['visit:__proto__.polluted', 'x'], ['visit:constructor', 'y'], ['visit:a.b', 'z']]) // prettier-ignore
  const other = withTexts(target, texts)
  const pair = { source: other, target: other }
  expect([...texts.keys()].map((key) => say(pair, key, {}).text)).toEqual(['x', 'y', 'z'])
  expect(say(pair, 'visit:a', {}).text).toBe('A')
  expect('polluted' in {}).toBe(false)
})
