import { keptFor } from '../memory/index.js'
import { inDigits } from './text.js'
import type { Block, Document } from './tree.js'

/** The document with the page of each section in its contents. `pageOf`: id of a heading → page, 1-based. */
export function fillContents(document: Document, pageOf: ReadonlyMap<string, number>): Document {
  const blocks = document.blocks.map((block): Block => {
    if (block.kind !== 'contents') return block
    const entries = block.entries.map((entry) => {
      const text = inDigits(pageOf.get(entry.target) ?? 0, document.furniture.digits)
      return { ...entry, page: [{ text, lang: document.lang, weight: 'bold', origin: entry.text[0]!.origin } as const] }
    })
    return { ...block, entries }
  })
  return { ...document, blocks }
}

/** The document as a leaflet so short that it needs no contents. */
export function withoutContents(document: Document): Document {
  return hasContents(document) ? { ...document, blocks: othersOf(document.blocks) } : document
}

const othersOf = keptFor((blocks: readonly Block[]) => blocks.filter((b) => b.kind !== 'contents'))

export const hasContents = (document: Document): boolean => document.blocks.some((b) => b.kind === 'contents')
