import type { PlacedRun, TextItem } from '../layout/index.js'
import type { FontBook } from './font-book.js'
import { number, rgb } from './operators.js'
import type { PdfFile } from './pdfkit.js'
import { strokesOf } from './reader-marks.js'
import { blank, glyphOf, narrow, widthOf, type Stroke } from './strokes.js'

/**
 * Writes lines of text into a page. One text object (BT … ET) stays open over lines and marked content; a run that
 * starts where the last one ended gets no matrix of its own, since pdf.js takes each for a jump.
 */
export class TextPen {
  readonly #file: PdfFile
  readonly #fonts: FontBook
  readonly #direction: 'ltr' | 'rtl'
  readonly #strokes = new WeakMap<TextItem, ReadonlyMap<PlacedRun, readonly Stroke[]>>()
  #item: TextItem | undefined
  #open = false
  #font = ''
  #colour = ''
  /** Where the next glyph would stand. */
  #x = NaN
  #baseline = NaN
  /** Thousandths of the type size. */
  #nudge = 0

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
    let strokes = this.#strokes.get(item)
    if (!strokes) {
      strokes = strokesOf(item, { fonts: this.#fonts, direction: this.#direction })
      this.#strokes.set(item, strokes)
    }
    const operators: string[] = []
    if (this.#colour !== item.colour) operators.push(`${rgb(item.colour)} rg`)
    this.#colour = item.colour
    if (this.#direction === 'rtl' && item !== this.#item && item.baseline === this.#baseline) {
      operators.push(...this.#space(item, runs[0]!))
    }
    this.#item = item
    for (const run of runs) for (const stroke of strokes.get(run) ?? []) operators.push(...this.#show(item, stroke))
    this.#file.content(operators.join('\n'))
  }

  /** Between two texts on one line pdf.js sees no space where the second stands further left. */
  #space(item: TextItem, run: PlacedRun): string[] {
    const [first] = run.shaped.clusters
    if (!first) return []
    const slots = [blank('rtl', narrow(run), { beside: first.glyph, fonts: this.#fonts })]
    return this.#show(item, { run, x: run.x + run.width, slots })
  }

  #show(item: TextItem, { run, x, start, slots }: Stroke): string[] {
    const { face, scale } = run.shaped.run.font
    const size = item.size * scale
    const glyphs = slots.map((slot) => glyphOf(slot, this.#fonts))
    const encoded = this.#fonts.encode(face, glyphs)
    const font = `/${encoded.font} ${number(size)} Tf`
    const operators: string[] = []
    if (this.#font !== font) operators.push(font)
    this.#font = font
    const from = start ?? x
    if (item.baseline !== this.#baseline || Math.abs(from - this.#x) > 0.01 || Number.isNaN(this.#x)) {
      operators.push(`1 0 0 -1 ${number(from)} ${number(item.baseline)} Tm`)
    }
    if (Math.abs(from - x) < 0.01) operators.push(`(${encoded.codes}) Tj`)
    else {
      const space = this.#fonts.encode(face, [this.#fonts.blank(glyphs[0]!, ' ', 0)]).codes
      // TJ counts in thousandths of the type size, to the left. Every other one half a thousandth more: where a letter
      // stands exactly at the end of the one before, pdf.js forgets to drop the unseen space.
      this.#nudge = 0.5 - this.#nudge
      operators.push(`[(${space}) ${number(((from - x) * 1000) / size + this.#nudge)} (${encoded.codes})] TJ`)
    }
    this.#baseline = item.baseline
    this.#x = x + widthOf({ run, slots }, item.size)
    return operators
  }
}
