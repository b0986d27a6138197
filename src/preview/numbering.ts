import type { Block, Document, Text } from '../document/index.js'
import type { Page, TextItem } from '../layout/index.js'
import { unreachable } from '../report/index.js'
import type { IsOwn } from './sightings.js'

/** A number on a proof copy and what it stands beside. */
export interface Numbered {
  readonly number: number
  /** Where it starts. */
  readonly page: number
  readonly texts: readonly NumberedText[]
}
/** A message, or words that are none: of a template, or of doorstep.json. */
export interface NumberedText {
  readonly key?: string
  /** The file that a person can open. */
  readonly file: string
  /** In the leaflet's language, not English for staff. */
  readonly own: boolean
  readonly picture: boolean
}

/** Where a number stands: beside the first line of its text on a page. */
export interface NumberPlace {
  readonly number: number
  readonly page: number
  readonly line: TextItem
}

/**
 * Numbers all that a reviewer may want to correct, over the whole leaflet in reading order: headings, paragraphs, items,
 * rows with their pictures, hard words; last the lines of the foot, on the first page. A text that runs on to another
 * page has its number there again.
 */
export function numberAll(
  { document, pages }: { readonly document: Document; readonly pages: readonly Page[] },
  isOwn: IsOwn,
): { readonly numbered: readonly Numbered[]; readonly places: readonly NumberPlace[] } {
  const numbered: Numbered[] = []
  const places: NumberPlace[] = []
  const lines = firstLines(pages)
  const add = (texts: readonly NumberedText[], at: readonly Omit<NumberPlace, 'number'>[]): void => {
    const number = numbered.length + 1
    numbered.push({ number, page: at[0]!.page, texts })
    places.push(...at.map((place) => ({ ...place, number })))
  }
  for (const { element, text, alt } of document.blocks.flatMap(partsOf)) {
    const at = lines.get(element)
    if (at) add([...textsIn(text, isOwn, false), ...textsIn(alt, isOwn, true)], at)
  }
  for (const { line, texts } of furnitureLines(pages[0], isOwn)) add(texts, [{ page: 1, line }])
  return { numbered, places }
}

/** Something that gets one number. */
interface Part {
  /** Id of the structure element with its words. */
  readonly element: string
  readonly text: Text
  /** Of the picture beside it. */
  readonly alt: Text
}

function partsOf(block: Block): Part[] {
  const part = (element: string, text: Text, alt: Text = []): Part => ({ element, text, alt })
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [part(block.id, block.text)]
    case 'list':
      return block.items.map((item) => part(`${item.id}.body`, item.text))
    case 'row':
      return [part(`${block.id}.text`, block.text, block.figure.alt)]
    case 'words':
      return block.entries.flatMap((e) => [part(`${e.id}.term`, e.term), part(`${e.id}.meaning`, e.meaning)])
    case 'box':
      return block.blocks.flatMap(partsOf)
    case 'contents':
      return [...partsOf(block.heading), ...block.entries.map((e) => part(`${e.id}.title`, e.text))]
    default:
      return unreachable(block)
  }
}

/** Element → its first line on each page that it stands on. */
function firstLines(pages: readonly Page[]): Map<string, Omit<NumberPlace, 'number'>[]> {
  const found = new Map<string, Omit<NumberPlace, 'number'>[]>()
  for (const { number: page, items } of pages) {
    for (const item of items) {
      if (item.kind !== 'text' || item.element === null) continue
      const places = found.get(item.element) ?? []
      if (places.at(-1)?.page !== page) found.set(item.element, [...places, { page, line: item }])
    }
  }
  return found
}

/** Each message once; words without a key only where there is nothing else. */
function textsIn(text: Text, isOwn: IsOwn, picture: boolean): NumberedText[] {
  const found = new Map<string, NumberedText>()
  for (const span of text) {
    const { key, place } = span.origin
    const { file } = place
    const own = isOwn(span)
    found.set(`${key ?? ''} ${file}`, { ...(key === undefined ? {} : { key }), file, own, picture })
  }
  const messages = [...found.values()].filter((t) => t.key !== undefined)
  return messages.length > 0 ? messages : [...found.values()]
}

/**
 * Lines of the first page's furniture that have a message which no line above them has. What stands beside a line, as the
 * folio does, has its number.
 */
function furnitureLines(page: Page | undefined, isOwn: IsOwn): { line: TextItem; texts: NumberedText[] }[] {
  const seen = new Set<string>()
  const found: { line: TextItem; texts: NumberedText[] }[] = []
  for (const line of page?.items ?? []) {
    if (line.kind !== 'text' || line.element !== null) continue
    const spans = line.runs.map((r) => r.span)
    const texts = textsIn(spans, isOwn, false).filter(({ key, own }) => own && key !== undefined && !seen.has(key))
    for (const { key } of texts) seen.add(key!)
    const before = found.at(-1)
    if (before && Math.abs(line.baseline - before.line.baseline) < line.size / 2) before.texts.push(...texts)
    else if (texts.length > 0) found.push({ line, texts })
  }
  return found
}
