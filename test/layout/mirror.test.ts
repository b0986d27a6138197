import { describe, expect, test } from 'vitest'
import { papers, pt } from '../../src/geometry/index.js'
import type { Block, Document, Text } from '../../src/document/index.js'
import type { Item, Page } from '../../src/layout/index.js'
import { filler, heading, list, pagesOf, paragraph, plainTheme, row, say } from './helpers/print-shop.js'

const theme = plainTheme(12, {
  paragraphGap: pt(6),
  headings: [0, 1, 2].map(() => ({ size: pt(12), leading: pt(14), colour: 'accent', before: pt(9), after: pt(3), rule: pt(1) })) as never,
}) // prettier-ignore

const leaflet: Block[] = [
  { kind: 'paragraph', id: 'draft', style: 'draft', text: say('Draft, nobody checked it') },
  heading('one'),
  paragraph('p', filler(3)),
  paragraph('q', say('Some words that stand in two lines, more or less, for a test')),
  list('l', 6),
  heading('two'),
  row('r', say('A row with a sentence beside its picture')),
  row('s'),
  { kind: 'box', id: 'b', blocks: [heading('three', 3), paragraph('bp', say('Ask at the town hall'))] },
  { kind: 'words', id: 'w', entries: [{ kind: 'word', id: 'e', term: say('Consent'), meaning: say('You say yes') }] },
]
const furniture: Document['furniture'] = {
  draft: [say('Draft')],
  tab: [say('Language'), say('English')],
  foot: [say('Name of the notice and its date')],
  folio: say('Page'),
  digits: '0123456789',
}

const ltr = pagesOf(leaflet, theme, { furniture })
const rtl = pagesOf(
  inHebrew(leaflet),
  theme,
  inHebrew({ furniture, direction: 'rtl' as const, lang: 'he' } satisfies Partial<Document>),
)

/** The same with an alef for each Latin letter of the texts: as wide on a typewriter, but right-to-left. */
function inHebrew<T>(tree: T): T {
  const texts = new Set(['text', 'term', 'meaning', 'alt', 'draft', 'tab', 'foot', 'folio'])
  const turn = (key: string, value: unknown): unknown =>
    texts.has(key) && Array.isArray(value)
      ? (value as (Text | Text[number])[]).map((v) => (Array.isArray(v) ? v.map(hebrew) : hebrew(v as Text[number])))
      : value
  return JSON.parse(JSON.stringify(tree, (key, value: unknown) => turn(key, value))) as T
}
function hebrew(span: Text[number]): Text[number] {
  return { ...span, text: span.text.replace(/[A-Za-z]/g, 'א') }
}

/** Adding zero makes -0 into 0. */
const round = (n: number): number => Math.round(n * 1000) / 1000 + 0
/** Left and right edge of an item, rounded to a thousandth of a point. */
function edges(item: Item): [left: number, right: number] {
  if (item.kind !== 'text') return [round(item.rect.x), round(item.rect.x + item.rect.width)]
  const { runs } = item
  return [round(Math.min(...runs.map((r) => r.x))), round(Math.max(...runs.map((r) => r.x + r.width)))]
}
const mirrored = ([left, right]: [number, number]): [number, number] => {
  return [round(papers.A4.width - right), round(papers.A4.width - left)]
}
const heightOf = (item: Item): number => (item.kind === 'text' ? item.baseline : item.rect.y)
const items = (pages: readonly Page[], kind: Item['kind']): Item[] =>
  pages.flatMap((p) => p.items.filter((i) => i.kind === kind))

describe('a right-to-left leaflet is the left-to-right one in a mirror', () => {
  test('with as many items of every kind on every page, at the same heights', () => {
    expect(rtl.map((p) => p.items.map((i) => [i.kind, i.element, heightOf(i)]))).toEqual(
      ltr.map((p) => p.items.map((i) => [i.kind, i.element, heightOf(i)])),
    )
  })

  test.each(['text', 'picture', 'rule', 'frame'] as const)('each %s', (kind) => {
    expect(items(ltr, kind).length).toBeGreaterThan(0)
    expect(items(rtl, kind).map(edges)).toEqual(items(ltr, kind).map(edges).map(mirrored))
  })
})

test('the margins are not alike, so this is a test', () => {
  const { margins } = theme.formats['plain']!
  expect(margins.start).not.toBe(margins.end)
})
