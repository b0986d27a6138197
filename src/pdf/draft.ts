import type { Picture } from '../document/index.js'
import type { Rect } from '../geometry/index.js'
import type { ClusterGlyph, EmbeddedFace } from '../text/index.js'

/**
 * A part of a page, painted before the codes of its letters are known: codes depend on all that a leaflet says, so a
 * part that stands in many leaflets is painted once and gets its codes in each.
 */
export interface Draft {
  /** Content stream operators (ISO 32000-1 §7.8.2), with {@link HOLE} wherever a hole is filled in later. */
  readonly operators: string
  readonly holes: readonly Hole[]
  /** Each once. */
  readonly faces: readonly EmbeddedFace[]
  readonly pictures: readonly Picture[]
  /** By marked-content id, from 0. */
  readonly marks: readonly Mark[]
}

/** Fills a place with: the codes of glyphs; the name of a face's font; the name of a picture. */
export type Hole =
  | { readonly kind: 'codes'; readonly face: EmbeddedFace; readonly glyphs: readonly ClusterGlyph[] }
  | { readonly kind: 'font'; readonly face: EmbeddedFace }
  | { readonly kind: 'picture'; readonly picture: Picture }

/** A noncharacter: no operator and no name has it. */
export const HOLE = '\uFFFF'

/** Marked content that belongs to a structure element (ISO 32000-1 §14.7.4). */
export interface Mark {
  /** Id of the element. */
  readonly element: string
  /** A stretch in another language than its element: a Span of its own. */
  readonly lang?: string
  /** A link: an element of its own, with an annotation for each line. */
  readonly link?: { readonly href: string; readonly text: string; readonly boxes: readonly Rect[] }
  /** Where a figure stands on the page. */
  readonly bounds?: Rect
}

/** Lines of the running head and foot say which they are (Matterhorn 18-001, 18-002); rules and frames are looks. */
export type Artifact = keyof typeof ARTIFACTS
const ARTIFACTS = {
  head: '/Type /Pagination /Subtype /Header',
  foot: '/Type /Pagination /Subtype /Footer',
  layout: '/Type /Layout',
}

/** Collects operators and marks of one part. */
export class DraftSheet {
  readonly #operators: string[] = []
  readonly #holes: Hole[] = []
  readonly #marks: Mark[] = []

  add(operators: string): void {
    this.#operators.push(operators)
  }

  /** The next hole: its text must be added before that of the next one. */
  hole(hole: Hole): string {
    this.#holes.push(hole)
    return HOLE
  }

  /** What is painted meanwhile belongs to a structure element. */
  tagged(role: string, mark: Mark, paint: () => void): void {
    this.add(`/${role} <</MCID ${this.#marks.length}>> BDC`)
    this.#marks.push(mark)
    paint()
    this.add('EMC')
  }

  /** What is painted meanwhile is no content (ISO 32000-1 §14.8.2.2). */
  artifact(kind: Artifact, paint: () => void): void {
    this.add(`/Artifact <<${ARTIFACTS[kind]}>> BDC`)
    paint()
    this.add('EMC')
  }

  finish(): Draft {
    const faces = new Set(this.#holes.flatMap((h) => (h.kind === 'font' ? [h.face] : [])))
    const pictures = new Set(this.#holes.flatMap((h) => (h.kind === 'picture' ? [h.picture] : [])))
    const operators = this.#operators.join('\n')
    return { operators, holes: this.#holes, faces: [...faces], pictures: [...pictures], marks: this.#marks }
  }
}
