import { describe, expect, test } from 'vitest'
import type { Block, Contents, Document } from '../../src/document/index.js'
import { pt } from '../../src/geometry/index.js'
import { paginate, type Layout } from '../../src/layout/index.js'
import { documentOf, heading, paragraph, plainTheme, say, textItems, textOf } from './helpers/print-shop.js'
import { typewriter } from './helpers/typewriter.js'

const theme = plainTheme(10, { contentsAbove: 2 })
const contents = (targets: readonly string[]): Contents => ({
  kind: 'contents',
  id: 'c',
  heading: heading('Contents'),
  entries: targets.map((target) => ({ kind: 'entry', id: `c.${target}`, target, text: say(target), page: [] })),
})
const sections = (count: number, lines: number): Block[] =>
  Array.from({ length: count }, (_, i) => [heading(`s${i}`), paragraph(`p${i}`, lines)]).flat()
function layOut(count: number, more: Partial<Document> = {}): Layout {
  const targets = Array.from({ length: count }, (_, i) => `s${i}`)
  const document = documentOf([contents(targets), ...sections(count, 6)], more)
  return paginate({ document, theme, fonts: typewriter() })
}
/** The page that each section's heading stands on. */
const startsOf = ({ pages }: Layout): number[] =>
  pages.flatMap((p) => textItems(p).filter((i) => /^s\d/.test(i.element ?? '')).map(() => p.number)) // prettier-ignore
const numbersOf = ({ pages }: Layout): string[] =>
  pages.flatMap((p) => textItems(p).filter((i) => i.element?.endsWith('.page')).map(textOf)) // prettier-ignore

describe('contents', () => {
  test('of a long leaflet name the page where each section starts, counting their own lines', () => {
    // Ten lines a page. Contents take 6, a section 7: s0 begins on line 7 and has 3 lines on page 2, s1 fills it; s2
    // takes 7 lines of page 3. If s3 took the other 3, the last page would have 2 lines: it begins page 4, and s4 has 3
    // lines there and 4 on page 5.
    const layout = layOut(5)
    expect(startsOf(layout)).toEqual([1, 2, 3, 4, 4])
    expect(numbersOf(layout)).toEqual(['1', '2', '3', '4', '4'])
  })
  test('write their numbers in the digits of the language', () => {
    const furniture = { draft: [], tab: [], foot: [], folio: [], digits: '০১২৩৪৫৬৭৮৯' }
    const layout = layOut(5, { furniture })
    expect(numbersOf(layout)).toEqual(startsOf(layout).map((n) => '০১২৩৪৫৬৭৮৯'[n]))
  })
  test('are left out of a short leaflet, and of the document as it is printed', () => {
    const layout = layOut(2)
    expect(layout.pages.length).toBeLessThanOrEqual(2)
    expect(numbersOf(layout)).toEqual([])
    expect(layout.document.blocks.map((b) => b.kind)).not.toContain('contents')
  })
  test('have a rule between two lines of a page, none above the first and none below the last', () => {
    // All text has 12 points a line, and a gap of 4 lies between two entries: 2 above each rule.
    const theme = plainTheme(10, { contentsAbove: 2, list: { indent: pt(20), gap: pt(4) } })
    const targets = Array.from({ length: 8 }, (_, i) => `s${i}`)
    const blocks = [paragraph('begin', 5), contents(targets), ...sections(8, 1)]
    const { pages } = paginate({ document: documentOf(blocks), theme, fonts: typewriter() })
    const rules = pages.map((p) => p.parts[1].flatMap((i) => (i.kind === 'rule' ? [i.rect.y - 60] : [])))
    const entries = pages.map((p) => textItems(p).filter((i) => i.element?.endsWith('.page')).length)
    expect(entries.slice(0, 2)).toEqual([2, 6])
    // Below 5 lines of the beginning, the heading and the first entry; on page 2 below each entry but the last.
    expect(rules.slice(0, 2)).toEqual([[6 * 12 + 12 + 2], [12, 28, 44, 60, 76].map((y) => y + 2)])
  })
  test('stand further apart where readers would see their numbers touch, whatever ink those have', () => {
    // 10 points: 1.6 em from ascender to descender are boxes of 16 points, where lines of 12 stand 2 apart.
    const theme = plainTheme(30, { contentsAbove: 0, list: { indent: pt(20), gap: pt(2) } })
    const blocks = [contents(['s0', 's1', 's2']), ...sections(3, 1)]
    const baselines = (ascender: number): number[] => {
      const { pages } = paginate({ document: documentOf(blocks), theme, fonts: typewriter('Latn', ascender) })
      return textItems(pages[0]!).flatMap((i) => (i.element?.endsWith('.page') ? [i.baseline] : []))
    }
    const [usual, high] = [baselines(800), baselines(1400)]
    expect(usual.slice(1).map((y, i) => y - usual[i]!)).toEqual([14, 14])
    for (const [i, y] of high.slice(1).entries()) {
      expect(y - high[i]!).toBeGreaterThan(16)
      expect(y - high[i]!).toBeLessThan(16.5)
    }
  })
  const linesOn = ({ pages }: Layout): number[] =>
    pages.map((p) => textItems(p).filter((i) => i.element?.endsWith('.page')).length).filter((lines) => lines > 0) // prettier-ignore
  test('stay on one page that has room for them', () => {
    expect(linesOn(layOut(8))).toEqual([8])
  })
  test('go on over the page below a long beginning: two lines at least with the heading, two at the end', () => {
    const below = (lines: number, count: number, each: number): number[] => {
      const targets = Array.from({ length: count }, (_, i) => `s${i}`)
      const blocks = [paragraph('begin', lines), contents(targets), ...sections(count, each)]
      return linesOn(paginate({ document: documentOf(blocks), theme, fonts: typewriter() }))
    }
    // Ten lines a page: 5 of the beginning and the heading leave 4; 8 and the heading leave 1, which is too few.
    expect(below(5, 8, 1)).toEqual([4, 4])
    expect(below(8, 8, 1)).toEqual([8])
    // 6 and the heading leave 3, but that page is full enough without them.
    expect(below(6, 8, 1)).toEqual([8])
    // 5 and the heading leave 4 of 5: the last two stay together.
    expect(below(5, 5, 6)).toEqual([3, 2])
  })
})
