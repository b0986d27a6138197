import type { Block, Document, Heading, Text } from '../document/index.js'
import { keep, keptForPair } from '../memory/index.js'
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
  const top = keep(
    topsOf(composition, document),
    depth,
    () => lineInkOfAll(headingsOf(document, depth), composition).top,
  )
  return { top, bottom: lineInkOf(set).bottom }
}

/** By depth: a leaflet with many headings would otherwise look at all of them for each. */
const topsOf = keptForPair<Composition, Document, Map<number, Ink['top']>>(() => new Map())

function headingsOf({ blocks }: Document, depth: number): Text[] {
  const within = blocks.flatMap((b): readonly Block[] =>
    b.kind === 'contents' ? [b.heading] : b.kind === 'box' ? b.blocks : [b],
  )
  return within.flatMap((b) => (b.kind === 'heading' && b.depth === depth ? [inBold(b.text)] : []))
}
