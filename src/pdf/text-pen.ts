import type { PlacedRun, TextItem } from '../layout/index.js'
import { toPt, type ClusterGlyph } from '../text/index.js'
import type { FontBook } from './font-book.js'
import { number, rgb } from './operators.js'
import type { PdfFile } from './pdfkit.js'
import { markLine, type MarkedRun } from './reader-marks.js'

/**
 * Writes lines of text into a page. One text object (BT … ET) stays open over lines and marked content; a run that
 * starts where the last one ended gets no matrix of its own, since pdf.js takes each for a jump.
 */
export class TextPen {
  readonly #file: PdfFile
  readonly #fonts: FontBook
  readonly #direction: 'ltr' | 'rtl'
  readonly #marked = new WeakMap<TextItem, ReadonlyMap<PlacedRun, MarkedRun>>()
  #open = false
  #font = ''
  #colour = ''
  /** Where the next glyph would stand. */
  #x = NaN
  #baseline = NaN

  constructor(file: PdfFile, fonts: FontBook, direction: 'ltr' | 'rtl') {
    this.#file = file
    this.#fonts = fonts
    this.#direction = direction
  }

  /** Opens the text object, so that marked content can begin inside it. */
  begin(): void {
    if (this.#open) return
    this.#file.content('BT')
    this.#open = true
    this.#font = ''
    this.#colour = ''
    this.#x = NaN
  }

  /** Ends the text object: other things are painted next. */
  lift(): void {
    if (this.#open) this.#file.content('ET')
    this.#open = false
  }

  /** Some runs of a line, in logical order; the matrix turns letters upright, for pdfkit's page has y running down. */
  write(item: TextItem, runs: readonly PlacedRun[]): void {
    let marked = this.#marked.get(item)
    if (!marked) this.#marked.set(item, (marked = markLine(item, { fonts: this.#fonts, direction: this.#direction })))
    const operators: string[] = []
    if (this.#colour !== item.colour) operators.push(`${rgb(item.colour)} rg`)
    this.#colour = item.colour
    for (const run of runs) {
      const { before, glyphs, apart } = marked.get(run)!
      if (before) operators.push(...this.#show(item, before.run, { x: before.x, glyphs: before.glyphs }))
      if (apart) operators.push(...this.#showApart(item, run, glyphs))
      else operators.push(...this.#show(item, run, { x: run.x, glyphs }))
    }
    this.#file.content(operators.join('\n'))
  }

  /** Glyphs of a right-to-left run one by one, from its right end. */
  #showApart(item: TextItem, run: PlacedRun, glyphs: readonly ClusterGlyph[]): string[] {
    let x: number = run.x + run.width
    return [...glyphs].reverse().flatMap((glyph) => {
      x -= toPt(glyph.advance, run.shaped.run, item.size)
      return this.#show(item, run, { x, glyphs: [glyph] })
    })
  }

  #show(item: TextItem, run: PlacedRun, { x, glyphs }: { x: number; glyphs: readonly ClusterGlyph[] }): string[] {
    const { face, scale } = run.shaped.run.font
    const size = item.size * scale
    const encoded = this.#fonts.encode(face, glyphs)
    const font = `/${encoded.font} ${number(size)} Tf`
    const operators: string[] = []
    if (this.#font !== font) operators.push(font)
    this.#font = font
    if (item.baseline !== this.#baseline || Math.abs(x - this.#x) > 0.01 || Number.isNaN(this.#x)) {
      operators.push(`1 0 0 -1 ${number(x)} ${number(item.baseline)} Tm`)
    }
    operators.push(`(${encoded.codes}) Tj`)
    this.#baseline = item.baseline
    this.#x = x + glyphs.reduce((sum, g) => sum + g.advance, 0) * (size / face.trueType.unitsPerEm)
    return operators
  }
}
