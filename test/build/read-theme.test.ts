import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readTheme } from '../../src/build/read-theme.js'
import { memoryShelf } from '../helpers/shelf.js'

const THEME = readFileSync('templates/themes/doorstep.json', 'utf8')
interface Form {
  readonly colours: Record<string, string>
  readonly formats: {
    readonly standard: {
      readonly margins: { top: unknown; start: unknown }
      readonly row: { picture: unknown }
      readonly text: { readonly body: { size: unknown; leading: unknown } }
    }
  }
}
function said(change: (standard: Form['formats']['standard']) => void): string[] {
  const theme = JSON.parse(THEME) as Form
  change(theme.formats.standard)
  const shelf = memoryShelf({ 'templates/themes/a.json': JSON.stringify(theme) })
  return readTheme(shelf, 'a').findings.map((f) => f.title)
}

function inColours(colours: Readonly<Record<string, string>>): string[] {
  const theme = JSON.parse(THEME) as Form
  Object.assign(theme.colours, colours)
  const shelf = memoryShelf({ 'templates/themes/a.json': JSON.stringify(theme) })
  return readTheme(shelf, 'a').findings.map((f) => f.title)
}

test.each([0, -1, 3, 201, 1e9, '0mm', '71mm'])('type of %s is none that a reader could read', (size) => {
  const words = (name: string) =>
    `"formats.standard.text.body.${name}" has a value that Doorstep cannot use: type and its leading are 4 to 200 points`
  const titles = said(({ text }) => {
    text.body.size = size
    text.body.leading = size
  })
  for (const name of ['size', 'leading']) expect(titles).toContain(words(name))
})

test.each([-1, 2001, 1e308, '99999mm'])('a margin of %s is none', (top) => {
  const titles = said(({ margins }) => (margins.top = top))
  expect(titles).toEqual([
    '"formats.standard.margins.top" has a value that Doorstep cannot use: a length is 0 to 2000 points',
  ])
})

test.each([0, 4, 12.5, '21mm'])('a margin of %s is one', (top) => {
  expect(said(({ margins }) => (margins.top = top))).toEqual([])
})

// A4 is 595.3 by 841.9 points; standard type is 14 on 20, margins are 21 mm, a foot of five lines has 77.5 points.
test.each([
  ['margins', 'they leave no room for lines of twelve letters', { start: 452 }],
  ['margins', 'they leave no room for ten lines above a foot of five', { top: 540 }],
  ['row.picture', 'it is larger than a page', { picture: 596 }],
])('%s: %s', (name, words, change) => {
  const titles = said(({ margins, row }) => Object.assign('picture' in change ? row : margins, change))
  expect(titles).toEqual([`"formats.standard.${name}" has a value that Doorstep cannot use: ${words}`])
})

test('margins may leave just that room', () => {
  // 595.3 − 59.5 − 450 = 85.8, at least 84; 841.9 − 520 − 28.3 − 77.5 = 216, at least 200.
  const titles = said(({ margins, row }) => {
    Object.assign(margins, { start: 450, top: 520 })
    row.picture = 0
  })
  expect(titles).toEqual([])
})

// WCAG 2.2: #767676 has 4.54 to 1 on white, #777777 has 4.48.
test.each([
  ['text', '#FFFFFF'],
  ['text', '#777777'],
  ['accent', '#ffff00'],
])('letters that hardly anybody could read on paper are none: %s %s', (name, colour) => {
  expect(inColours({ [name]: colour })).toEqual([
    `"colours.${name}" has a value that Doorstep cannot use: it is too light for print on white: its contrast is under 4.5 to 1`,
  ])
})

test('letters may be as light as #767676, and rules lighter', () => {
  expect(inColours({ text: '#767676', hairline: '#CCCCCC' })).toEqual([])
})
