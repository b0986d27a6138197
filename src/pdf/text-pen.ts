import type { Direction } from '../document/index.js'
import type { PlacedRun, TextItem } from '../layout/index.js'
import { coarseFace, type EmbeddedFace } from '../text/index.js'
import type { DraftSheet } from './draft.js'
import { number, rgb } from './operators.js'
import { strokesOf } from './reader-marks.js'
import { unitsOf } from './standing.js'
import { glyphsOf, markedSpace, narrow, widthOf, type Stroke } from './strokes.js'

/**
 * Writes lines of text into a page. One text object (BT … ET) stays open over lines and marked content; a run that
 * starts where the last one ended gets no matrix of its own, since pdf.js takes each for a jump.
 */
export class TextPen {
  readonly #sheet: DraftSheet
  readonly #direction: Direction
  readonly #strokes = new Map<TextItem, (run: PlacedRun) => readonly Stroke[]>()
  #item: TextItem | undefined
  #open = false
  #face: EmbeddedFace | undefined
  #size = NaN
  #colour = ''
  /** Where the next glyph would stand. */
  #x = NaN
  #baseline = NaN
  /** Points added to the type size: pdf.js takes what is set in another size for another text, with its own direction. */
  #grain = 0

  /** Whether the first line may stand beside one that another pen wrote. */
  readonly #beside: boolean

  constructor(sheet: DraftSheet, direction: Direction, beside: boolean) {
    this.#sheet = sheet
    this.#direction = direction
    this.#beside = beside
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
      strokes = strokesOf(item, this.#direction)
      this.#strokes.set(item, strokes)
    }
    if (this.#colour !== item.colour) this.#sheet.add(`${rgb(item.colour)} rg`)
    this.#colour = item.colour
    const beside = this.#item ? item !== this.#item && item.baseline === this.#baseline : this.#beside
    if (this.#direction === 'rtl' && beside) this.#space(item, runs[0]!)
    this.#item = item
    for (const run of runs) for (const stroke of strokes(run)) this.#show(item, stroke)
  }

  /** Between two texts on one line pdf.js sees no space where the second stands further left. */
  #space(item: TextItem, run: PlacedRun): void {
    if (run.shaped.clusters.length === 0) return
    const slots = [markedSpace('rtl', narrow(run))]
    this.#show(item, { run, x: run.x + run.width, slots })
  }

  #show(item: TextItem, stroke: Stroke): void {
    const { run, x, away = 0, apart } = stroke
    const { font } = run.shaped.run
    const face = stroke.coarse ? coarseFace(font.face) : font.face
    const glyphs = stroke.plain ?? glyphsOf(stroke, unitsOf(away, run, item.size))
    if (apart) this.#grain = 0.001 - this.#grain
    const size = item.size * font.scale + this.#grain
    if (this.#face !== face || this.#size !== size)
      this.#sheet.add(`/${this.#sheet.hole({ kind: 'font', face })} ${number(size)} Tf`)
    this.#face = face
    this.#size = size
    if (item.baseline !== this.#baseline || Math.abs(x - this.#x) > 0.01 || Number.isNaN(this.#x)) {
      this.#sheet.add(`1 0 0 -1 ${number(x)} ${number(item.baseline)} Tm`)
    }
    this.#sheet.add(`(${this.#sheet.hole({ kind: 'codes', face, glyphs })}) Tj`)
    this.#baseline = item.baseline
    this.#x = x + (stroke.plain ? run.width : widthOf(stroke, item.size))
  }
}
