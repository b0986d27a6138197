import type { Block, Document, Furniture, Heading, List, Paragraph, Row, Text } from '../../../src/document/index.js'
import { papers, pt } from '../../../src/geometry/index.js'
import { paginate, type FormatStyle, type Page, type TextItem, type Theme } from '../../../src/layout/index.js'
import { say, span } from '../../text/helpers/spans.js'
import { typewriter } from './typewriter.js'

/** Leading of all text, points: a line of body text is one row of the page's grid. */
export const LEADING = 12
/** Characters a line. */
export const COLUMNS = 40

/**
 * Looks that can be counted: all text at 10 on 12 points, 40 columns, no spaces between blocks, pages of so many lines
 * where there is no foot.
 * The start margin is narrower than the end margin, so that mirroring shows.
 */
export function plainTheme(lines: number, more: Partial<FormatStyle> = {}): Theme {
  const look = { size: pt(10), leading: pt(LEADING), colour: 'text' } as const
  const heading = { ...look, before: pt(0), after: pt(0), rule: pt(0) }
  const { width, height } = papers.A4
  const top = 60
  const start = 50
  // Above the bottom margin stand the foot, 6 points without text, and 8 points of air.
  const bottom = height - top - lines * LEADING - 6 - 8 - 0.5
  const style: FormatStyle = {
    paper: 'A4',
    margins: { top: pt(top), bottom: pt(bottom), start: pt(start), end: pt(width - start - COLUMNS * 5) },
    text: { organisation: look, lead: look, draft: look, body: look, small: look, foot: look, tab: look },
    headings: [heading, heading, heading],
    paragraphGap: pt(0),
    list: { indent: pt(20), gap: pt(0) },
    row: { picture: pt(2 * LEADING), gutter: pt(10), gap: pt(0) },
    words: { gap: pt(0) },
    box: { padding: pt(10), border: pt(1) },
    ...more,
  }
  return { colours: { text: '#000000', accent: '#00664F', hairline: '#777777' }, formats: { plain: style } }
}

/** Text of exactly so many lines of 40 columns; each line is one word, so nothing moves to another line. */
export const filler = (lines: number): Text =>
  say(Array.from({ length: lines }, (_, i) => String.fromCharCode(97 + (i % 26)).repeat(COLUMNS)).join(' '))

export const paragraph = (id: string, text: Text | number): Paragraph => ({
  kind: 'paragraph',
  id,
  style: 'body',
  text: typeof text === 'number' ? filler(text) : text,
})
export const heading = (id: string, depth: 1 | 2 | 3 = 2): Heading => ({ kind: 'heading', id, depth, text: say(id) })
export const list = (id: string, items: number): List => ({
  kind: 'list',
  id,
  items: Array.from({ length: items }, (_, i) => ({ kind: 'item', id: `${id}.${i}`, text: say(`item ${i}`) })),
})
export const row = (id: string, text: Text = say('a row')): Row => ({
  kind: 'row',
  id,
  figure: {
    kind: 'figure',
    id: `${id}.figure`,
    picture: { id: 'picture', size: { width: 10, height: 10 }, shapes: [] },
    alt: say('a picture'),
  },
  text,
})

const bare: Furniture = { draft: [], tab: [], foot: [], folio: [], digits: '0123456789' }

export function documentOf(blocks: readonly Block[], more: Partial<Document> = {}): Document {
  return {
    lang: 'en',
    direction: 'ltr',
    title: 'Test',
    notice: 'test',
    service: 'whole',
    format: 'plain',
    contentDate: '2018-05-25',
    issueDate: '2026-12-01',
    edition: '3KTM7QX9',
    blocks,
    furniture: bare,
    ...more,
  }
}

/** Pages of a typewritten leaflet. */
export function pagesOf(blocks: readonly Block[], theme: Theme, more: Partial<Document> = {}): readonly Page[] {
  const document = documentOf(blocks, more)
  return paginate({ document, theme, fonts: typewriter(document.direction === 'rtl' ? 'Hebr' : 'Latn') }).pages
}

export const textItems = (page: Page): TextItem[] => page.items.filter((i) => i.kind === 'text')
/** Text of a line in logical order. */
export const textOf = (item: TextItem): string => item.runs.map((r) => r.shaped.run.text).join('')
/** On each page, how many lines an element has. */
export const linesPerPage = (pages: readonly Page[], element: string): number[] =>
  pages.map((p) => textItems(p).filter((i) => i.element === element).length)
export { say, span }
