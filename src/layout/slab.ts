import type { Direction } from '../document/index.js'
import { papers, pt, type Pt } from '../geometry/index.js'
import type { Item } from './page.js'
import type { FormatStyle } from './theme.js'

/**
 * A piece of a column that never splits: a line, a row, a box. Its items stand at their places across the page, and
 * down from the slab's own top.
 */
export interface Slab {
  /** Space above, not used at the top of a page. */
  readonly space: Pt
  /** Whether the space may be made wider or narrower to fit the last page. */
  readonly elastic: boolean
  readonly height: Pt
  /** Must stand on the same page as the slab before it. */
  readonly kept: boolean
  /** How much better it stands on the same page as the slab before it: 1 is as bad as a page more. */
  readonly joins?: number
  readonly items: readonly Item[]
  /** Stands above the items, within `space`, but not at the top of a page: the rule over a heading. */
  readonly divider?: readonly Item[]
}

/** How much the first two items of a list and the lines of contents join: no page is saved by parting them. */
export const LISTED = 1.5
/** How much the lines of a paragraph do. */
export const RUNNING = 0.1

/** No space above. */
export const CLOSE: Pick<Slab, 'space' | 'elastic'> = { space: pt(0), elastic: false }

/** A strip of the page from top to bottom. Start is its left edge in left-to-right leaflets, its right edge else. */
export interface Column {
  readonly left: Pt
  readonly width: Pt
  readonly direction: Direction
}

/** The strip between a page's margins. */
export const columnOf = ({ paper, margins }: FormatStyle, direction: Direction): Column => ({
  left: direction === 'ltr' ? margins.start : margins.end,
  width: pt(papers[paper].width - margins.start - margins.end),
  direction,
})

/** Left edge of something `width` wide that stands `indent` from the column's start edge: mirroring is only this. */
export const fromStart = (column: Column, indent: number, width: number): Pt =>
  pt(column.direction === 'ltr' ? column.left + indent : column.left + column.width - indent - width)

/** The part of a column that is left when `indent` is taken from its start edge. */
export const indented = (column: Column, indent: number): Column => ({
  left: pt(column.direction === 'ltr' ? column.left + indent : column.left),
  width: pt(column.width - indent),
  direction: column.direction,
})

/** Moves an item down the page. */
export function lower(item: Item, dy: number): Item {
  if (item.kind === 'text') {
    const { kind, element, baseline, size, colour, runs } = item
    return { kind, element, baseline: pt(baseline + dy), size, colour, runs }
  }
  return { ...item, rect: { ...item.rect, y: pt(item.rect.y + dy) } }
}
