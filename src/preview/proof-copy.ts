import type { Document } from '../document/index.js'
import { columnOf, type Page } from '../layout/index.js'
import { plainMessage, sourceOf, stateName, stateOf } from '../locale/index.js'
import type { LeafletShop } from '../leaflet.js'
import { writePdf } from '../pdf/index.js'
import { setKeyTable, tablePages, type TableEntry, type TableLine } from './key-table.js'
import { marksOf } from './marks.js'
import { numberAll, type Numbered, type NumberedText } from './numbering.js'
import { noLeaflet, withParts, type PreviewFile } from './preview-pages.js'
import type { SetLeaflet } from './set-anyway.js'
import { onSheet, partOnSheet, placeOnSheet, SHEET } from './sheet.js'
import { shortened } from './shortened.js'
import { editionOf, frameOf, headOf, numberBeside, signatureLine, type SheetDesk } from './sheet-notes.js'
import type { IsOwn, Sighting } from './sightings.js'

/** Its pages are all of the leaflet's; those of the table come after them. */
export interface ProofCopy extends PreviewFile {
  readonly numbered: readonly Numbered[]
}

/** The whole leaflet for a reviewer with a pen: numbers beside its texts, room to write, a table of keys. */
export function proofCopy(
  { document, pages }: SetLeaflet,
  { sightings, isOwn }: { readonly sightings: readonly Sighting[]; readonly isOwn: IsOwn },
  shop: LeafletShop,
): ProofCopy {
  const { numbered, places } = numberAll({ document, pages }, isOwn)
  const column = columnOf(shop.theme.formats[document.format]!, document.direction)
  const desk: SheetDesk = {
    fonts: shop.fonts,
    origin: { place: shop.notice.place(['id']) },
    column,
    edition: editionOf(document),
  }
  const place = placeOnSheet(pages[0]?.paper ?? SHEET, document.direction)
  const smaller = partOnSheet(place)
  const leaflet = pages.map((page): Page => {
    const marks = sightings.filter((s) => s.page === page.number).flatMap((s) => marksOf(s, column))
    const added = [
      ...marks.map((item) => onSheet(item, place)),
      frameOf(place),
      ...headOf(desk, `page ${page.number} of ${pages.length} at ${Math.round(place.scale * 100)} %`),
      ...places.filter((p) => p.page === page.number).flatMap((p) => numberBeside(p, place, desk)),
      ...signatureLine(desk),
    ]
    const placed = withParts(page, ([head, content, foot, folio]) => [
      [...added, ...smaller(head)],
      smaller(content),
      smaller(foot),
      smaller(folio),
    ])
    return { ...placed, paper: SHEET }
  })
  const entries = numbered.map((n) => entryOf(n, shop))
  const table = setKeyTable(entries, { ...desk, intro: introOf(document) })
  const tabled = tablePages(table, pages.length + 1, (page) =>
    headOf(desk, `key table, page ${page} of ${table.pages.length}`),
  )
  const whole = { ...document, blocks: [...document.blocks, ...table.blocks] }
  const author = shop.workspace.organisation.name
  const sheets = [...leaflet, ...tabled]
  const pdf = writePdf({ document: noLeaflet(whole, 'proof-copy'), pages: sheets, author })
  return { pdf, numbered, pages: pages.map((p) => p.number), sheets }
}

const introOf = ({ lang }: Document): string =>
  `The text of a key, such as notice:about.intro, stands in the file that its first part names, here locales/${lang}/notice.json, under the names after the colon.`

/** Letters of the English that the table shows: about two lines. */
const SHORT = 90

const entryOf = ({ number, texts }: Numbered, shop: LeafletShop): TableEntry => ({
  number,
  lines: texts.map((text) => lineOf(text, shop)),
})

function lineOf({ key, file, own, picture }: NumberedText, shop: LeafletShop): TableLine {
  if (key === undefined) return { key: file, state: '', english: 'the same in every language' }
  const state = own ? stateName(stateOf(shop, key)) : 'English'
  const english = plainMessage(sourceOf(shop.source, key)?.text ?? '')
  return {
    key,
    state,
    english: shortened(picture ? `Picture: ${english}` : english, SHORT),
  }
}
