import { expect, test } from 'vitest'
import { fragmentOf, outlineOf, type Block, type Element } from '../../src/document/index.js'
import { documentOf, heading, list, paragraph, row } from '../layout/helpers/print-shop.js'
import { say } from '../text/helpers/spans.js'

const blocks: Block[] = [
  heading('h1', 1),
  paragraph('p', 1),
  heading('h2', 2),
  list('l', 3),
  heading('h3', 3),
  row('r'),
  { kind: 'box', id: 'b', blocks: [heading('h4', 2), paragraph('q', 1)] },
  { kind: 'words', id: 'w', entries: [{ kind: 'word', id: 'w.1', term: say('a'), meaning: say('b') }] },
]
const outline = (printed: readonly string[]): string => {
  const write = ({ id, role, children }: Element): string =>
    `${role} ${id}${children.length > 0 ? ` (${children.map(write).join(', ')})` : ''}`
  return outlineOf(fragmentOf(documentOf(blocks), new Set(printed)))
    .children.map(write)
    .join('\n')
}

test('a fragment has the blocks with something printed, of lists and hard words only what is', () => {
  expect(outline(['h1', 'l.1.label', 'l.1.body'])).toBe('H1 h1\nL l (LI l.1 (Lbl l.1.label, LBody l.1.body))')
  expect(outline(['h1', 'q', 'w.1.term'])).toBe('H1 h1\nDiv b (H2 h4, P q)\nL w (LI w.1 (Lbl w.1.term, LBody w.1.meaning))') // prettier-ignore
})

test('its first heading is a title, and those after it keep their distance', () => {
  expect(outline(['h2', 'h3', 'r.text'])).toBe('H1 h2\nH2 h3\nDiv r (Figure r.figure, P r.text)')
  expect(outline(['h3', 'h4'])).toBe('H1 h3\nDiv b (H1 h4, P q)')
})
