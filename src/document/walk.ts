import { unreachable } from '../report/index.js'
import type { Block, Document, Span, Text } from './tree.js'

/**
 * A structure element (ISO 32000-1 §14.8.4) that a document asks for. The writer of PDFs makes these; the proof
 * expects these; both take them from here, so that they can only agree through the file itself.
 */
export interface Element {
  readonly id: string
  readonly role: Role
  /** Text that belongs to this element directly. */
  readonly text?: Text
  /** Alternative text of a figure. */
  readonly alt?: Text
  /** A bullet and the like: printed, but not said in the source. */
  readonly generated?: string
  readonly children: readonly Element[]
}
export type Role =
  'Document' | 'H1' | 'H2' | 'H3' | 'P' | 'L' | 'LI' | 'Lbl' | 'LBody' | 'Figure' | 'Div' | 'TOC' | 'TOCI'

export const BULLET = '•'

/** The tag tree of a document: what stands in it, in which order, under which role. */
export function outlineOf(document: Document): Element {
  return { id: 'document', role: 'Document', children: document.blocks.map(elementOf) }
}

function elementOf(block: Block): Element {
  const { id } = block
  switch (block.kind) {
    case 'heading':
      return { id, role: `H${block.depth}`, text: block.text, children: [] }
    case 'paragraph':
      return { id, role: 'P', text: block.text, children: [] }
    case 'list':
      return {
        id,
        role: 'L',
        children: block.items.map((item) => ({
          id: item.id,
          role: 'LI',
          children: [
            { id: `${item.id}.label`, role: 'Lbl', generated: BULLET, children: [] },
            { id: `${item.id}.body`, role: 'LBody', text: item.text, children: [] },
          ],
        })),
      }
    case 'row':
      // Picture first, then its sentence: the order in which a supporter points and reads.
      return {
        id,
        role: 'Div',
        children: [
          { id: block.figure.id, role: 'Figure', alt: block.figure.alt, children: [] },
          { id: `${id}.text`, role: 'P', text: block.text, children: [] },
        ],
      }
    case 'words':
      return {
        id,
        role: 'L',
        children: block.entries.map((entry) => ({
          id: entry.id,
          role: 'LI',
          children: [
            { id: `${entry.id}.term`, role: 'Lbl', text: entry.term, children: [] },
            { id: `${entry.id}.meaning`, role: 'LBody', text: entry.meaning, children: [] },
          ],
        })),
      }
    case 'box':
      return { id, role: 'Div', children: block.blocks.map(elementOf) }
    case 'contents':
      return {
        id,
        role: 'Div',
        children: [
          elementOf(block.heading),
          {
            id: `${id}.list`,
            role: 'TOC',
            children: block.entries.map((entry) => ({
              id: entry.id,
              role: 'TOCI',
              children: [
                { id: `${entry.id}.title`, role: 'P', text: entry.text, children: [] },
                { id: `${entry.id}.page`, role: 'P', text: entry.page, children: [] },
              ],
            })),
          },
        ],
      }
    default:
      return unreachable(block)
  }
}

/** All elements in reading order, parents before children. */
export function* elementsOf(element: Element): Generator<Element> {
  yield element
  for (const child of element.children) yield* elementsOf(child)
}

/** Every span of the document: content, alternative texts, furniture. */
export function* spansOf(document: Document): Generator<Span> {
  for (const element of elementsOf(outlineOf(document))) yield* [...(element.text ?? []), ...(element.alt ?? [])]
  const { draft, tab, foot, folio } = document.furniture
  for (const text of [...draft, ...tab, ...foot, folio]) yield* text
}
