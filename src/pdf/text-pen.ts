import type { PlacedRun, TextItem } from '../layout/index.js'
import type { ClusterGlyph, Face } from '../text/index.js'
import type { DraftSheet } from './draft.js'
import { MarkedGlyphs } from './marked-glyphs.js'
import { number, rgb } from './operators.js'
import { strokesOf } from './reader-marks.js'
import { blank, glyphOf, narrow, widthOf, type Stroke } from './strokes.js'

/**
 * Writes lines of text into a page. One text object (BT … ET) stays open over lines and marked content; a run that
 * starts where the last one ended gets no matrix of its own, since pdf.js takes each for a jump.
 */
export class TextPen {
  readonly #sheet: DraftSheet
  readonly #fonts = new MarkedGlyphs()
  readonly #direction: 'ltr' | 'rtl'
  readonly #strokes = new WeakMap<TextItem, ReadonlyMap<PlacedRun, readonly Stroke[]>>()
  #item: TextItem | undefined
  #open = false
  #face: Face | undefined
  #size = NaN
  #colour = ''
  /** Where the next glyph would stand. */
  #x = NaN
  #baseline = NaN
  /** Thousandths of the type size. */
  #nudge = 0
  /** Points added to the type size: pdf.js takes what is set in another size for another text, with its own direction. */
  #grain = 0

  constructor(sheet: DraftSheet, direction: 'ltr' | 'rtl') {
    this.#sheet = sheet
    this.#direction = direction
  }

  /** Opens the text object, so that marked content can begin inside it. */
  begin(): void {
    if (this.#open) return
    this.#sheet.add('BT')
    this.#open = true
    this.#face = undefined
    this.#colour = ''
    this.#x = NaN
  }

  /** Ends the text object: other things are painted next. */
  lift(): void {
    if (this.#open) this.#sheet.add('ET')
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
    this.#sheet.add(operators.join('\n'))
  }

  /** Between two texts on one line pdf.js sees no space where the second stands further left. */
  #space(item: TextItem, run: PlacedRun): string[] {
    if (run.shaped.clusters.length === 0) return []
    const slots = [blank('rtl', narrow(run), this.#fonts)]
    return this.#show(item, { run, x: run.x + run.width, slots })
  }

  #show(item: TextItem, { run, x, start, unseen = ' ', apart, slots, plain }: Stroke): string[] {
    const { face, scale } = run.shaped.run.font
    const glyphs = plain ?? slots.map((slot) => glyphOf(slot, this.#fonts))
    if (apart) this.#grain = 0.001 - this.#grain
    const size = item.size * scale + this.#grain
    const operators: string[] = []
    if (this.#face !== face || this.#size !== size)
      operators.push(`/${this.#sheet.hole({ kind: 'font', face })} ${number(size)} Tf`)
    this.#face = face
    this.#size = size
    const from = start ?? x
    if (item.baseline !== this.#baseline || Math.abs(from - this.#x) > 0.01 || Number.isNaN(this.#x)) {
      operators.push(`1 0 0 -1 ${number(from)} ${number(item.baseline)} Tm`)
    }
    if (Math.abs(from - x) < 0.01) operators.push(`(${this.#codes(face, glyphs)}) Tj`)
    else {
      const space = this.#codes(face, [this.#fonts.blank(unseen, 0)])
      // TJ counts in thousandths of the type size, to the left. Every other one half a thousandth more: where a letter
      // stands exactly at the end of the one before, pdf.js forgets to drop the unseen space.
      this.#nudge = 0.5 - this.#nudge
      operators.push(
        `[(${space}) ${number(((from - x) * 1000) / size + this.#nudge)} (${this.#codes(face, glyphs)})] TJ`,
      )
    }
    this.#baseline = item.baseline
    this.#x = x + (plain ? run.width : widthOf({ run, slots }, item.size))
    return operators
  }

  #codes(face: Face, glyphs: readonly ClusterGlyph[]): string {
    return this.#sheet.hole({ kind: 'codes', face, glyphs })
  }
}
