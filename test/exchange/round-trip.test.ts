import * as fc from 'fast-check'
import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { FORMATS } from '../../src/exchange/index.js'
import { keysNeeded, readCatalogue, type Pair } from '../../src/locale/index.js'
import { diskShelf } from '../helpers/shelf.js'
import { catalogueOf } from '../locale/shop.js'
import { bring, readBack, sent } from './shop.js'
import { anyName, anyText } from './texts.js'

const texts = fc.dictionary(anyName, fc.tuple(anyText, fc.option(anyText)), { minKeys: 1, maxKeys: 6 })
const tags = fc.constantFrom('tr', 'ar', 'zh-Hans', 'ckb')

describe.each(FORMATS)('out and home as %s', (format) => {
  test('every text is the same, to the character, and nothing changes', () => {
    fc.assert(
      fc.property(texts, tags, (messages, tag) => {
        const of = (part: 0 | 1) => Object.fromEntries(Object.entries(messages).flatMap(([k, m]) => (m[part] === null ? [] : [[k, m[part]]]))) // prettier-ignore
        const pair: Pair = { source: catalogueOf('en', of(0)), target: catalogueOf(tag, of(1)) }
        const bytes = sent(format, pair)
        const { home, findings } = readBack(pair, bytes, format)
        expect(findings).toEqual([])
        expect([home?.source, home?.target]).toEqual(['en', tag])
        for (const [name, [english, other]] of Object.entries(messages)) {
          const unit = home?.units.find((u) => u.key === `visit:${name}`)
          expect([unit?.english?.text, unit?.translation?.text ?? null]).toEqual([english, other])
        }
        const { changes, said, findings: all } = bring(pair, bytes, { format, by: 'A' })
        expect([changes, said.size, all]).toEqual([[], 0, []])
        expect(sent(format, pair)).toEqual(bytes)
      }),
      { numRuns: 150 },
    )
  })

  const shelf = diskShelf
  const english = readCatalogue(shelf, 'en').catalogue!
  test.each(readdirSync('locales').filter((tag) => tag !== 'en' && !tag.endsWith('.json')))(
    '%s: no text changes',
    (tag) => {
      const pair = { source: english, target: readCatalogue(shelf, tag).catalogue! }
      const bytes = sent(format, pair)
      const { home } = readBack(pair, bytes, format)
      expect(home?.units.length).toBe(keysNeeded(english, tag).length)
      for (const unit of home?.units ?? [])
        expect(unit.translation?.text).toBe(pair.target.messages.get(unit.key)?.text)
      const { changes, said, findings } = bring(pair, bytes, { format, by: 'A' })
      expect([changes, said.size, findings]).toEqual([[], 0, []])
    },
  )
})
