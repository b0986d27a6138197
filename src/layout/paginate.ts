import {
  elementsOf,
  fillContents,
  hasContents,
  outlineOf,
  withoutContents,
  type Block,
  type Document,
  type Text,
} from '../document/index.js'
import { papers, pt, type Paper } from '../geometry/index.js'
import { Kept, keptFor, keptForPair } from '../memory/index.js'
import type { FontSet, MissingLetter } from '../text/index.js'
import { setBlocks } from './blocks.js'
import { fillPages, type Filled, type Region } from './fill-pages.js'
import { setFoot, setHeads, type Heads } from './furniture.js'
import type { Overfull } from './overfull.js'
import type { Page, Part } from './page.js'
import { columnOf, lower, type Column } from './slab.js'
import { composition, lineInkOfAll, type Composition } from './set-text.js'
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
  readonly overfull: readonly Overfull[]
}

/** From a document to finished pages. */
export function paginate({ document, theme, fonts }: LayoutOrder): Layout {
  const style = theme.formats[document.format]
  if (!style) throw new RangeError(`The theme has no format "${document.format}"`)
  const press = pressFor(document, { theme, fonts, style })
  const short = setPages(withoutContents(document), press)
  const { contentsAbove = Infinity } = style
  if (!hasContents(document) || short.pages.length <= contentsAbove) return short
  // Contents move what comes after them. Their own height doesn't depend on the numbers, so the second time is the last.
  const guess = setPages(fillContents(document, pageOfEach(short.pages)), press)
  return setPages(fillContents(document, pageOfEach(guess.pages)), press)
}

/** Id of each element that has text → the page where it starts, 1-based. */
function pageOfEach(pages: readonly Page[]): Map<string, number> {
  const found = new Map<string, number>()
  for (const { number, items } of pages) {
    for (const { element } of items) if (element !== null && !found.has(element)) found.set(element, number)
  }
  return found
}

/** What leaflets of one format in one language have in common, and the parts of their pages that are set already. */
interface Press {
  readonly style: FormatStyle
  readonly colours: Theme['colours']
  readonly paper: Paper
  readonly column: Column
  readonly compose: () => Composition
  headsOf(draft: readonly Text[], tab: readonly Text[]): Heads
  /** Page numbers by page, pages and place. */
  foliosOf(folio: Text): Map<string, Part>
  /** Content by the room that furniture leaves for it. */
  bodiesOf(blocks: readonly Block[]): Map<string, Body>
}

const pressFor = (
  document: Document,
  { theme, fonts, style }: { theme: Theme; fonts: FontSet; style: FormatStyle },
) => {
  const known = presses(theme, fonts)
  const id = [document.format, document.lang, document.direction].join(' ')
  let press = known.get(id)
  if (!press) known.set(id, (press = makePress(document, { theme, fonts, style })))
  return press
}
const presses = keptForPair<Theme, FontSet, Map<string, Press>>(() => new Map())

function makePress(
  { direction }: Document,
  { theme, fonts, style }: { theme: Theme; fonts: FontSet; style: FormatStyle },
): Press {
  const paper = papers[style.paper]
  const { colours } = theme
  const column = columnOf(style, direction)
  const compose = (): Composition => composition(fonts, direction)
  const saying = new Kept<string, Map<string, Part>>(10)
  return {
    style,
    colours,
    paper,
    column,
    compose,
    headsOf: keptForPair((draft, tab) => setHeads({ tab, draft }, { style, colours, composition: compose() }, column)),
    foliosOf: (folio) => saying.get(said(folio)) ?? saying.set(said(folio), new Map()),
    bodiesOf: keptFor(() => new Map<string, Body>()),
  }
}

/** Texts that say the same in the same way: a language whose files are read anew keeps its page numbers. */
const said = (text: Text): string => JSON.stringify(text.map(({ text, lang, weight, field }) => [text, lang, weight, field])) // prettier-ignore

function setPages(document: Document, press: Press): Layout {
  const { style, colours, paper, column } = press
  const heads = press.headsOf(document.furniture.draft, document.furniture.tab)
  const composition = press.compose()
  const folios = press.foliosOf(document.furniture.folio)
  const foot = setFoot(document.furniture, { style, colours, composition, folios }, column)
  const region: Region = { tops: [heads.first.bottom, heads.next.bottom], bottom: pt(foot.top - 8) }
  const body = bodyOf(document, region, press)
  const pages = body.parts.map((content, i): Page => {
    const head = i === 0 ? heads.first : heads.next
    const parts = [head.items, content, foot.items, foot.folio(i + 1, body.parts.length)] as const
    return { number: i + 1, paper, parts, items: parts.flat() }
  })
  const missing = [...body.missing, ...heads.missing, ...composition.missing]
  return { document, pages, missing, overfull: [...heads.overfull, ...composition.overfull] }
}

/** The content of each page. */
interface Body {
  readonly parts: readonly Part[]
  readonly missing: readonly MissingLetter[]
}

function bodyOf(document: Document, region: Region, press: Press): Body {
  const known = press.bodiesOf(document.blocks)
  const id = [...region.tops, region.bottom].join(' ')
  let body = known.get(id)
  if (!body) known.set(id, (body = setBody(document, region, press)))
  return body
}

function setBody(document: Document, region: Region, { style, colours, column, compose }: Press): Body {
  const composition = compose()
  const ink = lineInkOfAll(bodyTexts(document), composition)
  const slabs = setBlocks({ document, style, colours, composition, ink }, column)
  return { parts: fillPages(slabs, region, style.maxPages).map(contentOf), missing: composition.missing }
}

const contentOf = ({ slabs }: Filled): Part =>
  slabs.flatMap(({ slab, y }, i) =>
    [...(i > 0 ? (slab.divider ?? []) : []), ...slab.items].map((item) => lower(item, y)),
  )

/** Headings and the like have a leading of their own; the body's is the same everywhere. */
function bodyTexts(document: Document): Text[] {
  return [...elementsOf(outlineOf(document))].flatMap((e) => (e.text && !e.role.startsWith('H') ? [e.text] : []))
}
