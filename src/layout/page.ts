import type { Picture, Span } from '../document/index.js'
import type { Paper, Pt, Rect } from '../geometry/index.js'
import type { ShapedRun } from '../text/index.js'

/** A finished side of paper. Items stand in painting order; coordinates are from the top left corner. */
export interface Page {
  /** 1-based. */
  readonly number: number
  readonly paper: Paper
  /** All of its parts. */
  readonly items: readonly Item[]
  /** Parts that are alike on several pages or in several leaflets are the same object, and are painted once. */
  readonly parts: PageParts
}
export type Part = readonly Item[]
export type PageParts = readonly [head: Part, content: Part, foot: Part, folio: Part]

/** `element` is the id of the structure element that owns the item; null for artifacts (furniture, rules, frames). */
export type Item = TextItem | PictureItem | RuleItem | FrameItem

export interface TextItem {
  readonly kind: 'text'
  readonly element: string | null
  readonly baseline: Pt
  readonly size: Pt
  readonly colour: string
  /** Logical order, each at its own place: readers then return mixed lines right (docs/decisions/002). */
  readonly runs: readonly PlacedRun[]
}
export interface PlacedRun {
  readonly shaped: ShapedRun
  readonly span: Span
  /** Left edge. */
  readonly x: Pt
  readonly width: Pt
}
export interface PictureItem {
  readonly kind: 'picture'
  readonly element: string
  readonly picture: Picture
  readonly rect: Rect
}
/** A filled rectangle. */
export interface RuleItem {
  readonly kind: 'rule'
  readonly element: null
  readonly rect: Rect
  readonly colour: string
}
/** A stroked rectangle. */
export interface FrameItem {
  readonly kind: 'frame'
  readonly element: null
  readonly rect: Rect
  readonly colour: string
  readonly width: Pt
}
