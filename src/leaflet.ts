import type { Document } from './document/index.js'
import { lengthFindings, letterFinding, missingLetters, paginate, type Page, type Theme } from './layout/index.js'
import { isWaived, stateOf } from './locale/index.js'
import { composeNotice, leafletId, needsApproval, type Composed, type Order, type Shop } from './notice/index.js'
import { writePdf } from './pdf/index.js'
import { fileStart, finding, inLeaflets, isError, mergeFindings, type Finding } from './report/index.js'
import type { FontSet } from './text/index.js'

/** All that one leaflet is made from, besides its order. */
export interface LeafletShop extends Shop {
  readonly fonts: FontSet
  readonly theme: Theme
  /** False leaves the re-reading out: for speed while writing, never for print. */
  readonly proof: boolean
  /** True refuses text that nobody approved. */
  readonly release: boolean
}

export interface Leaflet {
  /** Such as `tr/children-and-families.whole.standard`. */
  readonly id: string
  readonly document?: Document
  readonly pages?: readonly Page[]
  /** Only when no finding is an error. */
  readonly pdf?: Uint8Array
  readonly findings: readonly Finding[]
}

/** From an order slip to a checked leaflet. Read this function first. `composed`: what it says, where that is known. */
export async function makeLeaflet(order: Order, shop: LeafletShop, composed?: Composed): Promise<Leaflet> {
  const set = setLeaflet(order, shop, composed) // what it says, and where it stands
  const { id, document, pages } = set
  if (!document || !pages || set.findings.some(isError)) return set

  const author = shop.workspace.organisation.name
  const pdf = writePdf({ document, pages, author }) // ink, and the tags that explain it
  const proof = shop.proof ? await (await import('./proof/index.js')).proofread(pdf, document, `${id}.pdf`) : [] // does the file still say it?
  const findings = [...set.findings, ...proof.map((f) => inLeaflets(f, [id]))]
  return { id, document, pages, findings, ...(findings.some(isError) ? {} : { pdf }) }
}

/** The first half of the way: the leaflet as it would be printed, with nothing printed. */
export function setLeaflet(order: Order, shop: LeafletShop, composed = composeNotice(order, shop)): Leaflet {
  const id = leafletId(order, shop)
  const { theme, fonts, target } = shop
  const { document, findings, unapproved } = composed // what it says
  const held = [...findings, ...releaseGate(unapproved, shop)]
  // A document that lost a text cannot be set; one run tells of its letters nonetheless.
  const set = document && !held.some(isError) ? paginate({ document, theme, fonts }) : undefined // where it stands
  const missing = set?.missing ?? (document ? missingLetters(document, fonts) : [])
  held.push(...missing.map((letter) => letterFinding(letter, fonts, target.locale.englishName)))
  const room = { style: theme.formats[order.format], place: shop.notice.place(['easyRead']), language: target.locale.englishName } // prettier-ignore
  if (set) held.push(...lengthFindings(set, room).filter((f) => !isWaived(target.waivers, f)))
  const all = mergeFindings(held.map((f) => inLeaflets(f, [id])))
  return {
    id,
    findings: all,
    ...(document ? { document: set?.document ?? document } : {}),
    ...(set ? { pages: set.pages } : {}),
  }
}

/** One finding a language, whichever of its texts a leaflet prints: one person has them all approved. */
function releaseGate(unapproved: readonly string[], shop: LeafletShop): Finding[] {
  if (!shop.release || unapproved.length === 0) return []
  const { locale, messages } = shop.target
  const open = [...messages.values()].filter(
    ({ key }) => needsApproval(shop, key) && !['approved', 'missing'].includes(stateOf(shop, key)),
  )
  const place = open[0]?.place ?? fileStart(`locales/${locale.tag}/locale.json`)
  return [finding('not-approved', place, { language: locale.englishName, count: open.length })]
}
