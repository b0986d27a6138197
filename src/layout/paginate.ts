import {
  elementsOf,
  fillContents,
  hasContents,
  outlineOf,
  withoutContents,
  type Document,
  type Text,
} from '../document/index.js'
import { papers, pt, type Paper, type Pt } from '../geometry/index.js'
import type { FontSet, MissingLetter } from '../text/index.js'
import { inkOfDocument, setBlocks, type Setting } from './blocks.js'
import { setFurniture, type Furniture } from './furniture.js'
import type { Item, Page } from './page.js'
import { lower, type Column, type Slab } from './slab.js'
import { composition, type Composition } from './set-text.js'
import type { FormatStyle, Theme } from './theme.js'

export interface LayoutOrder {
  readonly document: Document
  readonly theme: Theme
  readonly fonts: FontSet
}
export interface Layout {
  /** As it is printed: with contents, their pages filled, where the leaflet is long. */
  readonly document: Document
  readonly pages: readonly Page[]
  readonly missing: readonly MissingLetter[]
}

/** Spaces between blocks, tried in this order until the last page is at least a third full. */
const LOOSENESS = [1, 0.85, 1.15, 0.7, 1.3] as const

/** From a document to finished pages. */
export function paginate(order: LayoutOrder): Layout {
  const style = order.theme.formats[order.document.format]
  if (!style) throw new RangeError(`The theme has no format "${order.document.format}"`)
  const setup: Setup = { theme: order.theme, style, composition: composition(order.fonts, order.document.direction) }
  const short = setPages(withoutContents(order.document), setup)
  const { contentsAbove = Infinity } = style
  if (!hasContents(order.document) || short.pages.length <= contentsAbove) return short
  // Contents move what comes after them. Their own height doesn't depend on the numbers, so the second time is the last.
  const guess = setPages(fillContents(order.document, pageOfEach(short.pages)), setup)
  return setPages(fillContents(order.document, pageOfEach(guess.pages)), setup)
}

/** Id of each element that has text → the page where it starts, 1-based. */
function pageOfEach(pages: readonly Page[]): Map<string, number> {
  const found = new Map<string, number>()
  for (const { number, items } of pages) {
    for (const { element } of items) if (element !== null && !found.has(element)) found.set(element, number)
  }
  return found
}

interface Setup {
  readonly theme: Theme
  readonly style: FormatStyle
  readonly composition: Composition
}

function setPages(document: Document, { theme, style, composition }: Setup): Layout {
  const paper = papers[style.paper]
  const ink = inkOfDocument(bodyTexts(document), composition)
  const column: Column = {
    left: document.direction === 'ltr' ? style.margins.start : style.margins.end,
    width: pt(paper.width - style.margins.start - style.margins.end),
    direction: document.direction,
  }
  const setting: Setting = { document, style, colours: theme.colours, composition, ink, looseness: 1 }
  const furniture = setFurniture(setting, column)
  const tries = LOOSENESS.map((looseness) => () => fill(setBlocks({ ...setting, looseness }, column), furniture))
  const columns = firstGood(tries, furniture, style.maxPages)
  const pages = columns.map((c, i) => makePage(c, i + 1, { furniture, paper, pages: columns.length }))
  return { document, pages, missing: composition.missing }
}

interface Filled {
  readonly slabs: readonly { readonly slab: Slab; readonly y: Pt }[]
  readonly bottom: Pt
}

/** Fills pages from the top; slabs that are kept together move together. */
function fill(slabs: readonly Slab[], furniture: Furniture): Filled[] {
  const pages: Filled[] = []
  let page: { slab: Slab; y: Pt }[] = []
  let y: number = furniture.head(1).bottom
  const next = (): void => {
    pages.push({ slabs: page, bottom: pt(y) })
    page = []
    y = furniture.head(pages.length + 1).bottom
  }
  for (const group of groupsOf(slabs)) {
    const height = group.reduce(
      (sum, slab, i) => sum + slab.height + (i === 0 && page.length === 0 ? 0 : slab.space),
      0,
    )
    if (page.length > 0 && y + height > furniture.footTop - 8) next()
    for (const slab of group) {
      // A group taller than a page splits where it must.
      if (page.length > 0 && y + slab.space + slab.height > furniture.footTop - 8) next()
      y += page.length === 0 ? 0 : slab.space
      page.push({ slab, y: pt(y) })
      y += slab.height
    }
  }
  next()
  return pages
}

function groupsOf(slabs: readonly Slab[]): Slab[][] {
  const groups: Slab[][] = []
  for (const slab of slabs) {
    if (slab.kept && groups.length > 0) groups.at(-1)!.push(slab)
    else groups.push([slab])
  }
  return groups
}

/**
 * The first try that has no more pages than the format's readers manage and whose last page is a third full, without a
 * page more than the first; else the first with few enough pages; else the first.
 */
function firstGood(tries: readonly (() => Filled[])[], furniture: Furniture, maxPages = Infinity): Filled[] {
  const first = tries[0]!()
  const full = (pages: readonly Filled[]): boolean => {
    const top = furniture.head(pages.length).bottom
    return pages.length === 1 || (pages.at(-1)!.bottom - top) / (furniture.footTop - top) >= 1 / 3
  }
  if (full(first) && first.length <= maxPages) return first
  let short: Filled[] | undefined
  for (const attempt of tries.slice(1)) {
    const pages = attempt()
    if (pages.length > Math.min(first.length, maxPages)) continue
    if (full(pages)) return pages
    short ??= pages
  }
  return first.length > maxPages && short ? short : first
}

function makePage(
  filled: Filled,
  number: number,
  { furniture, paper, pages }: { furniture: Furniture; paper: Paper; pages: number },
): Page {
  const content = filled.slabs.flatMap(({ slab, y }, i) =>
    [...(i > 0 ? (slab.divider ?? []) : []), ...slab.items].map((item): Item => lower(item, y)),
  )
  return { number, paper, items: [...furniture.head(number).items, ...content, ...furniture.tail(number, pages)] }
}

/** Headings and the like have a leading of their own; the body's is the same everywhere. */
function bodyTexts(document: Document): Text[] {
  return [...elementsOf(outlineOf(document))].flatMap((e) => (e.text && !e.role.startsWith('H') ? [e.text] : []))
}
