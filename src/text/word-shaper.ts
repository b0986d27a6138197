import { Kept } from '../memory/index.js'
import type { Cluster, ClusterGlyph } from './face.js'
import type { ShapeOrder } from './harfbuzz.js'
import type { Word } from './pieces.js'
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
export interface ShapedWord {
  readonly clusters: readonly Cluster[]
  /** Whether it comes out the same whatever stands beside it. */
  readonly free: boolean
  /** UTF-16 units. */
  readonly length: number
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
  readonly #words = new Kept<string, Kept<string, ShapedWord>>(40)

  constructor(font: WordFont) {
    this.#font = font
  }

  /** Lets go of all words. */
  forget(): void {
    this.#whole.clear()
    this.#words.clear()
  }

  /** `known`: the words of the text, where it is all of them. */
  shape(order: ShapeOrder, known?: readonly Word[]): readonly Cluster[] {
    const { text, direction, script, language } = order
    const setting = `${direction}${script}${language}`
    if (this.#font.partners === undefined || !text.includes(' ')) return this.#shapeWhole(order, setting)
    let words = this.#words.get(setting)
    if (!words) this.#words.set(setting, (words = new Kept(8000)))
    const found: ShapedWord[] = []
    let allFree = true
    const shapedOf = (part: string, own: Word | undefined): ShapedWord => {
      const shaped = words.get(part) ?? words.set(part, this.#wordOf({ ...order, text: part }))
      return own?.keepShape(words, shaped) ?? shaped
    }
    for (let start = 0, i = 0; start < text.length; i++) {
      const own = known?.[i]
      const end = own ? start + own.text.length : endOfWord(text, start)
      const word = own?.shapedBy(words) ?? shapedOf(text.slice(start, end), own)
      found.push(word)
      allFree &&= word.free
      start = end
    }
    return joined(allFree ? found : this.#withStretches(found, order, setting), direction)
  }

  /** Words that are bound, and their neighbours, in stretches that are shaped as one. */
  #withStretches(found: readonly ShapedWord[], order: ShapeOrder, setting: string): ShapedWord[] {
    const bound = (i: number): boolean => [i - 1, i, i + 1].some((k) => found[k]?.free === false)
    const words: ShapedWord[] = []
    let start = 0
    for (let i = 0; i < found.length;) {
      const first = i
      const stretch = bound(i++)
      while (stretch && i < found.length && bound(i)) i++
      const end = found.slice(first, i).reduce((sum, word) => sum + word.length, start)
      const text = order.text.slice(start, end)
      words.push(
        stretch ? { ...found[first]!, clusters: this.#shapeWhole({ ...order, text }, setting) } : found[first]!,
      )
      start = end
    }
    return words
  }

  #shapeWhole(order: ShapeOrder, setting: string): readonly Cluster[] {
    const id = `${setting} ${order.text}`
    return this.#whole.get(id) ?? this.#whole.set(id, this.#font.clustersOf(order))
  }

  #wordOf(order: ShapeOrder): ShapedWord {
    const clusters = this.#font.clustersOf(order)
    const { partners } = this.#font
    const isPartner = (glyph: number | undefined): boolean => glyph !== undefined && (partners?.has(glyph) ?? true)
    const bound =
      clusters.some(({ glyph }: { glyph: ClusterGlyph }) => glyph.parts.some((p) => isPartner(p.glyph))) ||
      [...order.text].some((c) => isPartner(this.#font.nominalGlyph(c.codePointAt(0)!)))
    return { clusters, free: !bound, length: order.text.length }
  }
}

/** The clusters of words that follow each other, in visual order. */
function joined(words: readonly ShapedWord[], direction: ShapeOrder['direction']): Cluster[] {
  const all: Cluster[] = []
  for (let i = 0; i < words.length; i++) {
    const { clusters } = words[direction === 'rtl' ? words.length - 1 - i : i]!
    for (const cluster of clusters) all.push(cluster)
  }
  return all
}
