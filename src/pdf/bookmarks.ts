import { plain, type Block, type Document, type Heading } from '../document/index.js'
import type { Page, TextItem } from '../layout/index.js'
import { dictionary, number, reference, textString } from './operators.js'

/** An outline item (ISO 32000-1 §12.3.3) that leads to a heading, before objects have numbers. */
export interface Bookmark {
  readonly title: string
  /** 0-based. */
  readonly page: number
  /** Distance from the bottom of the page, in points. */
  readonly top: number
  /** Index of the bookmark above it; -1 is the outline itself. */
  readonly parent: number
}

/** Bookmarks: H1 at the top, each H2 below it, H3 below its H2. */
export function bookmarksOf(document: Document, pages: readonly Page[]): Bookmark[] {
  const headings = headingsOf(document)
  const bookmarks: Bookmark[] = []
  const open: number[] = []
  pages.forEach(({ items, paper }, page) => {
    for (const item of items) {
      const heading = item.element === null ? undefined : headings.get(item.element)
      if (!heading) continue
      headings.delete(heading.id)
      const { baseline, size } = item as TextItem
      const parent = open[heading.depth - 2] ?? -1
      open.length = Math.min(open.length, heading.depth - 1)
      const top = paper.height - Math.max(0, baseline - size * 1.5)
      open[heading.depth - 1] = bookmarks.push({ title: plain(heading.text), page, top, parent }) - 1
    }
  })
  return bookmarks
}

function headingsOf(document: Document): Map<string, Heading> {
  const blocks = document.blocks.flatMap((b): readonly Block[] => {
    if (b.kind === 'box') return b.blocks
    return b.kind === 'contents' ? [b.heading] : [b]
  })
  return new Map(blocks.flatMap((b) => (b.kind === 'heading' ? [[b.id, b] as const] : [])))
}

/** Numbers of the objects that bookmarks are among. */
export interface BookmarkNumbers {
  /** Of the first bookmark; the others follow. */
  readonly first: number
  /** Of the outline itself. */
  readonly outline: number
  readonly pages: readonly number[]
}

/** All bookmarks as objects, in the order of their numbers. */
export function bookmarkObjects(bookmarks: readonly Bookmark[], at: BookmarkNumbers): string[] {
  const own = (bookmark: number): string => reference(bookmark < 0 ? at.outline : at.first + bookmark)
  const families = familiesOf(bookmarks)
  return bookmarks.map(({ title, page, top, parent }, i) => {
    const siblings = families.get(parent)!.children
    const place = siblings.indexOf(i)
    return dictionary({
      Title: textString(title),
      Parent: own(parent),
      Dest: `[${reference(at.pages[page]!)} /XYZ 0 ${number(top)} 0]`,
      ...(place > 0 ? { Prev: own(siblings[place - 1]!) } : {}),
      ...(place + 1 < siblings.length ? { Next: own(siblings[place + 1]!) } : {}),
      ...familyEntries(families.get(i), at.first),
    })
  })
}

/** What the outline says of the bookmarks right below it. */
export const outlineEntries = (bookmarks: readonly Bookmark[], first: number): Record<string, string> =>
  familyEntries(familiesOf(bookmarks).get(-1), first)

/** The bookmarks right below one, and how many stand below it in all. */
interface Family {
  readonly children: number[]
  count: number
}

/** By the bookmark that they are below. */
function familiesOf(bookmarks: readonly Bookmark[]): Map<number, Family> {
  const families = new Map<number, Family>()
  bookmarks.forEach(({ parent }, i) => {
    const family = families.get(parent)
    if (family) family.children.push(i)
    else families.set(parent, { children: [i], count: 0 })
    for (let above = parent; ; above = bookmarks[above]!.parent) {
      families.get(above)!.count++
      if (above < 0) break
    }
  })
  return families
}

/** All are open, so that each counts all that are below it (§12.3.3, table 153). */
function familyEntries(family: Family | undefined, first: number): Record<string, string> {
  if (!family) return {}
  const { children, count } = family
  const [eldest, youngest] = [children[0]!, children.at(-1)!]
  return { First: reference(first + eldest), Last: reference(first + youngest), Count: String(count) }
}
