import * as mupdf from 'mupdf'
import { describe, expect, test } from 'vitest'
import { printLines } from '../../bench/fidelity/mixed.js'
import { leftToRight, rightToLeft, type MixedLine } from '../../bench/fidelity/mixed-lines.js'
import type { Page, TextItem } from '../../src/layout/index.js'
import { strokesOf } from '../../src/pdf/reader-marks.js'
import { toPt } from '../../src/text/index.js'

/** Dots a point. */
const FINE = 4

/** Columns of a line that have ink, as MuPDF paints the page: from `left` on, FINE of them a point. */
function inkOf(pdf: Uint8Array, { baseline, size }: TextItem): boolean[] {
  const page = mupdf.Document.openDocument(pdf, 'application/pdf').loadPage(0)
  const pixmap = page.toPixmap([FINE, 0, 0, FINE, 0, 0], mupdf.ColorSpace.DeviceGray, false)
  const [width, stride, pixels] = [pixmap.getWidth(), pixmap.getStride(), pixmap.getPixels()]
  const rows = [baseline - size, baseline + size * 0.4].map((y) => Math.round(y * FINE))
  return Array.from({ length: width }, (_, x) => {
    for (let y = rows[0]!; y < rows[1]!; y++) if (pixels[y * stride + x]! < 128) return true
    return false
  })
}

/** Where layout puts letters and spaces: from the left edge of each cluster to its right edge, points. */
const boxesOf = ({ runs, size }: TextItem): { text: string; from: number; to: number }[] =>
  runs.flatMap((run) => {
    let x: number = run.x
    return run.shaped.clusters.map(({ glyph }) => {
      const from = x
      x += toPt(glyph.advance, run.shaped.run, size)
      return { text: glyph.text, from, to: x }
    })
  })

const firstLine = (page: Page): TextItem =>
  page.items.find((item): item is TextItem => item.kind === 'text' && item.element !== null)!

/** Latin letters and digits have ink within their boxes; spaces between words have none in their middle. */
function misplaced(line: MixedLine): string[] {
  const { pages, pdf } = printLines([line])
  const item = firstLine(pages[0]!)
  const ink = inkOf(pdf, item)
  return boxesOf(item).flatMap(({ text, from, to }) => {
    const columns = ink.slice(Math.round(from * FINE), Math.round(to * FINE))
    if (/^[\p{L}\p{N}]$/u.test(text)) return columns.includes(true) ? [] : [`no ink of ${text} at ${from}`]
    if (!/^ $/.test(text) || to - from < 2.5) return []
    const middle = columns.slice(columns.length / 3, (columns.length * 2) / 3)
    return middle.includes(true) ? [`ink in the space at ${from}`] : []
  })
}

describe('the ink of a line whose codes stand in reading order is where layout puts it', () => {
  test.each([...rightToLeft, ...leftToRight].map((line) => [line.lang, line.text, line] as const))(
    '%s: %s',
    (...given) => {
      expect(misplaced(given[2])).toEqual([])
    },
  )

  test.each([
    ['he', `זה |${'it is at 1 of 2 '.repeat(8)}`],
    ['en', `A |${'בית ספר של הילדים, '.repeat(8)}`],
  ])('%s, nearly as wide as the page: in coarse units', (lang, text) => {
    const line: MixedLine = { lang, text, printed: [] }
    const item = firstLine(printLines([line]).pages[0]!)
    const strokes = item.runs.flatMap(strokesOf(item, lang === 'he' ? 'rtl' : 'ltr'))
    expect(strokes.some(({ coarse }) => coarse)).toBe(true)
    expect(misplaced(line)).toEqual([])
  })
})
