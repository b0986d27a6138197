import { fragmentOf, type Document, type Span } from '../document/index.js'
import { mm, pt } from '../geometry/index.js'
import { columnOf, fromStart, setNote, type Column, type Item, type Page, type Part } from '../layout/index.js'
import type { LeafletShop } from '../leaflet.js'
import { writePdf } from '../pdf/index.js'
import { marksOf } from './marks.js'
import type { SetLeaflet } from './set-anyway.js'
import type { Sighting } from './sightings.js'

export interface PreviewFile {
  readonly pdf: Uint8Array
  /** Numbers of its pages in the leaflet. */
  readonly pages: readonly number[]
}

/** The pages on which some messages stand, as in the leaflet, with marks. `saying`: which messages, for the page's head. */
export function previewPages(
  { document, pages }: SetLeaflet,
  { sightings, saying }: { readonly sightings: readonly Sighting[]; readonly saying: string },
  shop: LeafletShop,
): PreviewFile {
  const style = shop.theme.formats[document.format]!
  const column = columnOf(style, document.direction)
  const numbers = new Set(sightings.map((s) => s.page))
  const warning = warningOf(document, saying, { shop, column })
  const chosen = pages.filter((p) => numbers.has(p.number))
  const marked = chosen.map((page): Page => {
    const marks = sightings.filter((s) => s.page === page.number).flatMap((s) => marksOf(s, column))
    return withParts(page, ([head, content, foot, folio]) => [
      [...marks, ...head, ...warning],
      // A copy: what pdf keeps of a part must not be that of the leaflet, whose headings may be of another depth.
      [...content],
      foot,
      folio,
    ])
  })
  const printed = new Set(marked.flatMap(({ items }) => items.flatMap((i) => (i.element === null ? [] : [i.element]))))
  const pdf = writePdf({
    document: noLeaflet(fragmentOf(document, printed), 'preview'),
    pages: marked,
    author: shop.workspace.organisation.name,
  })
  return { pdf, pages: [...numbers].sort((a, b) => a - b) }
}

/** A page with other parts. */
export function withParts(page: Page, change: (parts: Page['parts']) => Page['parts']): Page {
  const parts = change(page.parts)
  return { ...page, parts, items: parts.flat() }
}

/** The file's own words for what it is: neither people nor `doorstep proof` take it for a leaflet. */
export const noLeaflet = (document: Document, kind: 'preview' | 'proof-copy'): Document => ({
  ...document,
  title: `${kind === 'preview' ? 'Preview' : 'Proof copy'}: ${document.title}`,
  format: `${document.format}.${kind}`,
})

const TOP = mm(7)
/** The other part of the page's head is the language tab's. */
const SHARE = 0.7

/** In the margin above the page's own head, where no leaflet has anything. */
function warningOf(document: Document, saying: string, { shop, column }: { shop: LeafletShop; column: Column }): Part {
  const width = pt(column.width * SHARE)
  const align = document.direction === 'ltr' ? 'left' : 'right'
  const box = { x: fromStart(column, 0, width), width, align } as const
  const span = (text: string, weight: Span['weight']) => ({ text, weight, origin: shop.notice.place(['id']) })
  const note = (text: string, weight: Span['weight'], size: number) => ({
    spans: [span(text, weight)],
    size: pt(size),
    colour: '#000000',
    element: null,
  })
  const first = setNote(note('Preview, not for handing out', 'bold', 12), shop.fonts, { ...box, y: TOP })
  const second = setNote(note(shortened(saying, 60), 'regular', 9), shop.fonts, { ...box, y: pt(TOP + first.height) })
  const items: Item[] = [...first.items, ...second.items]
  return items
}

/** The start of a text, with an ellipsis where more follows. */
export function shortened(text: string, most: number): string {
  const letters = [...text]
  return letters.length <= most
    ? text
    : `${letters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
}
