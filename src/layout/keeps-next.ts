import type { Block } from '../document/index.js'

/** A heading stays with its text, an introduction that ends in a colon with its list, a heading with two rows. */
export function keepsNext(before: Block, block: Block, beforeThat: Block | undefined): boolean {
  if (before.kind === 'heading') return true
  if (before.kind === 'row' && block.kind === 'row') return beforeThat?.kind === 'heading'
  return before.kind === 'paragraph' && block.kind === 'list'
}
