import { describe, expect, test } from 'vitest'
import type { Block, Document, Text } from '../../src/document/index.js'
import { papers, pt } from '../../src/geometry/index.js'
import { columnOf, type Page } from '../../src/layout/index.js'
import { marksOf } from '../../src/preview/marks.js'
import { sightingsOf, type Sighting } from '../../src/preview/index.js'
import { documentOf, LEADING, pagesOf, plainTheme, row } from '../layout/helpers/print-shop.js'
import { span } from '../text/helpers/spans.js'

// A typewriter: at 10 points each letter is 5 wide, ink from 7 above to 2 below the baseline; a mark reaches at least
// from 7.6 above to 2.4 below, as capitals and descenders do. Lines are 12 apart, the ink in the middle of each: the
// first baseline is (12 - 10) / 2 + 7.6 = 8.6 below the top of the page's region, 60. Margins: start 50, 200 wide.
const theme = plainTheme(20)
const keyed = (key: string, text: string): Text => [{ ...span(text), origin: { ...span('').origin, key } }]
const words = (n: number): string => 'abcdefghi '.repeat(n).trimEnd()
const isOwn = (): boolean => true

const blocks: Block[] = [
  { kind: 'paragraph', id: 'a', style: 'body', text: keyed('n:a', words(4)) },
  { kind: 'paragraph', id: 'b', style: 'body', text: keyed('n:b', words(6)) },
  { kind: 'list', id: 'l', items: [{ kind: 'item', id: 'l.1', text: keyed('n:item', 'one') }] },
  { kind: 'paragraph', id: 'c', style: 'body', text: [...keyed('n:c', 'first'), ...keyed('n:d', ' second')] },
  { ...row('r'), figure: { ...row('r').figure, alt: keyed('pictures:x', 'a house') } },
]
const see = (keys: readonly string[], more: Partial<Document> = {}): Sighting[] => {
  const document = documentOf(blocks, more)
  return sightingsOf({ document, pages: pagesOf(blocks, theme, more) }, new Set(keys), isOwn)
}
const box = (s: Sighting | undefined): number[] => [s!.box.x, s!.box.y, s!.box.width, s!.box.height].map((n) => Math.round(n * 100) / 100) // prettier-ignore
const LINE = 10

describe('a message is seen', () => {
  test('as one box around its lines, without the spaces that hang at their ends', () => {
    // 59 letters: 39 and a space on the first line, 19 on the second.
    const [seen, ...more] = see(['n:b'])
    expect([seen?.page, seen?.kind, seen?.lines, seen?.size, more]).toEqual([1, 'text', 2, 10, []])
    expect(box(seen)).toEqual([50, 60 + LEADING + 1, 39 * 5, LEADING + LINE])
  })

  test('without the bullet beside it', () => {
    expect(see(['n:item']).map(box)).toEqual([[50 + 20, 60 + 3 * LEADING + 1, 3 * 5, LINE]])
  })

  test('where it is part of a line, as that part', () => {
    expect(see(['n:d']).map(box)).toEqual([[50 + 6 * 5, 60 + 4 * LEADING + 1, 6 * 5, LINE]])
  })

  test('as the picture that it describes', () => {
    const side = 2 * LEADING
    expect(see(['pictures:x']).map((s) => [s.kind, ...box(s)])).toEqual([['picture', 50, 60 + 5 * LEADING, side, side]])
  })

  test('only in the leaflet’s own words', () => {
    const document = documentOf(blocks)
    expect(sightingsOf({ document, pages: pagesOf(blocks, theme) }, new Set(['n:a']), () => false)).toEqual([])
  })

  test('on every page in the foot, and not in the page numbers of contents', () => {
    const foot = { draft: [], tab: [], foot: [keyed('n:title', 'Title')], folio: [], digits: '0123456789' }
    const many: Block[] = Array.from({ length: 30 }, (_, i) => ({ kind: 'paragraph', id: `p${i}`, style: 'body', text: keyed(`n:${i}`, 'x') })) // prettier-ignore
    const pages: readonly Page[] = pagesOf(many, theme, { furniture: foot })
    const seen = sightingsOf({ document: documentOf(many), pages }, new Set(['n:title']), isOwn)
    expect([pages.length, seen.map((s) => s.page)]).toEqual([2, [1, 2]])
  })
})

describe('its marks', () => {
  const place: Pick<Sighting, 'box'> = { box: { x: pt(70), y: pt(100), width: pt(60), height: pt(20) } }
  const style = theme.formats['plain']!
  const rects = (direction: 'ltr' | 'rtl') =>
    marksOf(place, columnOf(style, direction)).map((m) => (m.kind === 'text' ? [] : [m.kind, m.rect.x, m.rect.y, m.rect.width, m.rect.height])) // prettier-ignore

  test('are a ground, a frame 3 and 1.5 points around it, and a bar 8 points before the text', () => {
    expect(rects('ltr')).toEqual([
      ['rule', 67, 98.5, 66, 23],
      ['frame', 67, 98.5, 66, 23],
      ['rule', 50 - 12, 98.5, 4, 23],
    ])
  })

  test('have the bar at the other edge of a right-to-left leaflet', () => {
    // Its start margin of 50 is at the right.
    expect(rects('rtl')[2]).toEqual(['rule', papers.A4.width - 50 + 8, 98.5, 4, 23])
  })

  test('belong to no element', () => {
    expect(marksOf(place, columnOf(style, 'ltr')).map((m) => m.element)).toEqual([null, null, null])
  })
})
