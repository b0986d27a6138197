import { describe, expect, test } from 'vitest'
import { readCatalogue } from '../../src/locale/index.js'
import { plainMessage } from '../../src/locale/index.js'
import { Face, type Cluster } from '../../src/text/index.js'
import { piecesOf } from '../../src/text/pieces.js'
import { diskShelf } from '../helpers/shelf.js'
import { fontsOf } from './helpers/fonts.js'

const TAGS = ['en', 'ar', 'bn', 'es', 'fr', 'pl', 'so', 'tr', 'ur', 'vi', 'yi', 'zh-Hans']

const told = (clusters: readonly Cluster[]): string[] =>
  clusters.map((c) => `${c.glyph.text} ${c.glyph.advance} ${JSON.stringify(c.glyph.parts)}`)

describe.each(TAGS)('%s', (tag) => {
  test('word by word comes out as HarfBuzz makes the whole', () => {
    const { catalogue } = readCatalogue(diskShelf, tag)
    const { script, direction } = catalogue!.locale
    const { face } = fontsOf(tag).regular[0]!
    let taken = 0
    const texts = [...catalogue!.messages.values()].map((m) => plainMessage(m.text)).filter((t) => t.includes(' '))
    const order = { direction, script, language: tag }
    for (const text of texts.slice(0, 120)) {
      const whole = told(face.shapeWhole({ ...order, text }))
      expect(told(face.shape({ ...order, text }))).toEqual(whole)
      // Words that the text was taken apart into bring their shapes with them, from the second time on.
      const pieces = piecesOf(text)
      if (!pieces.every((p) => p.known)) continue
      const known = pieces.map((p) => p.known!)
      for (let time = 0; time < 2; time++) expect(told(face.shape({ ...order, text }, known))).toEqual(whole)
      taken++
    }
    // Chinese stands without spaces, and its sentences have brackets and digits in between.
    expect(taken).toBeGreaterThanOrEqual(tag === 'zh-Hans' ? 0 : 20)
  })
})

test('a word is kept apart from a mark that stands on the space after it', () => {
  const { face } = fontsOf('ar').regular[0]!
  const order = { direction: 'rtl', script: 'Arab', language: 'ar', text: 'سلام ّ سلام' } as const
  expect(told(face.shape(order))).toEqual(told(face.shapeWhole(order)))
})

test('a letter that the font changes beside a space is shaped together with its neighbours', () => {
  // Noto Sans moves U+20F0 after a space (GPOS, dist).
  const { face } = fontsOf('en').regular[0]!
  const order = { direction: 'ltr', script: 'Latn', language: 'en', text: 'one two \u20F0three four' } as const
  expect(face).toBeInstanceOf(Face)
  expect(told(face.shape(order))).toEqual(told(face.shapeWhole(order)))
})
