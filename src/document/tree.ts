import type { Place } from '../report/index.js'

/**
 * A leaflet as meaning: what a screen reader should get, in reading order. No fonts, no positions.
 * Text is in logical order everywhere.
 */
export interface Document {
  /** BCP 47 tag of the leaflet. */
  readonly lang: string
  readonly direction: Direction
  /** Plain text of the title, for metadata. */
  readonly title: string
  readonly notice: string
  readonly service: string
  readonly format: string
  /** ISO 8601 days, such as 2018-05-25. */
  readonly contentDate: string
  readonly issueDate: string
  /** Stands for what the leaflet says, whatever day it is printed: see edition.ts. */
  readonly edition: string
  readonly blocks: readonly Block[]
  readonly furniture: Furniture
}

export type Direction = 'ltr' | 'rtl'

/** What stands on every page and is no content (ISO 32000-1 §14.8.2.2: artifacts). */
export interface Furniture {
  /**
   * The line that says "draft", in the leaflet's language and in English, at the head of page 2 and on; none once all
   * text is approved. Page 1 says it as content, so that a screen reader says it too.
   */
  readonly draft: readonly Text[]
  /** The tab at the outer edge: own name and English name of the language. */
  readonly tab: readonly Text[]
  /** Lines of the running foot. */
  readonly foot: readonly Text[]
  /** "Page x of y": the fields are filled for each page by {@link fillFields}. */
  readonly folio: Text
  /** Digits that page numbers are written with: ten characters, zero first. */
  readonly digits: string
}

export type Block = Heading | Paragraph | List | Row | WordList | Box | Contents

interface Node {
  /** Unique within the document, in reading order: n1, n2, … */
  readonly id: string
}
export interface Heading extends Node {
  readonly kind: 'heading'
  readonly depth: 1 | 2 | 3
  readonly text: Text
}
export interface Paragraph extends Node {
  readonly kind: 'paragraph'
  /**
   * `organisation`: the sender above the title. `lead`: the line under it. `draft`: the bordered line that says
   * "draft" on page 1. `small`: credits and the like, at the format's smallest size.
   */
  readonly style: 'organisation' | 'lead' | 'draft' | 'body' | 'small'
  readonly text: Text
}
export interface List extends Node {
  readonly kind: 'list'
  readonly items: readonly ListItem[]
}
export interface ListItem extends Node {
  readonly kind: 'item'
  readonly text: Text
}
/** Easy read: one picture, one idea. */
export interface Row extends Node {
  readonly kind: 'row'
  readonly figure: Figure
  readonly text: Text
}
export interface Figure extends Node {
  readonly kind: 'figure'
  readonly picture: Picture
  readonly alt: Text
}
/** Hard words and what they mean. */
export interface WordList extends Node {
  readonly kind: 'words'
  readonly entries: readonly WordEntry[]
}
export interface WordEntry extends Node {
  readonly kind: 'word'
  readonly term: Text
  readonly meaning: Text
}
/** A bordered box, such as "Who to ask". */
export interface Box extends Node {
  readonly kind: 'box'
  readonly blocks: readonly (Heading | Paragraph | List)[]
}

/** The leaflet's sections and the pages they start on. Pages are known once it is set; short leaflets go without. */
export interface Contents extends Node {
  readonly kind: 'contents'
  readonly heading: Heading
  readonly entries: readonly ContentsEntry[]
}
export interface ContentsEntry extends Node {
  readonly kind: 'entry'
  /** Id of the section's heading. */
  readonly target: string
  readonly text: Text
  /** The page number, in the leaflet's digits; empty until pages are made. */
  readonly page: Text
}

/** Inline content of one paragraph. */
export type Text = readonly Span[]
export interface Span {
  /** Logical order. Interpolated values stand between U+2068 and U+2069 (never shaped, painted or extracted). */
  readonly text: string
  readonly lang: string
  readonly weight: 'regular' | 'bold'
  /** Target of a link: an absolute URL, mailto: or tel:. */
  readonly href?: string
  /** A number known only when pages are made; `text` is then empty until filled. */
  readonly field?: 'page' | 'pages'
  readonly origin: Origin
}
/** What a text comes from: a message, or a file. */
export interface Origin {
  /** Of a message: `namespace:path.to.text`. */
  readonly key?: string
  /** Where a person can open it: looked up for whoever asks, which hardly anybody does. */
  readonly place: Place
}

/** A picture as vector paths in a square of `size` units, y down. */
export interface Picture {
  readonly id: string
  readonly size: { readonly width: number; readonly height: number }
  readonly shapes: readonly Shape[]
}
export interface Shape {
  /** SVG path data, absolute or relative commands, in the picture's units. */
  readonly path: string
  readonly fill?: string
  readonly fillRule: 'nonzero' | 'evenodd'
  readonly stroke?: string
  readonly strokeWidth: number
  readonly lineCap: 'butt' | 'round' | 'square'
  readonly lineJoin: 'miter' | 'round' | 'bevel'
}
