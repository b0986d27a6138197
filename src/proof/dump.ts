import type { PageBack, Piece, ReadBack, Tag } from './read-back.js'
import { annotationsOf, childrenOf, isInline, piecesOf, textOf } from './tags.js'

/**
 * What readers get, as text for goldens and `doorstep proof`:
 *
 *   Document lang=ar "VISIT"
 *     H1 "VISIT"  page 1 mcid 0
 *     P "COME AT 10:30 TODAY"  page 1 mcid 4
 *       Link "WWW" → https://…  page 1 mcid 5, annotation 1
 *   artifacts
 *     page 1: "folio 1", 2 drawings
 *   metadata
 *     …
 *
 * A language is named where it differs from that of the tag around it.
 */
export function dumpReadBack(back: ReadBack): string {
  const { metadata, pages } = back
  const title = JSON.stringify(metadata.title)
  const [root] = back.roots
  const head =
    back.roots.length === 1 && root ? [`${root.role} lang=${root.lang} ${title}`] : [`${title} without one root`]
  const body = back.roots.length === 1 && root ? childrenOf(root) : back.roots
  return [
    ...head,
    ...body.flatMap((tag) => dumpTag(tag, root?.lang ?? '', 1)),
    'artifacts',
    ...pages.map((page, i) => `  page ${i + 1}: ${dumpArtifacts(page)}`),
    'metadata',
    `  lang ${metadata.lang}, ${metadata.marked ? 'tagged' : 'not tagged'}, direction ${metadata.direction || 'not said'}`,
    `  keywords ${JSON.stringify(metadata.keywords)}`,
    `  created ${metadata.created}`,
    ...metadata.outline.map((item) => `  bookmark ${JSON.stringify(item)}`),
  ].join('\n')
}

function dumpTag(tag: Tag, outer: string, depth: number): string[] {
  const parts = ['  '.repeat(depth) + tag.role]
  if (tag.lang !== outer) parts.push(`lang=${tag.lang}`)
  const children = childrenOf(tag)
  // A list does not repeat what its items say; a paragraph does, for its spans are parts of its sentence.
  if (children.every(isInline) && textOf(tag) !== '') parts.push(JSON.stringify(textOf(tag)))
  if (tag.alt !== undefined) parts.push(`alt=${JSON.stringify(tag.alt)}`)
  if (tag.actualText !== undefined) parts.push(`actual=${JSON.stringify(tag.actualText)}`)
  for (const uri of new Set(annotationsOf(tag).map((a) => a.uri))) parts.push(`→ ${uri}`)
  const where = [placesOf(piecesOf(tag)), annotationsOf(tag).map((a) => `annotation ${a.index}`)].flat().join(', ')
  const line = where === '' ? parts.join(' ') : `${parts.join(' ')}  ${where}`
  return [line, ...children.flatMap((child) => dumpTag(child, tag.lang, depth + 1))]
}

/** `page 1 mcid 4-6 8, page 2 mcid 0` */
function placesOf(pieces: readonly Piece[]): string[] {
  const pages = [...new Set(pieces.map((piece) => piece.page))]
  return pages.map((page) => {
    const ids = pieces.filter((piece) => piece.page === page).map((piece) => piece.mcid)
    return `page ${page} mcid ${rangesOf(ids).join(' ')}`
  })
}

function rangesOf(ids: readonly number[]): string[] {
  const ranges: { start: number; end: number }[] = []
  for (const id of ids) {
    const last = ranges.at(-1)
    if (last?.end === id - 1) last.end = id
    else ranges.push({ start: id, end: id })
  }
  return ranges.map(({ start, end }) => (start === end ? String(start) : `${start}-${end}`))
}

function dumpArtifacts({ artifacts, content }: PageBack): string {
  const texts = artifacts.map((text) => JSON.stringify(text.replace(/\s+/g, ' ').trim()))
  const drawn = content.drawnArtifacts
  return [...texts, ...(drawn > 0 ? [`${drawn} ${drawn === 1 ? 'drawing' : 'drawings'}`] : [])].join(', ')
}
