import { describe, expect, test } from 'vitest'
import {
  fillFields,
  furnitureOn,
  leafletName,
  plain,
  withoutControls,
  type Furniture,
} from '../../src/document/index.js'
import { say, span } from '../text/helpers/spans.js'

const furniture: Furniture = {
  draft: [say('Draft')],
  tab: [say('বাংলা'), say('Bengali')],
  foot: [say('Foot')],
  folio: [span('পৃষ্ঠা '), span('', { field: 'page' }), span(' / '), span('', { field: 'pages' })],
  digits: '০১২৩৪৫৬৭৮৯',
}

describe('plain text', () => {
  test('is all spans without bidi controls', () => {
    const controls = '\u061C\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069'
    expect(plain([span(`a${controls}`), span('\u2068b\u2069')])).toBe('ab')
    expect(withoutControls(controls)).toBe('')
  })
  test('keeps joiners and spaces that do not break: they are part of the words', () => {
    expect(plain(say('a\u200Cb\u200Dc\u00A0d'))).toBe('a\u200Cb\u200Dc\u00A0d')
  })
})

describe('page numbers', () => {
  test('are written in the digits of the language', () => {
    expect(plain(fillFields(furniture, 3, 12))).toBe('পৃষ্ঠা ৩ / ১২')
  })
  test('leave the fields themselves as they are', () => {
    fillFields(furniture, 3, 12)
    expect(furniture.folio.map((s) => s.text)).toEqual(['পৃষ্ঠা ', '', ' / ', ''])
  })
})

describe('furniture of a page', () => {
  const texts = (page: number) => {
    const { head, tail } = furnitureOn({ furniture }, page, 2)
    return [head.map(plain), tail.map(plain)]
  }
  test('the first page has no draft line: it says so as content', () => {
    expect(texts(1)).toEqual([
      ['বাংলা', 'Bengali'],
      ['Foot', 'পৃষ্ঠা ১ / ২'],
    ])
  })
  test('the others have it after the tab', () => {
    expect(texts(2)[0]).toEqual(['বাংলা', 'Bengali', 'Draft'])
  })
})

test('a leaflet is named by notice, service and format', () => {
  expect(leafletName({ notice: 'children', service: 'whole', format: 'standard' })).toBe('children.whole.standard')
})
