import { leafletName, type Document, type Origin } from '../document/index.js'
import { mm, pt } from '../geometry/index.js'
import { lower, setNote, type Column, type Item } from '../layout/index.js'
import type { FontSet } from '../text/index.js'
import type { NumberPlace } from './numbering.js'
import { onSheet, SHEET, type Place } from './sheet.js'

/** What stands on the sheets of a proof copy beside the leaflet's pages. None of it is content. */
export interface SheetDesk {
  readonly fonts: FontSet
  readonly origin: Origin
  /** Between the margins of the leaflet's page. */
  readonly column: Column
  /** Which edition of which leaflet this is. */
  readonly edition: string
}

export const editionOf = (d: Document): string =>
  `${d.lang} · ${leafletName(d)} · text ${d.contentDate} · printed ${d.issueDate}`

const BLACK = '#111111'
const EDGE = mm(8)
const WIDTH = pt(SHEET.width - 2 * EDGE)
/** Never smaller than 9 pt: they are read beside the text, not up close. */
const NUMBER = { size: pt(9), gap: 7, width: 30 }

/** A number beside the first line of its text, on the same baseline, in the margin where lines end. */
export function numberBeside(
  { number, line }: NumberPlace,
  place: Place,
  { fonts, origin, column }: SheetDesk,
): Item[] {
  const ltr = column.direction === 'ltr'
  const edge = place.left + (ltr ? column.left + column.width : column.left) * place.scale
  const box = {
    x: pt(ltr ? edge + NUMBER.gap : edge - NUMBER.gap - NUMBER.width),
    y: pt(0),
    width: pt(NUMBER.width),
    align: ltr ? 'left' : 'right',
  } as const
  const spans = [{ text: String(number), weight: 'bold', origin }] as const
  const { items } = setNote({ spans, size: NUMBER.size, colour: BLACK, element: null }, fonts, box)
  const { baseline } = onSheet(line, place) as typeof line
  return items.map((item) => lower(item, baseline - item.baseline))
}

/** The edge of the page that stands on the sheet. */
export const frameOf = ({ frame }: Place): Item => ({
  kind: 'frame',
  element: null,
  rect: frame,
  colour: '#999999',
  width: pt(0.5),
})

/** "Proof copy", of which edition, and `which` of its pages this is. */
export function headOf({ fonts, origin, edition }: SheetDesk, which: string): Item[] {
  const spans = [
    { text: 'Proof copy, not for handing out', weight: 'bold', origin },
    { text: ` · ${which}`, weight: 'regular', origin },
  ] as const
  const box = { x: EDGE, y: mm(7), width: WIDTH, align: 'left' } as const
  const first = setNote({ spans, size: pt(11), colour: BLACK, element: null }, fonts, box)
  const of = [{ text: edition, weight: 'regular', origin }] as const
  const second = setNote({ spans: of, size: pt(9), colour: BLACK, element: null }, fonts, { ...box, y: pt(box.y + first.height) }) // prettier-ignore
  return [...first.items, ...second.items]
}

/** Who has read it and when: sheets get apart. */
export function signatureLine({ fonts, origin }: SheetDesk): Item[] {
  const y = pt(SHEET.height - mm(16))
  return [
    { text: 'Read by', x: EDGE, width: 45, line: 230 },
    { text: 'Date', x: EDGE + 300, width: 30, line: 120 },
  ].flatMap(({ text, x, width, line }): Item[] => {
    const spans = [{ text, weight: 'regular', origin }] as const
    const box = { x: pt(x), y, width: pt(width), align: 'left' } as const
    const { items, height } = setNote({ spans, size: pt(10), colour: BLACK, element: null }, fonts, box)
    const rect = { x: pt(x + width), y: pt(y + height), width: pt(line), height: pt(0.5) }
    return [...items, { kind: 'rule', element: null, rect, colour: BLACK }]
  })
}
