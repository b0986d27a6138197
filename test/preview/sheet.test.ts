import { describe, expect, test } from 'vitest'
import { Counter } from '../../src/build/index.js'
import { gather } from '../../src/build/gather.js'
import { mm, papers, pt, type Rect } from '../../src/geometry/index.js'
import { columnOf, type Item, type Page } from '../../src/layout/index.js'
import type { LeafletShop } from '../../src/leaflet.js'
import { setAnyway } from '../../src/preview/index.js'
import { numberAll } from '../../src/preview/numbering.js'
import { onSheet, partOnSheet, placeOnSheet } from '../../src/preview/sheet.js'
import { numberBeside } from '../../src/preview/sheet-notes.js'
import { warningOf } from '../../src/preview/warning.js'
import { diskShelf } from '../helpers/shelf.js'

const { width, height } = papers.A4

describe('a page on the sheet', () => {
  test('is 85 % of A4, at the edge where lines start, so that the other has room to write', () => {
    const ltr = placeOnSheet(papers.A4, 'ltr')
    const rtl = placeOnSheet(papers.A4, 'rtl')
    expect(ltr.scale).toBe(0.85)
    expect(ltr.left).toBe(mm(6))
    expect(rtl.left).toBeCloseTo(width - mm(6) - 0.85 * width, 6)
    expect(ltr.frame).toEqual({ x: mm(6), y: mm(17), width: 0.85 * width, height: 0.85 * height })
  })

  test('is as large as it is where it fits', () => {
    expect(placeOnSheet(papers.A5, 'ltr').scale).toBe(1)
  })

  test('has all its items smaller and moved by the same', () => {
    const place = { scale: 0.5, left: pt(10), top: pt(20), frame: { x: pt(0), y: pt(0), width: pt(1), height: pt(1) } }
    const rect = { x: pt(100), y: pt(40), width: pt(60), height: pt(8) }
    const smaller = { x: 60, y: 40, width: 30, height: 4 }
    expect(onSheet({ kind: 'rule', element: null, rect, colour: '#000000' }, place)).toMatchObject({ rect: smaller })
    const frame: Item = { kind: 'frame', element: null, rect, colour: '#000000', width: pt(2) }
    expect(onSheet(frame, place)).toMatchObject({ rect: smaller, width: 1 })
    const text: Item = { kind: 'text', element: null, baseline: pt(40), size: pt(14), colour: '#000000', runs: [] }
    expect(onSheet(text, place)).toMatchObject({ baseline: 40, size: 7 })
  })

  test('has a part that stands on several pages as one object', () => {
    const smaller = partOnSheet(placeOnSheet(papers.A4, 'ltr'))
    const part: Item[] = []
    expect(smaller(part)).toBe(smaller(part))
  })
})

/** Left, top, right, bottom; of text from 0.76 em above the baseline to 0.24 below. */
function edges(item: Item): [number, number, number, number] {
  const of = ({ x, y, width, height }: Rect): [number, number, number, number] => [x, y, x + width, y + height]
  if (item.kind !== 'text') return of(item.rect)
  const { runs, baseline, size } = item
  const [left, right] = [Math.min(...runs.map((r) => r.x)), Math.max(...runs.map((r) => r.x + r.width))]
  return [left, baseline - 0.76 * size, right, baseline + 0.24 * size]
}
const touch = (a: Item, b: Item): boolean => {
  const [l, t, r, m] = edges(a)
  const [left, top, right, bottom] = edges(b)
  return l < right && left < r && t < bottom && top < m
}

const counter = new Counter(process.cwd(), diskShelf)
const cases = ['tr', 'ar', 'bn', 'ur', 'zh-Hans', 'ar-XB', 'en-XA'].flatMap((l) => [[l, 'standard'], [l, 'easy-read']] as const) // prettier-ignore

test.each(cases)(
  'numbers in %s, %s stand in the margin where lines end, at 9 points, and touch nothing',
  (language, format) => {
    const order = { notice: 'children-and-families', language, service: 'whole', format, issueDate: '2026-12-01' }
    const shop: LeafletShop = { ...gather(order, counter).shop!, proof: false, release: false }
    const { document, pages } = setAnyway(order, shop).set!
    const { places } = numberAll({ document, pages }, () => true)
    const column = columnOf(shop.theme.formats[format]!, document.direction)
    const place = placeOnSheet(papers.A4, document.direction)
    const desk = { fonts: shop.fonts, origin: { place: shop.notice.place(['id']) }, column, edition: '' }
    const onPage = (page: Page): void => {
      const numbers = places.filter((p) => p.page === page.number).flatMap((p) => numberBeside(p, place, desk))
      const items = page.items.map((item) => onSheet(item, place))
      for (const number of numbers) {
        const [left, , right] = edges(number)
        if (document.direction === 'ltr') expect(left).toBeGreaterThan(place.left + (column.left + column.width) * 0.85)
        else expect(right).toBeLessThan(place.left + column.left * 0.85)
        expect((number as { size: number }).size).toBe(9)
        expect([...items, ...numbers].filter((other) => other !== number && touch(number, other))).toEqual([])
      }
    }
    pages.forEach(onPage)
    // The longest that a preview says at the head of a page stands beside the tab and above all else.
    const warning = warningOf('m'.repeat(70), { ...desk, tab: pages[0]!.parts[0] })
    for (const page of pages) expect(page.items.filter((item) => warning.some((line) => touch(item, line)))).toEqual([])
    expect(places.length).toBeGreaterThan(60)
  },
)
