import type { Block, Document, Heading } from '../document/index.js'
import { inBold, lineInkOf, lineInkOfAll, type Composition, type Ink, type SetText } from './set-text.js'

interface Leaflet {
  readonly document: Document
  readonly composition: Composition
}

/**
 * Ink of a heading, as high as that of the highest of its depth: their first lines stand as far below their rules as each
 * other, whatever letters they have.
 */
export function headingInk({ depth }: Heading, set: SetText, { document, composition }: Leaflet): Ink {
  const within = document.blocks.flatMap((b): readonly Block[] =>
    b.kind === 'contents' ? [b.heading] : b.kind === 'box' ? b.blocks : [b],
  )
  const alike = within.flatMap((b) => (b.kind === 'heading' && b.depth === depth ? [inBold(b.text)] : []))
  return { top: lineInkOfAll(alike, composition).top, bottom: lineInkOf(set).bottom }
}
