import type { Origin, Span } from '../document/index.js'
import { mm, pt, type Pt } from '../geometry/index.js'
import { fromStart, setNote, type Column, type Item, type Part } from '../layout/index.js'
import type { FontSet } from '../text/index.js'
import { shortened } from './shortened.js'

const TOP = mm(7)
/** Between it and the language tab. */
const GAP = 12
/** Letters of the second line that surely fit. */
const FITS = 60

/**
 * What a preview says at the head of its pages, in the margin above the leaflet's own text, beside the language tab.
 * `tab`: the head of the first page, which has nothing else.
 */
export function warningOf(
  saying: string,
  {
    fonts,
    origin,
    column,
    tab,
  }: { readonly fonts: FontSet; readonly origin: Origin; readonly column: Column; readonly tab: Part },
): Item[] {
  const width = roomBeside(tab, column)
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

/** From the edge where lines start to the tab at the other; a tab that takes all of the line leaves it a third. */
function roomBeside(tab: Part, { left, width, direction }: Column): Pt {
  const runs = tab.flatMap((item) => (item.kind === 'text' ? item.runs : []))
  const edges = runs.map((r) => (direction === 'ltr' ? r.x - left : left + width - r.x - r.width))
  return pt(Math.max(width / 3, Math.min(width, ...edges.map((edge) => edge - GAP))))
}
