import { Kept } from '../memory/index.js'
import type { Cluster, ClusterGlyph } from './face.js'
import type { ShapeOrder } from './harfbuzz.js'
import { endOfWord } from './words.js'

/** A font, as far as words are concerned. */
export interface WordFont {
  /** HarfBuzz's clusters of a text, in visual order. */
  clustersOf(order: ShapeOrder): readonly Cluster[]
  /** Glyph of a code point by the cmap. */
  nominalGlyph(codePoint: number): number | undefined
  /** Glyphs that change beside a space, or change it; undefined if any may (see space-lookups.ts). */
  readonly partners: ReadonlySet<number> | undefined
}

/** A word with the spaces after it. */
interface Word {
  readonly clusters: readonly Cluster[]
  /** Whether it comes out the same whatever stands beside it. */
  readonly free: boolean
}

/**
 * Shapes a text word by word, where the font allows, and keeps the words: most words of a new text have been shaped
 * before, and HarfBuzz is half of the time that a new leaflet takes. A word that the font may change beside a space is
 * shaped together with the words on both sides. What comes out is what HarfBuzz makes of the whole.
 */
export class WordShaper {
  readonly #font: WordFont
  readonly #whole = new Kept<string, readonly Cluster[]>(2000)
  /** By script, language and direction; then by the word. */
  readonly #words = new Map<string, Kept<string, Word>>()

  constructor(font: WordFont) {
    this.#font = font
  }

  shape(order: ShapeOrder): readonly Cluster[] {
    const { text, direction, script, language } = order
    const setting = `${direction}${script}${language}`
    if (this.#font.partners === undefined || !text.includes(' ')) return this.#shapeWhole(order, setting)
    let words = this.#words.get(setting)
    if (!words) this.#words.set(setting, (words = new Kept(8000)))
    const pieces: Cluster[][] = []
    const found: { readonly word: Word; readonly start: number }[] = []
    for (let start = 0; start < text.length;) {
      const end = endOfWord(text, start)
      const part = text.slice(start, end)
      found.push({ word: words.get(part) ?? words.set(part, this.#wordOf({ ...order, text: part })), start })
      start = end
    }
    const bound = (i: number): boolean => [i - 1, i, i + 1].some((k) => found[k] && !found[k].word.free)
    for (let i = 0; i < found.length;) {
      const { word, start } = found[i]!
      if (!bound(i++)) {
        pieces.push(moved(word.clusters, start))
        continue
      }
      while (i < found.length && bound(i)) i++
      pieces.push(this.#stretch(order, setting, [start, found[i]?.start ?? text.length]))
    }
    return (direction === 'rtl' ? pieces.reverse() : pieces).flat()
  }

  #stretch(order: ShapeOrder, setting: string, [start, end]: readonly [number, number]): Cluster[] {
    return moved(this.#shapeWhole({ ...order, text: order.text.slice(start, end) }, setting), start)
  }

  #shapeWhole(order: ShapeOrder, setting: string): readonly Cluster[] {
    const id = `${setting} ${order.text}`
    return this.#whole.get(id) ?? this.#whole.set(id, this.#font.clustersOf(order))
  }

  #wordOf(order: ShapeOrder): Word {
    const clusters = this.#font.clustersOf(order)
    const { partners } = this.#font
    const isPartner = (glyph: number | undefined): boolean => glyph !== undefined && (partners?.has(glyph) ?? true)
    const bound =
      clusters.some(({ glyph }: { glyph: ClusterGlyph }) => glyph.parts.some((p) => isPartner(p.glyph))) ||
      [...order.text].some((c) => isPartner(this.#font.nominalGlyph(c.codePointAt(0)!)))
    return { clusters, free: !bound }
  }
}

const moved = (clusters: readonly Cluster[], by: number): Cluster[] =>
  clusters.map(({ glyph, start, end, unsafe }) => ({ glyph, start: start + by, end: end + by, unsafe }))
