import type { Stretch } from './compare-text.js'
import type { AnnotationRef } from './pdf-lib.js'
import type { Piece, Tag } from './read-back.js'

/** A piece of text in tag order, with what the tags above it say. */
export interface TaggedStretch extends Stretch {
  readonly lang: string
  /** Targets of the `Link` around it; undefined outside links. */
  readonly uri?: string
}

/**
 * The roles that may stand within the text of an element without being elements of the document (ISO 32000-1
 * §14.8.4.4): `Span` for another language, `Link` for a target.
 */
const INLINE = new Set(['Span', 'Link'])
export const isInline = (tag: Tag): boolean => INLINE.has(tag.role)

/** The pieces directly in a tag, not those of its children. */
export const piecesOf = (tag: Tag): Piece[] => tag.kids.filter((kid) => kid.kind === 'piece')
export const childrenOf = (tag: Tag): Tag[] => tag.kids.filter((kid) => kid.kind === 'tag')
export const annotationsOf = (tag: Tag): AnnotationRef[] => tag.kids.filter((kid) => kid.kind === 'annotation')

/** All tags, parents before children. */
export function* tagsOf(tags: readonly Tag[]): Generator<Tag> {
  for (const tag of tags) {
    yield tag
    yield* tagsOf(childrenOf(tag))
  }
}

/** The text of a tag and all its children in tag order: what a screen reader says. */
export function stretchesOf(tag: Tag): TaggedStretch[] {
  const out: TaggedStretch[] = []
  let page: number | undefined
  const walk = (at: Tag, uri: string | undefined): void => {
    for (const kid of at.kids) {
      if (kid.kind === 'tag') walk(kid, kid.role === 'Link' ? uriOf(kid) : uri)
      if (kid.kind !== 'piece') continue
      // Within a page a piece starts with the whitespace before it; at the start of a page pdf.js reports none.
      const before = page !== undefined && page !== kid.page ? 'line' : 'none'
      page = kid.page
      out.push({ text: kid.text, before, lang: at.lang, ...(uri === undefined ? {} : { uri }) })
    }
  }
  walk(tag, tag.role === 'Link' ? uriOf(tag) : undefined)
  return out
}

/** A link over two lines may have two annotations; they lead to the same place, else the proof should see it. */
const uriOf = (link: Tag): string => [...new Set(annotationsOf(link).map((a) => a.uri))].join(' ')

/** The text of a tag on one line, for people. */
export const textOf = (tag: Tag): string =>
  stretchesOf(tag)
    .map((s) => (s.before === 'line' ? `\n${s.text}` : s.text))
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
