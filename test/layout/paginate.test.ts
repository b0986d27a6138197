import { describe, expect, test } from 'vitest'
import type { Block } from '../../src/document/index.js'
import { pt } from '../../src/geometry/index.js'
import {
  filler,
  heading,
  LEADING,
  linesPerPage,
  list,
  pagesOf,
  paragraph,
  plainTheme,
  row,
  say,
  textItems,
  textOf,
} from './helpers/print-shop.js'

const LINES = 10
const theme = plainTheme(LINES)
/** For each element, on which pages (1-based) its lines are, such as "1 1 2". */
function places(blocks: readonly Block[], element: string): string {
  const counts = linesPerPage(pagesOf(blocks, theme), element)
  return counts.flatMap((n, i) => Array.from({ length: n }, () => i + 1)).join(' ')
}
/** A page with so many lines taken before the block of interest. */
const after = (lines: number, ...blocks: Block[]): Block[] => [
  ...Array.from({ length: lines }, (_, i) => paragraph(`f${i}`, 1)),
  ...blocks,
]

test('a page takes as many lines as have room, and not one more', () => {
  const pages = pagesOf(after(2 * LINES + 4), theme)
  expect(pages.map((p) => textItems(p).length)).toEqual([LINES, LINES, 4])
  expect(pages.map((p) => p.number)).toEqual([1, 2, 3])
})

test('every line of the document is on a page, in order', () => {
  const blocks = after(3, heading('h'), paragraph('p', 23), list('l', 5), row('r'), paragraph('q', 2))
  const text = pagesOf(blocks, theme).flatMap(textItems).map(textOf).join('').replaceAll(' ', '') // prettier-ignore
  const items = [0, 1, 2, 3, 4].map((i) => `•item${i}`).join('')
  expect(text).toBe(`${'a'.repeat(120)}h${filler(23)[0]!.text}${items}arow${filler(2)[0]!.text}`.replaceAll(' ', ''))
})

describe('a page never has one line alone of a longer paragraph', () => {
  for (let lines = 2; lines <= 6; lines++) {
    test.each(Array.from({ length: LINES }, (_, taken) => taken))(`${lines} lines after %i`, (taken) => {
      const counts = linesPerPage(pagesOf(after(taken, paragraph('p', lines)), theme), 'p')
      expect(counts.reduce((a, b) => a + b)).toBe(lines)
      expect(counts).not.toContain(1)
    })
  }
})

describe('a heading stays', () => {
  test('with the first two lines of its paragraph', () => {
    // Twenty lines are two pages in one way only.
    const blocks = after(7, heading('h'), paragraph('p', 4), paragraph('q', 8))
    expect(places(blocks, 'h')).toBe('1')
    expect(places(blocks, 'p')).toBe('1 1 2 2')
    expect(places(after(8, heading('h'), paragraph('p', 4)), 'h')).toBe('2')
  })
  test('with the heading below it and that one’s text', () => {
    expect(places(after(7, heading('h'), heading('i', 3), paragraph('p', 2)), 'h')).toBe('2')
    expect(places(after(6, heading('h'), heading('i', 3), paragraph('p', 2)), 'h')).toBe('1')
  })
  test('with two rows', () => {
    // A row is two lines high.
    expect(places(after(5, heading('h'), row('r'), row('s')), 'h')).toBe('1')
    expect(places(after(6, heading('h'), row('r'), row('s')), 'h')).toBe('2')
    expect(places(after(4, heading('h'), row('r'), row('s'), row('t')), 't.text')).toBe('2')
  })
})

describe('an introduction', () => {
  test('stays with the first two items of its list', () => {
    expect(places(after(9, paragraph('p', 1), list('l', 5)), 'p')).toBe('2')
    expect(places(after(8, paragraph('p', 1), list('l', 5)), 'p')).toBe('2')
    const blocks = after(7, paragraph('p', 1), list('l', 5), paragraph('q', 7))
    expect(places(blocks, 'p')).toBe('1')
    expect(places(blocks, 'l.1.body')).toBe('1')
    expect(places(blocks, 'l.2.body')).toBe('2')
  })

  test('stays with all items of a list of three', () => {
    expect(places(after(7, paragraph('p', 1), list('l', 3)), 'p')).toBe('2')
    expect(places(after(6, paragraph('p', 1), list('l', 3)), 'l.2.body')).toBe('1')
  })

  test('brings the second item over by narrower spaces on its page, and on no other', () => {
    // 180 points: 8 lines and spaces are 138, the introduction 18, the first item 15.6, the second 15, 6.6 too many.
    const spaced = plainTheme(15, { paragraphGap: pt(6), list: { indent: pt(20), gap: pt(3) } })
    const pages = pagesOf(after(8, paragraph('p', 1), list('l', 9), ...after(4)), spaced)
    expect(linesPerPage(pages, 'l.1.body')).toEqual([1, 0])
    expect(linesPerPage(pages, 'l.2.body')).toEqual([0, 1])
    const lines = (page: number) => textItems(pages[page]!).map((item) => item.baseline)
    expect(lines(0)[1]! - lines(0)[0]!).toBeLessThan(LEADING + 6)
    expect(lines(1).at(-1)! - lines(1).at(-2)!).toBeCloseTo(LEADING + 6)
  })

  test('stays where it is with one item, if the page would be half empty without it', () => {
    const blocks = after(5, heading('h'), paragraph('p', 3), list('l', 9))
    expect(places(blocks, 'l.0.body')).toBe('1')
    expect(places(blocks, 'l.1.body')).toBe('2')
  })
})

test('the last item of a list has the one before it beside it', () => {
  const blocks = after(7, list('l', 4), paragraph('q', 8))
  expect(places(blocks, 'l.1.body')).toBe('1')
  expect(places(blocks, 'l.2.body')).toBe('2')
  expect(places(blocks, 'l.3.body')).toBe('2')
})

describe('what never splits', () => {
  test('a row, however long its sentence is', () => {
    expect(places(after(7, row('r', filler(4))), 'r.text')).toMatch(/^2( 2)+$/)
  })
  test('a box', () => {
    const box: Block = { kind: 'box', id: 'b', blocks: [paragraph('p', 2), paragraph('q', 2)] }
    expect(places(after(7, box), 'p')).toMatch(/^2( 2)+$/)
  })
  test('an entry of the word list', () => {
    const words: Block = { kind: 'words', id: 'w', entries: [{ kind: 'word', id: 'e', term: say('term'), meaning: say('meaning') }] } // prettier-ignore
    expect(places(after(9, words), 'e.term')).toBe('2')
    expect(places(after(9, words), 'e.meaning')).toBe('2')
  })
})

test('what is taller than a page splits where it must, and everything is printed', () => {
  const blocks = Array.from({ length: 14 }, (_, i) => heading(`h${i}`))
  const pages = pagesOf(blocks, theme)
  expect(pages.map((p) => textItems(p).length)).toEqual([10, 4])
  const box: Block = { kind: 'box', id: 'b', blocks: [paragraph('p', 30)] }
  expect(pagesOf([box], theme)).toHaveLength(1)
})

describe('holes at the feet of pages', () => {
  /** A block of so many lines that never splits: its padding is half a line above and below. */
  const box = (id: string, lines: number): Block => {
    const inner = Array.from({ length: lines - 1 }, (_, i) => paragraph(`${id}${i}`, say('line')))
    return { kind: 'box', id, blocks: inner }
  }
  /** The first block of each page. */
  const firsts = (blocks: readonly Block[], style = theme): string =>
    pagesOf(blocks, style).map((page) => textItems(page)[0]!.element![0]).join(' ') // prettier-ignore

  test('two small ones are better than a large one', () => {
    // Filled from the top, page 1 would be 3 + 3 + 3 and page 2 nothing but 2, since 9 have no room there.
    expect(firsts([box('a', 3), box('b', 3), box('c', 3), box('d', 2), box('e', 9)])).toBe('a c e')
  })

  test('are smaller by the space that the next block would have had above it', () => {
    const blocks = [box('a', 15), heading('b'), paragraph('c', 2), box('d', 8), box('e', 8), box('f', 8)]
    const look = { size: pt(10), leading: pt(LEADING), colour: 'accent', rule: pt(0), after: pt(0) } as const
    const startsAbove = (before: number): string => {
      const style = { ...look, before: pt(before * LEADING) }
      return firsts(blocks, plainTheme(20, { headings: [style, style, style] }))
    }
    // Lines empty on pages 1 and 2: 2 and 4 if page 2 starts with d, 5 and 1 if it starts with the heading; 26 is more
    // than 20.
    expect(startsAbove(0)).toBe('a d f')
    // 0 and 4, or 3 and 1: 10 is less than 16.
    expect(startsAbove(2)).toBe('a b f')
  })

  test('are better than a page that ends within a paragraph, if they are small', () => {
    const twenty = plainTheme(20)
    const counts = (taken: number, lines: number): number[] =>
      linesPerPage(pagesOf(after(taken, paragraph('p', lines), paragraph('q', 12)), twenty), 'p')
    // 2 lines are a tenth of the page, 3 are more than a tenth.
    expect(counts(18, 4)).toEqual([0, 4])
    expect(counts(17, 6)).toEqual([3, 3])
  })
})

describe('the first line of a page', () => {
  const spaced = plainTheme(LINES, {
    paragraphGap: pt(7),
    headings: [0, 1, 2].map(() => ({ size: pt(10), leading: pt(LEADING), colour: 'accent', before: pt(30), after: pt(5), rule: pt(2) })) as never,
  }) // prettier-ignore
  const blocks = Array.from({ length: 9 }, (_, i) => [heading(`h${i}`), paragraph(`p${i}`, (i % 4) + 1)]).flat()
  const pages = pagesOf(blocks, spaced)

  test('has no space above it, whatever block it belongs to', () => {
    expect(pages.length).toBeGreaterThan(3)
    expect(new Set(pages.map((p) => textItems(p)[0]!.baseline))).toHaveProperty('size', 1)
  })

  test('has no rule above it, other headings do', () => {
    for (const page of pages) {
      const first = page.items.findIndex((i) => i.kind === 'text')
      const headings = new Set(textItems(page).filter((i) => /^h/.test(i.element ?? '')).map((i) => i.element)) // prettier-ignore
      const rules = page.items.filter((i) => i.kind === 'rule' && i.colour === '#00664F')
      const opens = textItems(page)[0]!.element?.startsWith('h') ? 1 : 0
      // The mark at the paper's edge is the one rule before the text.
      expect(page.items.slice(0, first).filter((i) => i.kind === 'rule')).toHaveLength(1)
      expect(rules).toHaveLength(1 + headings.size - opens)
    }
  })
})

describe('the last page', () => {
  const loose = plainTheme(LINES, { paragraphGap: pt(10) })
  const filled = (blocks: Block[]): number => {
    const last = textItems(pagesOf(blocks, loose).at(-1)!)
    return (last.at(-1)!.baseline - last[0]!.baseline + LEADING) / (LINES * LEADING)
  }

  test('is a third full or not there, where other spaces can do it', () => {
    // Five paragraphs fill 12 + 4 × 22 = 100 of 120 points, six need 122. Tighter, six have room.
    const some = (n: number) => Array.from({ length: n }, (_, i) => paragraph(`p${i}`, 1))
    expect(pagesOf(some(6), loose)).toHaveLength(1)
    // 5 + 5 + 1 become 6 + 5.
    expect(pagesOf(some(11), loose)).toHaveLength(2)
    expect(filled(some(11))).toBeGreaterThan(1 / 3)
  })

  test('is the one that the format’s readers still manage, if narrower spaces can do it', () => {
    // Seven paragraphs need 84 points and six spaces of 10, of which 36 are left: three pages instead of four.
    const pagesFor = (maxPages: number) =>
      pagesOf(Array.from({ length: 21 }, (_, i) => paragraph(`p${i}`, 1)), plainTheme(LINES, { paragraphGap: pt(10), maxPages })) // prettier-ignore
    expect(pagesFor(4)).toHaveLength(4)
    expect(pagesFor(3)).toHaveLength(3)
    expect(pagesFor(2)).toHaveLength(3)
  })

  test('never costs a page more', () => {
    for (let n = 1; n < 40; n++) {
      const blocks = Array.from({ length: n }, (_, i) => paragraph(`p${i}`, 1))
      expect(pagesOf(blocks, loose).length).toBeLessThanOrEqual(Math.ceil(n / 5))
    }
  })
})

describe('a full page leaves air above the foot', () => {
  // Room for 10 lines of 12 points and half a point. Six lines take 72, and five spaces between them the rest.
  const distances = (gap: number): number[] => {
    const blocks = Array.from({ length: 6 }, (_, i) => paragraph(`p${i}`, 1))
    const [page] = pagesOf(blocks, plainTheme(10, { paragraphGap: pt(gap) }))
    const lines = textItems(page!).map((i) => i.baseline)
    return lines.slice(1).map((y, i) => Math.round((y - lines[i]! - 12) * 100) / 100)
  }
  test('of 6 points, where its spaces can be narrower', () => {
    // 120.5 - 6 - 72 = 42.5, a fifth of it for each space.
    expect(distances(9.5)).toEqual([8.5, 8.5, 8.5, 8.5, 8.5])
    expect(distances(10)).toEqual([8.5, 8.5, 8.5, 8.5, 8.5])
  })
  test('and keeps its spaces where the air is there already', () => {
    expect(distances(8)).toEqual([8, 8, 8, 8, 8])
  })
})
