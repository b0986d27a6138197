import { describe, expect, test } from 'vitest'
import { checkCatalogue, readCatalogue, WAIVABLE } from '../../src/locale/index.js'
import { catalogue as table } from '../../src/report/index.js'
import { memoryShelf } from '../helpers/shelf.js'
import { catalogueOf, localeJson, short } from './shop.js'

/** "We visit." in Turkish without its full stop, and what somebody said of it. */
function check(waivers: string): string[] {
  const files = {
    'locales/tr/locale.json': localeJson(),
    'locales/tr/visit.json': '{ "a": "Geliyoruz" }',
    'locales/tr/waivers.json': waivers,
  }
  const { catalogue, findings } = readCatalogue(memoryShelf(files), 'tr')
  const found = catalogue ? checkCatalogue(catalogueOf('en', { a: 'We visit.' }), catalogue) : []
  return [...findings, ...found].map(short).map((f) => f.slice(0, f.indexOf(' ', f.indexOf(' ') + 1)))
}
const END = 'warning[end-mark] locales/tr/visit.json:1:17'

describe('a waiver', () => {
  test('with a reason takes the finding away', () => {
    expect(check('{}')).toEqual([END])
    expect(check('{ "visit:a": { "end-mark": "It is a label" } }')).toEqual([])
  })
  test('is of one text and one code', () => {
    expect(check('{ "visit:a": { "space-odd": "So it is" } }')).toEqual([
      END,
      'note[waiver-idle] locales/tr/waivers.json:1:29',
    ])
    expect(check('{ "visit:b": { "end-mark": "It is a label" } }')).toEqual([
      END,
      'note[waiver-idle] locales/tr/waivers.json:1:28',
    ])
  })
  test('needs its reason', () => {
    expect(check('{ "visit:a": { "end-mark": " " } }')).toEqual(['error[json-shape] locales/tr/waivers.json:1:28', END])
  })
  test('of what would be wrong on paper is refused', () => {
    expect(check('{ "visit:a": { "glyph-missing": "We like it" } }')).toEqual([
      'error[waiver-refused] locales/tr/waivers.json:1:33',
      END,
    ])
  })
})

test('a broken file of waivers is a finding, and waives nothing', () => {
  for (const broken of ['', '{', '[]', '{ "visit:a": "end-mark" }', '{ "visit:a": { "end-mark": 1 } }', 'null']) {
    const found = check(broken)
    expect(found[0]).toMatch(/^error\[json-(?:syntax|shape)\] locales\/tr\/waivers\.json:1:/)
    expect(found.at(-1)).toBe(END)
  }
})

test('only findings that there are can be waived', () => {
  expect([...WAIVABLE].filter((code) => !(code in table))).toEqual([])
})
