import type { Document } from '../document/index.js'
import type { Page, Part } from '../layout/index.js'
import { keptFor } from '../memory/index.js'
import { bookmarkObjects, bookmarksOf, type Bookmark } from './bookmarks.js'
import { assignCodes, encode, type CodeBook } from './code-book.js'
import type { Draft } from './draft.js'
import { deflateLatin1 } from './deflate.js'
import { figuresOf, type Figures } from './figures.js'
import { packSheaf, type Sheaf } from './object-streams.js'
import { number } from './operators.js'
import { paintPart, type Roles } from './paint.js'
import { buildStructure, rolesOf, structureObjects, type Numbers, type Structure } from './structure.js'

/**
 * A leaflet but for its feet, ready to be printed with any date, as a printer keeps a plate: head and content of each
 * page painted, with codes, deflated; tags and bookmarks. Only a foot that needs further letters adds codes.
 */
export interface Plate {
  readonly codes: CodeBook
  /** For each page: what is on it, and its content stream, deflated. */
  readonly pages: readonly { readonly drafts: readonly Draft[]; readonly stream: Uint8Array }[]
  readonly structure: Structure
  readonly bookmarks: readonly Bookmark[]
  /** Structure elements, parent tree and bookmarks, once objects have numbers. */
  objects(numbers: Numbers & { readonly outline: number }): Sheaf
}

/** Plates by the first content they hold; a few, since figures and draft lines may differ. */
const kept = keptFor<Part, Map<string, { readonly parts: readonly Part[]; readonly plate: Plate }>>(() => new Map())

/** The plate of a leaflet's pages, kept from the last leaflet with the same head and content. */
export function plateOf(document: Document, pages: readonly Page[], feet: readonly Draft[]): Plate {
  const figures = figuresOf(feet, document)
  const parts = pages.flatMap(standing)
  const known = kept(parts.at(-1) ?? [])
  const last = known.get(figures.id)
  if (last && last.parts.length === parts.length && parts.every((part, i) => part === last.parts[i])) return last.plate
  const plate = makePlate(document, pages, figures)
  known.set(figures.id, { parts, plate })
  return plate
}

/** What stands on a page whatever the day. */
const standing = ({ parts: [head, content] }: Page): readonly Part[] => [head, content]

function makePlate(document: Document, pages: readonly Page[], figures: Figures): Plate {
  const roles = rolesOf(document)
  const drafts = pages.map((page) => standing(page).map((part) => keptDraft(part, roles, document)))
  const codes = assignCodes([...drafts.flat(), figures.draft])
  const structure = buildStructure(
    document,
    drafts.map((own, i) => ({ height: pages[i]!.paper.height, marks: onlyMarks(own) })),
  )
  const bookmarks = bookmarksOf(document, pages)
  const sheaves = new Map<string, Sheaf>()
  return {
    codes,
    structure,
    bookmarks,
    pages: drafts.map((own, i) => ({ drafts: own, stream: streamOf(own, codes, pages[i]!) })),
    objects(at) {
      const id = [at.first, at.root, at.outline, ...at.pages, ...at.annotations].join(' ')
      let sheaf = sheaves.get(id)
      if (!sheaf) {
        const tags = structureObjects(structure, at)
        const numbers = { first: at.first + tags.length, outline: at.outline, pages: at.pages }
        sheaves.set(id, (sheaf = packSheaf(at.first, [...tags, ...bookmarkObjects(bookmarks, numbers)])))
      }
      return sheaf
    },
  }
}

/** Heads stand on many pages and in many leaflets; content only once, but it costs nothing to keep it beside its part. */
const draftsOf = keptFor<Part, Map<string, Draft>>(() => new Map())
function keptDraft(part: Part, roles: Roles, { direction }: Document): Draft {
  const known = draftsOf(part)
  let draft = known.get(direction)
  if (!draft) known.set(direction, (draft = paintPart(part, roles, direction)))
  return draft
}

/** Ids of marked content count through a page, and through a part: so only one part of a page may have any. */
function onlyMarks(drafts: readonly Draft[]): Draft['marks'] {
  const [marked, ...more] = drafts.filter((d) => d.marks.length > 0)
  if (more.length > 0) throw new TypeError('Two parts of a page own tagged content')
  return marked?.marks ?? []
}

/** Coordinates run down from the top left corner; text is turned upright again by its own matrix. */
const streamOf = (drafts: readonly Draft[], codes: CodeBook, { paper }: Page): Uint8Array =>
  streamPart([`1 0 0 -1 0 ${number(paper.height)} cm`, ...drafts.map((d) => encode(d, codes))].join('\n'))

/** Operators as a stream that another may follow. */
export const streamPart = (operators: string): Uint8Array => deflateLatin1(`${operators}\n`)
