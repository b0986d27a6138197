import type { Document, Shape } from '../document/index.js'
import { paginate, type Item, type Page, type Part } from '../layout/index.js'
import { checkMarkup, sourceOf, withTexts, type Catalogue } from '../locale/index.js'
import { setLeaflet, type LeafletShop } from '../leaflet.js'
import { composeNotice, type Order, type PictureShelf } from '../notice/index.js'
import { isError, type Finding } from '../report/index.js'

/** A leaflet as it would be printed, or as near to it as its errors allow. */
export interface SetLeaflet {
  readonly document: Document
  readonly pages: readonly Page[]
}

/**
 * Sets a leaflet although errors hold it: in place of a text that cannot be printed stands its key in square brackets,
 * in place of a letter that no font has its code point, in place of a picture a crossed square. English stands for
 * nothing. `findings`: what is said of the leaflet as it is.
 */
export function setAnyway(
  order: Order,
  shop: LeafletShop,
): { readonly set?: SetLeaflet; readonly findings: readonly Finding[] } {
  const { document, pages, findings } = setLeaflet(order, shop)
  if (document && pages && !findings.some(isError)) return { set: { document, pages }, findings }
  const { theme, fonts } = shop
  const keys = composeNotice(order, shop).keys
  const mended = withStandIns(shop, keys)
  const first = composeNotice(order, mended).document
  if (!first) return { findings }
  const { missing } = paginate({ document: first, theme, fonts })
  const letters = new Map<string, string[]>()
  for (const { grapheme, span } of missing) {
    const { key = '' } = span.origin
    letters.set(key, [...(letters.get(key) ?? []), grapheme])
  }
  const second = missing.length > 0 ? composeNotice(order, withCodePoints(mended, letters)).document : first
  const set = paginate({ document: second ?? first, theme, fonts })
  return { set: { document: set.document, pages: set.pages.map(withoutBoxes) }, findings }
}

/** The shop with something to print for each of the keys, and for each picture. */
function withStandIns(shop: LeafletShop, keys: readonly string[]): LeafletShop {
  const unusable = ({ messages }: Catalogue, key: string): boolean => {
    const message = messages.get(key)
    return !message || message.text.trim() === '' || checkMarkup(message).length > 0
  }
  const standIns = (wrong: readonly string[]): Map<string, string> => new Map(wrong.map((key) => [key, `[${key}]`]))
  const unsaid = keys.filter((key) => !sourceOf(shop.source, key))
  const source = withTexts(shop.source, standIns(unsaid))
  const target = shop.target === shop.source ? source : shop.target
  const mended = withTexts(target, standIns(keys.filter((key) => unusable(target, key))))
  const pictures: PictureShelf = (id) => {
    const found = shop.pictures(id)
    return found.picture ? found : { ...found, picture: CROSSED_SQUARE }
  }
  return { ...shop, source, target: mended, pictures }
}

/** Letters by key → the same shop with their code points in place of them. */
function withCodePoints(shop: LeafletShop, letters: ReadonlyMap<string, readonly string[]>): LeafletShop {
  const texts = new Map<string, string>()
  for (const [key, graphemes] of letters) {
    let text = shop.target.messages.get(key)?.text
    if (text === undefined) continue
    for (const grapheme of graphemes) text = text.replaceAll(grapheme, () => codePointsOf(grapheme))
    texts.set(key, text)
  }
  return { ...shop, target: withTexts(shop.target, texts) }
}

const codePointsOf = (grapheme: string): string =>
  `[${[...grapheme].map((c) => `U+${c.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`).join(' ')}]`

/** Letters of templates and settings that no font has are left out: nothing prints an empty box. */
function withoutBoxes(page: Page): Page {
  const clean = (part: Part): Part => part.map(withoutBox)
  const [head, content, foot, folio] = page.parts
  const parts = [clean(head), clean(content), clean(foot), clean(folio)] as const
  return { ...page, parts, items: parts.flat() }
}

function withoutBox(item: Item): Item {
  if (item.kind !== 'text' || !item.runs.some((r) => r.shaped.clusters.some((c) => c.glyph.missing))) return item
  const runs = item.runs.map((r) => ({
    ...r,
    shaped: { ...r.shaped, clusters: r.shaped.clusters.filter((c) => !c.glyph.missing) },
  }))
  return { ...item, runs: runs.filter((r) => r.shaped.clusters.length > 0) }
}

const line: Shape = {
  path: 'M1 1H47V47H1ZM1 1L47 47M47 1L1 47',
  fillRule: 'nonzero',
  stroke: '#111111',
  strokeWidth: 1,
  lineCap: 'butt',
  lineJoin: 'miter',
}
const CROSSED_SQUARE = { id: 'no-picture', size: { width: 48, height: 48 }, shapes: [line] }
