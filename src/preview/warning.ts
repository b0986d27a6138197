import type { Span } from '../document/index.js'
import { mm, pt } from '../geometry/index.js'
import { fromStart, setNote, type Column, type Item } from '../layout/index.js'
import type { Place } from '../report/index.js'
import type { FontSet } from '../text/index.js'
import { shortened } from './shortened.js'

const TOP = mm(7)
/** Of the page's width; the other part is the language tab's. */
const SHARE = 0.7
/** Letters of the second line that surely fit. */
const FITS = 60

/** What a preview says at the head of its pages, in the margin above the leaflet's own head, where nothing else stands. */
export function warningOf(
  saying: string,
  { fonts, origin, column }: { readonly fonts: FontSet; readonly origin: Place; readonly column: Column },
): Item[] {
  const width = pt(column.width * SHARE)
  const box = { x: fromStart(column, 0, width), width, align: column.direction === 'ltr' ? 'left' : 'right' } as const
  const note = (text: string, weight: Span['weight'], size: number) => ({
    spans: [{ text, weight, origin }],
    size: pt(size),
    colour: '#000000',
    element: null,
  })
  const first = setNote(note('Preview, not for handing out', 'bold', 12), fonts, { ...box, y: TOP })
  const second = setNote(note(shortened(saying, FITS), 'regular', 9), fonts, { ...box, y: pt(TOP + first.height) })
  return [...first.items, ...second.items]
}
