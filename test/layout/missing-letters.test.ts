import { expect, test } from 'vitest'
import { letterFinding } from '../../src/layout/index.js'
import { fileStart } from '../../src/report/index.js'
import type { FontSet, ScaledFace } from '../../src/text/index.js'

const face = (id: string, letters: string): ScaledFace =>
  ({ face: { id, covers: (grapheme: string) => letters.includes(grapheme) }, scale: 1 }) as unknown as ScaledFace
const title = (grapheme: string, weight: 'regular' | 'bold', fonts: FontSet): string => {
  const span = { text: grapheme, lang: 'tr', weight, origin: { place: fileStart('locales/tr/visit.json') } } as const
  return letterFinding({ grapheme, span, offset: 0 }, fonts, 'Turkish').title
}

test('of a letter that is missing, the fonts are named; the weight, if it is in the other', () => {
  const fonts: FontSet = {
    script: 'Latn',
    regular: [face('NotoSans_400Regular', 'ab'), face('Mine-Regular', '')],
    bold: [face('NotoSans_700Bold', 'a'), face('Mine-Bold', '')],
  }
  expect(title('b', 'bold', fonts)).toBe('No glyph for "b" (U+0062) in NotoSans_700Bold or Mine-Bold')
  expect(title('c', 'bold', fonts)).toBe('No glyph for "c" (U+0063) in NotoSans or Mine')
  expect(title('c', 'regular', fonts)).toBe(title('c', 'bold', fonts))
})
