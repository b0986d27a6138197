import { fragmentOf, type Document } from '../document/index.js'
import { columnOf, type Page } from '../layout/index.js'
import type { LeafletShop } from '../leaflet.js'
import { writePdf } from '../pdf/index.js'
import { marksOf } from './marks.js'
import type { SetLeaflet } from './set-anyway.js'
import type { Sighting } from './sightings.js'
import { warningOf } from './warning.js'

export interface PreviewFile {
  readonly pdf: Uint8Array
  /** Numbers of its pages in the leaflet. */
  readonly pages: readonly number[]
  /** What is on its pages. */
  readonly sheets: readonly Page[]
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
  const warning = warningOf(saying, {
    fonts: shop.fonts,
    origin: { place: shop.notice.place(['id']) },
    column,
    tab: pages[0]?.parts[0] ?? [],
  })
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
  return { pdf, pages: [...numbers].sort((a, b) => a - b), sheets: marked }
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
