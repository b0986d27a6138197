import type { Block, Document, Heading } from './tree.js'
import { elementsOf, outlineOf } from './walk.js'

/**
 * What is left of a document when only some of its elements are printed, as a document of its own: no element without
 * content, and its first heading is a title. `printed`: ids of elements.
 */
export function fragmentOf(document: Document, printed: ReadonlySet<string>): Document {
  const stays = (block: Block): boolean =>
    [...elementsOf(outlineOf({ ...document, blocks: [block] }))].some(({ id }) => printed.has(id))
  const blocks = document.blocks.filter(stays).map((block): Block => {
    if (block.kind === 'list') return { ...block, items: block.items.filter(({ id }) => printed.has(`${id}.body`)) }
    if (block.kind !== 'words') return block
    return { ...block, entries: block.entries.filter(({ id }) => printed.has(`${id}.term`)) }
  })
  return { ...document, blocks: raised(blocks) }
}

/** Headings raised so that the first is of depth 1: readers find no level left out. */
function raised(blocks: readonly Block[]): Block[] {
  const first = blocks.flatMap(headingsOf)[0]
  const by = (first?.depth ?? 1) - 1
  const raise = <B extends Block>(block: B): B =>
    block.kind === 'heading' ? { ...block, depth: Math.max(1, block.depth - by) } : block
  return blocks.map((block): Block => {
    if (block.kind === 'box') return { ...block, blocks: block.blocks.map(raise) }
    return block.kind === 'contents' ? { ...block, heading: raise(block.heading) } : raise(block)
  })
}

function headingsOf(block: Block): Heading[] {
  if (block.kind === 'heading') return [block]
  if (block.kind === 'contents') return [block.heading]
  return block.kind === 'box' ? block.blocks.flatMap(headingsOf) : []
}
