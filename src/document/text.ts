import { keptFor } from '../memory/index.js'
import type { Document, Furniture, Span, Text } from './tree.js'

/**
 * Explicit bidirectional controls (UAX #9 §2): U+061C, U+200E/F, U+202A…E, U+2066…2069.
 * They steer the bidi algorithm; readers never see them.
 */
const BIDI_CONTROLS = /\p{Bidi_Control}/gu

/** The text of some spans as it is printed: without bidi controls. */
export const plain = (text: Text): string =>
  text
    .map((s) => s.text)
    .join('')
    .replace(BIDI_CONTROLS, '')

/**
 * A span with another text, perhaps in another weight, as a link or a field. Its fields are written out in one order: a
 * copy by spreading costs a call into V8's runtime wherever spans of more than four kinds come by (docs/decisions/018).
 */
export function spanOf(text: string, like: Span, other: Partial<Pick<Span, 'weight' | 'href' | 'field'>> = {}): Span {
  const { lang, origin } = like
  const { weight = like.weight, href = like.href, field = like.field } = other
  const span: { -readonly [Field in keyof Span]: Span[Field] } = { text, lang, weight, origin }
  if (href !== undefined) span.href = href
  if (field !== undefined) span.field = field
  return span
}

export const withoutControls = (text: string): string => text.replace(BIDI_CONTROLS, '')

/** "Page x of y" of one page, in the document's digits; the same object for the same numbers. `page` is 1-based. */
export function fillFields({ folio, digits }: Furniture, page: number, pages: number): Text {
  const known = folios(folio)
  const id = `${digits} ${page} ${pages}`
  let text = known.get(id)
  if (!text) {
    text = folio.map((span: Span) => {
      if (span.field === undefined) return span
      return spanOf(inDigits(span.field === 'page' ? page : pages, digits), span)
    })
    known.set(id, text)
  }
  return text
}

const folios = keptFor<Text, Map<string, Text>>(() => new Map())

/** A whole number in digits of a language: ten characters, zero first. */
export function inDigits(n: number, digits: string): string {
  const ten = [...digits]
  return [...String(n)].map((d) => ten[Number(d)] ?? d).join('')
}

/** `<notice>.<service>.<format>`: the name of the leaflet's file, without folder and ending. */
export const leafletName = (d: Pick<Document, 'notice' | 'service' | 'format'>): string =>
  `${d.notice}.${d.service}.${d.format}`

/**
 * The furniture of one page in painting order: before the content the language tab and, from page 2 on, the draft line;
 * after it the foot and the folio. `page` is 1-based.
 */
export function furnitureOn(
  { furniture }: Pick<Document, 'furniture'>,
  page: number,
  pages: number,
): { readonly head: readonly Text[]; readonly tail: readonly Text[] } {
  const { tab, draft, foot } = furniture
  return { head: page === 1 ? tab : [...tab, ...draft], tail: [...foot, fillFields(furniture, page, pages)] }
}
