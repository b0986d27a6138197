import { describe, expect, test } from 'vitest'
import type { Block, Document, Text } from '../../src/document/index.js'
import { papers } from '../../src/geometry/index.js'
import { columnOf, paginate } from '../../src/layout/index.js'
import { fontsOf } from '../text/helpers/fonts.js'
import { documentOf, pagesOf, paragraph, plainTheme, say, span, textItems, textOf } from './helpers/print-shop.js'

const theme = plainTheme(10)
/** 38 of 40 columns: the folio stands below it. */
const full = 'second line, as long as a foot may have'
const furniture: Document['furniture'] = {
  draft: [say('Draft')],
  tab: [say('বাংলা'), say('Bengali')],
  foot: [say('first line'), say(full)],
  folio: [span('পৃষ্ঠা '), span('', { field: 'page' }), span(' / '), span('', { field: 'pages' })],
  digits: '০১২৩৪৫৬৭৮৯',
}
// Ten lines less two for the foot and one for the folio are seven; the framed draft line takes two more from page 2 on:
// 7 + 17 × 5 = 92.
const pages = pagesOf(Array.from({ length: 92 }, (_, i) => paragraph(`p${i}`, 1)), theme, { furniture }) // prettier-ignore
const artifacts = pages.map((p) => textItems(p).filter((i) => i.element === null))

test('each page has its number and the number of pages in the digits of the language', () => {
  const folios = artifacts.map((items) => textOf(items.at(-1)!))
  expect(folios[0]).toBe('পৃষ্ঠা ১ / ১৮')
  expect(folios[9]).toBe('পৃষ্ঠা ১০ / ১৮')
  expect(folios[17]).toBe('পৃষ্ঠা ১৮ / ১৮')
})

test('the folio ends at the end margin', () => {
  const { margins } = theme.formats['plain']!
  for (const items of artifacts) {
    const last = items.at(-1)!.runs.at(-1)!
    expect(last.x + last.width).toBeCloseTo(papers.A4.width - margins.end, 6)
  }
})

describe('the folio', () => {
  /** The foot and the folio of a page: each line's text, baseline and edges. */
  const footOf = (foot: string, direction: 'ltr' | 'rtl', folio: Text) => {
    const short = { ...furniture, draft: [], tab: [], foot: [say('first line'), say(foot)], folio, digits }
    const pages = pagesOf([paragraph('p', 20)], theme, { furniture: short, direction })
    const lines = [...pages[0]!.parts[2], ...pages[0]!.parts[3]].flatMap((i) => (i.kind === 'text' ? [i] : []))
    return {
      lines: lines.map((i) => ({
        text: textOf(i).replace(/[\u2066-\u2069]/g, ''),
        y: i.baseline,
        left: Math.min(...i.runs.map((r) => r.x)),
        right: Math.max(...i.runs.map((r) => r.x + r.width)),
      })),
      rows: textItems(pages[0]!).filter((i) => i.element !== null).length,
    }
  }
  const digits = '0123456789'
  const page = [span('Page '), span('', { field: 'page' })] // 7 columns with two digits, 6 with one

  test.each(['ltr', 'rtl'] as const)('ends the last line of the foot where there is room: %s', (direction) => {
    const { lines, rows } = footOf('second line', direction, page)
    const column = columnOf(theme.formats['plain']!, direction)
    const [, last, own] = lines
    expect(lines.map(({ text }) => text)).toEqual(['first line', 'second line', 'Page 1'])
    // Lower by what nobody sees: Poppler reads it after the line.
    expect(own!.y - last!.y).toBeCloseTo(0.1, 6)
    const [left, right] = [column.left, column.left + column.width]
    const [start, end] = direction === 'ltr' ? [left, right] : [right, left]
    expect(direction === 'ltr' ? last!.left : last!.right).toBeCloseTo(start, 6)
    expect(direction === 'ltr' ? own!.right : own!.left).toBeCloseTo(end, 6)
    // Ten lines less two of the foot: the folio takes none.
    expect(rows).toBe(8)
  })
  test('stands below it where less than 16 points would be between them', () => {
    // 40 columns less 7 for the folio and 16 points, 3.2 columns, are 29.
    expect(footOf('a'.repeat(29), 'ltr', page)).toMatchObject({ rows: 8 })
    const { lines, rows } = footOf('a'.repeat(30), 'ltr', page)
    expect(rows).toBe(7)
    expect(lines[2]!.y - lines[1]!.y).toBeCloseTo(12, 6)
    expect(footOf('a'.repeat(30), 'rtl', page).rows).toBe(7)
  })
  test('stands below it too where its letters reach up to a longer line above', () => {
    const last = say('short', 'en')
    const folio = say('صفحہ', 'ur')
    /** Lines of a foot with Nastaliq in it: whether the third stands lower than the second. */
    const isBelow = (first: string): boolean => {
      const foot = [say(first, 'en'), last]
      const document = documentOf([paragraph('p', say('نام', 'ur'))], { lang: 'ur', direction: 'rtl', furniture: { ...furniture, draft: [], tab: [], foot, folio } }) // prettier-ignore
      const [page] = paginate({ document, theme, fonts: fontsOf('ur') }).pages
      const [, second, third] = textItems(page!).filter((i) => i.element === null)
      return third!.baseline > second!.baseline + 1
    }
    expect(isBelow('also short')).toBe(false)
    expect(isBelow('as long as a foot may have, or nearly')).toBe(true)
  })
})

test('every page has the tab and the foot, the draft line all but the first', () => {
  expect(artifacts.map((items) => items.map(textOf).slice(0, -1))).toEqual(
    pages.map((_, i) => ['বাংলা', 'Bengali', ...(i === 0 ? [] : ['Draft']), 'first line', full]),
  )
})

describe('nothing stands on anything else', () => {
  test('content begins below the draft line and ends above the foot', () => {
    for (const page of pages) {
      const content = textItems(page).filter((i) => i.element !== null)
      const foot = textItems(page).filter((i) => i.element === null).slice(-3) // prettier-ignore
      expect(Math.max(...content.map((i) => i.baseline))).toBeLessThan(Math.min(...foot.map((i) => i.baseline)) - 12)
      const frame = page.items.find((i) => i.kind === 'frame')
      if (frame) {
        const below = frame.rect.y + frame.rect.height
        expect(Math.min(...content.map((i) => i.baseline - 7))).toBeGreaterThan(below)
      }
    }
  })
  test('all lines of a page have at least their leading between them', () => {
    for (const page of pages) {
      const body = textItems(page).filter((i) => !furniture.tab.some((t) => t[0]!.text === textOf(i)))
      const heights = body.map((i) => i.baseline).sort((a, b) => a - b)
      heights.slice(1).forEach((y, i) => {
        expect(y - heights[i]!).toBeGreaterThanOrEqual(12 - 1e-9)
      })
    }
  })
})

test('a draft line that needs two lines has no stray word on the second, on page 1 and on the others', () => {
  const draft = say('Draft translation that nobody checked yet')
  const blocks: Block[] = [
    { ...paragraph('d', draft), style: 'draft' },
    ...Array.from({ length: 20 }, (_, i) => paragraph(`p${i}`, 1)),
  ]
  const drafts = pagesOf(blocks, theme, { furniture: { ...furniture, draft: [draft] } }).map((page, i) =>
    textItems(page).filter((item) => item.element === (i === 0 ? 'd' : null)).map(textOf).filter((t) => /[Dc]/.test(t)),
  ) // prettier-ignore
  // 36 columns in the frame: 14 and 18 short instead of 7 and 25.
  const [first, second] = drafts
  expect(first).toEqual(['Draft translation that ', 'nobody checked yet'])
  expect(second!.slice(0, 2)).toEqual(first)
})

describe('a dot between two parts of a foot', () => {
  /** The runs of the foot, one list a line: what they say, where they stand in columns, whether they leave ink. */
  const footOf = (text: string, direction: 'ltr' | 'rtl', lang: string) => {
    const foot = [say(text, lang)]
    const { left } = columnOf(theme.formats['plain']!, direction)
    const bare = { ...furniture, draft: [], tab: [], foot }
    const [page] = pagesOf([paragraph('p', 1)], theme, { furniture: bare, direction })
    return page!.parts[2].flatMap((item) =>
      item.kind === 'text' ? [item.runs.map(({ shaped, x }) => {
        const ink = shaped.clusters.map(({ glyph }) => glyph.parts.length > 0 ? glyph.text : '_').join('')
        return { text: shaped.run.text.replace(/[\u2066-\u2069]/g, ''), ink: ink.replace(/[\u2066-\u2069]/g, ''), x: Math.round((x - left) / 5) }
      }).filter(({ text }) => text !== '')] : [],
    ) // prettier-ignore
  }
  test('is not seen where a line ends, and read in its place', () => {
    // 40 columns: 17 letters, and 16 and 12 with a dot between them, are more alike than 36 and 12.
    expect(footOf('Leaflet on a data · The whole notice · Easy reading', 'ltr', 'en')).toEqual([
      [
        { text: 'Leaflet on a data', ink: 'Leaflet on a data', x: 0 },
        { text: ' · ', ink: ' _ ', x: 17 },
      ],
      [{ text: 'The whole notice · Easy reading', ink: 'The whole notice · Easy reading', x: 0 }],
    ])
  })
  test('stands where the lines of the leaflet end, not on the side of the English it is among', () => {
    // 17 letters end at the right edge of 40 columns; what hangs behind them is to their left.
    const [first] = footOf('Leaflet on a data · The whole notice · Easy reading', 'rtl', 'en')
    expect(first!.map(({ ink, x }) => [ink, x])).toEqual([
      ['Leaflet on a data', 23],
      [' _ ', 20],
    ])
  })
})

test('furniture belongs to no structure element', () => {
  for (const page of pages) {
    const owned = page.items.filter((i) => i.element !== null)
    expect(owned.every((i) => i.kind === 'text' && i.element!.startsWith('p'))).toBe(true)
  }
})
