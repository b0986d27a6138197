import { elementsOf, inDigits, outlineOf, plain, type Document } from '../document/index.js'
import { finding, type Finding, type Place } from '../report/index.js'
import type { ReadBack, Tag } from './read-back.js'
import { childrenOf, piecesOf, tagsOf } from './tags.js'

/** Each line of the contents names the page on which the tags really have that section's heading. */
export function checkContents(back: ReadBack, document: Document, place: Place): Finding[] {
  const contents = document.blocks.flatMap((block) => (block.kind === 'contents' ? [block] : []))
  const headings = [...elementsOf(outlineOf(document))].filter((element) => element.role === 'H2')
  const tags = [...tagsOf(back.roots)].filter((tag) => tag.role === 'H2')
  return contents.flatMap(({ entries }) =>
    entries.flatMap((entry) => {
      const tag = tags[headings.findIndex((heading) => heading.id === entry.target)]
      const expected = inDigits((tag && pageOf(tag)) ?? 0, document.furniture.digits)
      const said = plain(entry.page)
      if (said === expected) return []
      return [
        finding('proof-metadata', entry.text[0]?.origin.place ?? place, { what: 'contents', expected, found: said }),
      ]
    }),
  )
}

/** The page of a tag's first marked content, 1-based. */
const pageOf = (tag: Tag): number | undefined =>
  piecesOf(tag)[0]?.page ?? childrenOf(tag).map(pageOf).find((page) => page !== undefined) // prettier-ignore
