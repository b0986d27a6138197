import type { Span } from '../document/index.js'
import { pt, type Pt } from '../geometry/index.js'
import type { FontSet } from '../text/index.js'
import type { TextItem } from './page.js'
import { composition, forEnglish, lineInkOf, setText } from './set-text.js'
import type { Column } from './slab.js'
import { stack, textLines, WHOLE_WORDS } from './text-block.js'

/** English that stands beside a leaflet's own text, for staff: on a preview or a proof copy. */
export interface Note {
  /** None of Doorstep's notes has a place of its own: it is about a text that has one. */
  readonly spans: readonly Pick<Span, 'text' | 'weight' | 'origin'>[]
  readonly size: Pt
  readonly colour: string
  /** The structure element that owns it; null for an artifact. */
  readonly element: string | null
}

/** Where a note stands. Lines start, or end, at the edge that `align` says, whatever the leaflet's direction. */
export interface NoteBox {
  readonly x: Pt
  readonly y: Pt
  readonly width: Pt
  readonly align: 'left' | 'right'
}

/** Sets a note in lines of its box, left to right; gives its lines and how high they are. */
export function setNote(note: Note, fonts: FontSet, box: NoteBox): { items: TextItem[]; height: Pt } {
  const { spans, size, colour, element } = note
  const text = spans.map((span) => ({ ...span, lang: 'en' }))
  const set = setText(text, size, composition(forEnglish(fonts), 'ltr'))
  const ink = lineInkOf(set)
  const leading = pt(Math.max(1.25, ink.top - ink.bottom) * size)
  const column: Column = { left: box.x, width: box.width, direction: 'ltr' }
  const align = box.align === 'left' ? 'start' : 'end'
  const { items, height } = stack(
    textLines(set, column, { element, colour, leading, ink, ...WHOLE_WORDS, align }),
    leading,
  )
  return { items: items.map((item) => ({ ...item, baseline: pt(item.baseline + box.y) })), height }
}
