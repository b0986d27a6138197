import { describe, expect, test } from 'vitest'
import type { Text } from '../../src/document/index.js'
import { hyphenPlaces, itemise, shapeRun, type Hyphens } from '../../src/text/index.js'
import { fontsOf } from './helpers/fonts.js'
import { say, span } from './helpers/spans.js'

/** A hyphenator that divides after every letter, for every language but Somali. */
const everywhere: Hyphens = (lang) => {
  if (lang === 'so') return undefined
  return (word) => Array.from({ length: word.length - 1 }, (_, i) => i + 1)
}

/** The words that may be divided. */
function divided(text: Text): string[] {
  const { text: joined, runs } = itemise(text, fontsOf('en'), 'ltr')
  const places = hyphenPlaces(joined, runs.map(shapeRun), everywhere).map((p) => p.at)
  return [...joined.matchAll(/\S+/g)].filter((m) => places.some((at) => at > m.index && at < m.index + m[0].length)).map((m) => m[0]) // prettier-ignore
}

describe('words that may be divided', () => {
  const cases: readonly (readonly [law: string, text: string, divided: readonly string[]])[] = [
    ['have six letters or more', 'short words stayed whole always', ['stayed', 'always']],
    ['are no names', 'Hackney Children council HMRCHMRC', ['council']],
    ['are no numbers', '123456789 covid19nineteen seventh', ['seventh']],
    ['are no part of an address', 'privacy@hackney.gov.uk www.hackneycouncil.gov.uk https://hackney/children/ hackney_council', []],
    ['have no hyphen yet', 'well-known children-families', []],
    ['may stand between marks', '(families), “families”. families: don’tcare', ['(families),', '“families”.', 'families:']],
  ] // prettier-ignore
  test.each(cases)('%s', (_, text, expected) => {
    expect(divided(say(text))).toEqual(expected)
  })
  test('are no links', () => {
    expect(divided([span('families ', { href: 'https://hackney.gov.uk' }), span('children')])).toEqual(['children'])
  })
  test('are of a language that has a hyphenator', () => {
    expect(divided([...say('macluumaad ', 'so'), ...say('information', 'en')])).toEqual(['information'])
  })
  test('may have a capital letter where all nouns have one', () => {
    expect(divided(say('Kinder familien Datenschutz', 'de'))).toEqual(['Kinder', 'familien', 'Datenschutz'])
  })
})
