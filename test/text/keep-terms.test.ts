import { expect, test } from 'vitest'
import { breakOpportunities } from '../../src/text/index.js'
import { span } from './helpers/spans.js'

/** Where a text may be broken: its words, with the kind of the break after each. */
function broken(parts: readonly (readonly [text: string, weight: 'regular' | 'bold'])[]): string[] {
  const text = parts.map(([part]) => part).join('')
  const breaks = breakOpportunities(parts.map(([part, weight]) => span(part, { weight })))
  return breaks.map(({ at, kind }, i) => `${text.slice(breaks[i - 1]?.at ?? 0, at).trim()} ${kind}`)
}

test('a name in bold is broken only within: before it and after it a line may end as elsewhere', () => {
  expect(
    broken([
      ['Become a ', 'regular'],
      ['foster carer', 'bold'],
      [' for us', 'regular'],
    ]),
  ).toEqual(['Become free', 'a free', 'foster term', 'carer free', 'for free', 'us always'])
})
test('in a heading, which is bold from end to end, no name is told from the rest', () => {
  expect(
    broken([
      ['Become a ', 'bold'],
      ['foster carer', 'bold'],
    ]),
  ).toEqual(['Become free', 'a free', 'foster free', 'carer always'])
})
