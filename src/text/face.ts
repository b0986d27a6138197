import type { FontUnit } from '../geometry/index.js'
import { fontSource, type FontSource } from './font-source.js'
import type { HarfBuzzFont, ShapeOrder } from './harfbuzz.js'
import { boxOf } from './outline.js'
import type { Word } from './pieces.js'
import { inMemory, type FontBytes } from './sfnt.js'
import { partnersOf } from './space-lookups.js'
import type { TrueType } from './true-type.js'
import { Edges, widened } from './word-gaps.js'
import { WordShaper } from './word-shaper.js'

/**
 * Text and glyphs that cannot be told apart (a HarfBuzz cluster), as one thing to paint. Each distinct one exists
 * once per face: the same glyphs with another text, or raised by another amount, are another ClusterGlyph.
 */
export interface ClusterGlyph {
  /** Number within its face, from 0, by order of first use. */
  readonly id: number
  /** What it paints and says: equal for equal clusters of a face. */
  readonly key: string
  readonly parts: readonly { readonly glyph: number; readonly dx: number; readonly dy: number }[]
  readonly advance: FontUnit
  /** The cluster's text, logical order. */
  readonly text: string
  readonly rtl: boolean
  /** Vertical extent of its ink, font units, y up; both 0 for blanks. */
  readonly inkTop: number
  readonly inkBottom: number
  /** A letter that the face lacks, whose outline is blank or damaged, or marks without a letter to stand on. */
  readonly missing: boolean
}

/**
 * A cluster in a shaped text: it stands for the units of `glyph.text`, and the clusters of a text cover it without a gap.
 * So it knows no offset, and is one object wherever it comes; `offsetsOf` counts.
 */
export interface Cluster {
  readonly glyph: ClusterGlyph
  /** Breaking the line before this cluster would change its shape. */
  readonly unsafe: boolean
}

/** What is made of a font file. */
export interface FaceForm {
  /** What a variable font is pinned at, on the scale of 400 for regular and 700 for bold. */
  readonly weight?: number
  /** How much thicker each stroke is drawn than the file has it, in em; see bolder-path.ts. */
  readonly bolder?: number
}

/** One font file at one weight, ready to shape and to embed. */
export class Face {
  readonly id: string
  readonly trueType: TrueType
  readonly #source: FontSource
  #font: HarfBuzzFont | undefined
  #dotted: number | undefined
  readonly #clusters = new Map<string, readonly [safe: Cluster, unsafe: Cluster]>()
  #words: WordShaper | undefined
  #edges: Edges | undefined
  readonly #nominal = new Map<number, boolean>()

  /**
   * `form`: a number alone is the weight. Throws RangeError, in words for people, when the bytes are no font that can be
   * used.
   */
  constructor(id: string, bytes: Uint8Array | FontBytes, form: FaceForm | number = {}) {
    this.id = id
    const { weight = 400, bolder = 0 } = typeof form === 'number' ? { weight: form } : form
    this.#source = fontSource(bytes instanceof Uint8Array ? inMemory(bytes) : bytes, { weight, bolder })
    this.trueType = this.#source.trueType(() => this.#hb)
  }

  /** HarfBuzz takes its copy of the tables when the face is first used: many a font of a list never is. */
  get #hb(): HarfBuzzFont {
    return (this.#font ??= this.#source.harfBuzz())
  }

  /** Whether the face can show a grapheme: by its code points, or by those it decomposes into. */
  covers(grapheme: string): boolean {
    return this.#has(grapheme) || this.#has(grapheme.normalize('NFD')) || this.#has(grapheme.normalize('NFC'))
  }

  #has(text: string): boolean {
    for (const character of text) {
      const codePoint = character.codePointAt(0)!
      let known = this.#nominal.get(codePoint)
      if (known === undefined) {
        known = isIgnorable(character) || this.#hb.nominalGlyph(codePoint) !== undefined
        this.#nominal.set(codePoint, known)
      }
      if (!known) return false
    }
    return true
  }

  /** HarfBuzz puts it under marks that stand where their script has no place for them. */
  get #dottedCircle(): number | undefined {
    return (this.#dotted ??= this.#hb.nominalGlyph(DOTTED_CIRCLE.codePointAt(0)!) ?? -1)
  }

  /** Width of its space in em; 0 if it has none. */
  get space(): number {
    const glyph = this.#hb.nominalGlyph(0x20)
    return glyph === undefined ? 0 : this.trueType.metrics(glyph).advance / this.trueType.unitsPerEm
  }

  /** Lets go of the words that are kept: what comes after them has few of them. */
  forgetWords(): void {
    this.#words?.forget()
  }

  /**
   * Clusters of a text in visual order, left to right. The result doesn't depend on type size, so words are kept.
   * `known`: the words of the text, where it is all of them.
   */
  shape(order: ShapeOrder, known?: readonly Word[]): readonly Cluster[] {
    this.#words ??= new WordShaper({
      clustersOf: (part) => this.shapeWhole(part),
      nominalGlyph: (codePoint) => this.#hb.nominalGlyph(codePoint),
      partners: this.#besideSpace(),
    })
    return this.#words.shape(order, known)
  }

  /** Clusters in visual order with spaces that keep the ink of two words `least` em apart (see word-gaps.ts). */
  widened(clusters: readonly Cluster[], least: number): readonly Cluster[] {
    return widened(clusters, least * this.trueType.unitsPerEm, {
      edges: (this.#edges ??= new Edges(this)),
      withAdvance: ({ glyph: { parts, text, rtl }, unsafe }, advance) =>
        this.#intern({ parts, advance, text, rtl })[unsafe ? 1 : 0],
    })
  }

  /** Glyphs that change beside a space, or change it; undefined: any may. */
  #besideSpace(): ReadonlySet<number> | undefined {
    const space = this.#hb.nominalGlyph(0x20)
    // Without GPOS, HarfBuzz kerns by the table kern, which nothing here reads.
    if (space === undefined || (!this.#source.table('GPOS') && this.#source.table('kern'))) return undefined
    const found = new Set<number>()
    for (const kind of ['GSUB', 'GPOS'] as const) {
      const table = this.#source.table(kind)
      const partners = table ? partnersOf(space, table, kind) : new Set<number>()
      if (!partners) return undefined
      for (const glyph of partners) found.add(glyph)
    }
    return found
  }

  /** The same as HarfBuzz gives it for the text as a whole; nothing is kept. */
  shapeWhole(order: ShapeOrder): readonly Cluster[] {
    return this.#clustersOf(order)
  }

  #clustersOf(order: ShapeOrder): Cluster[] {
    const placed = this.#hb.shape(order)
    const clusters: Cluster[] = []
    // Clusters come in ascending order, or in descending one from the right: each ends where its neighbour starts.
    const fromRight = order.direction === 'rtl'
    let before = order.text.length
    for (let i = 0; i < placed.length;) {
      const start = placed[i]!.cluster
      const parts: { glyph: number; dx: number; dy: number }[] = []
      let advance = 0
      let unsafe = false
      for (; i < placed.length && placed[i]!.cluster === start; i++) {
        const g = placed[i]!
        parts.push({ glyph: g.glyph, dx: advance + g.dx, dy: g.dy })
        advance += g.advance
        unsafe ||= g.unsafe
      }
      const text = order.text.slice(start, fromRight ? before : placed[i]?.cluster)
      before = start
      // Direction only matters to a text of several code points: it is stored in reverse (see pdf/to-unicode.ts).
      const rtl = fromRight && text.length > 1 && [...text].length > 1
      const told = { parts, advance: advance as FontUnit, text, rtl }
      clusters.push(this.#intern(told)[unsafe ? 1 : 0])
    }
    return clusters
  }

  /** A cluster with more white before and after it, or less, in font units. */
  spaced(cluster: Cluster, before: number, after: number): Cluster {
    if (before === 0 && after === 0) return cluster
    const { glyph, unsafe } = cluster
    const { text, rtl } = glyph
    const parts = glyph.parts.map(({ glyph: part, dx, dy }) => ({ glyph: part, dx: dx + before, dy }))
    return this.#intern({ parts, advance: (glyph.advance + before + after) as FontUnit, text, rtl })[unsafe ? 1 : 0]
  }

  /** White before and after the ink of a cluster, in font units; all of it is before where there is no ink. */
  whiteOf({ glyph }: Cluster): { readonly before: number; readonly after: number } {
    const boxes = glyph.parts.flatMap(({ glyph: part, dx }) => {
      const box = boxOf(this.trueType.outline(part))
      return box ? [{ left: box.xMin + dx, right: box.xMax + dx }] : []
    })
    const right = boxes.length > 0 ? Math.max(...boxes.map((b) => b.right)) : glyph.advance
    return { before: Math.min(glyph.advance, ...boxes.map((b) => b.left)), after: glyph.advance - right }
  }

  #intern(g: Told): readonly [safe: Cluster, unsafe: Cluster] {
    const key = keyOf(g)
    let known = this.#clusters.get(key)
    if (!known) {
      const boxes = g.parts.flatMap(({ glyph: part, dy }) => {
        const box = boxOf(this.trueType.outline(part))
        return box ? [{ top: box.yMax + dy, bottom: box.yMin + dy }] : []
      })
      const glyph: ClusterGlyph = {
        id: this.#clusters.size,
        key,
        inkTop: boxes.length > 0 ? Math.max(...boxes.map((b) => b.top)) : 0,
        inkBottom: boxes.length > 0 ? Math.min(...boxes.map((b) => b.bottom)) : 0,
        missing:
          g.parts.some(({ glyph: part }) => part === 0 || !this.trueType.sound(part)) ||
          (!g.text.includes(DOTTED_CIRCLE) && g.parts.some((p) => p.glyph === this.#dottedCircle)) ||
          (boxes.length === 0 && VISIBLE.test(g.text)),
        ...g,
      }
      known = [
        { glyph, unsafe: false },
        { glyph, unsafe: true },
      ]
      this.#clusters.set(key, known)
    }
    return known
  }
}

const DOTTED_CIRCLE = '\u25CC'

type Told = Pick<ClusterGlyph, 'parts' | 'advance' | 'text' | 'rtl'>

/** The key of a cluster; sorted by key, texts come in the order of their code units. */
export const keyOf = ({ parts, advance, text, rtl }: Told): string =>
  `${text}|${rtl ? 'r' : ''}${advance}|${parts.map((p) => `${p.glyph},${p.dx},${p.dy}`).join(';')}`

/** What leaves ink: letters, digits, punctuation, symbols; not spaces, and not the braille cell without dots. */
const VISIBLE = /(?![\u2800\p{Default_Ignorable_Code_Point}])[\p{L}\p{N}\p{P}\p{S}]/u

/**
 * What HarfBuzz hides by itself: Default_Ignorable_Code_Point (Unicode 16 §5.21: joiners, selectors, soft hyphen) but for
 * the Hangul fillers and the controls of shorthand, which need a glyph like any letter.
 */
const isIgnorable = (character: string): boolean =>
  /(?![\u115F\u1160\u3164\uFFA0\u{1BCA0}-\u{1BCA3}])\p{Default_Ignorable_Code_Point}/u.test(character)
