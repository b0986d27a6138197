import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { Face, matchedScale } from '../../src/text/index.js'
import { packageFace as face } from './helpers/packages.js'

const sourceCode = new Face(
  'code',
  new Uint8Array(readFileSync('node_modules/source-code-pro/TTF/SourceCodePro-Regular.ttf')),
)

describe('a face is set as large as Noto Sans looks', () => {
  test.each([
    ['noto-sans', 'Latn'],
    ['noto-sans-hebrew', 'Hebr'],
    ['noto-sans-bengali', 'Beng'],
    ['noto-sans-devanagari', 'Deva'],
    ['noto-sans-tamil', 'Taml'],
    ['noto-sans-khmer', 'Khmr'],
    ['noto-sans-myanmar', 'Mymr'],
    ['noto-sans-ethiopic', 'Ethi'],
    ['noto-sans-georgian', 'Geor'],
    ['noto-sans-sc', 'Hans'],
  ])('the fonts that Noto made for it need nothing: %s', (name, script) => {
    expect(matchedScale(face(name), script)).toBe(1)
    expect(matchedScale(face(name, '700Bold'), script)).toBe(1)
  })

  test('Naskh, whose letters are smaller than those of Noto Sans Arabic, is set larger', () => {
    // Means of د ه س ع م و ح ص above the line, from the fonts' own bounds: 0.422 em and 0.383 em.
    expect(matchedScale(face('noto-naskh-arabic'), 'Arab')).toBeCloseTo(0.422 / 0.383, 1)
  })

  test('Nastaliq, whose letters are taller, is never set smaller', () => {
    expect(matchedScale(face('noto-nastaliq-urdu'), 'Arab')).toBe(1)
  })

  test('a Latin font goes by its x-height', () => {
    // OS/2 sxHeight: 536 of 1000 in Noto Sans, 486 in Source Code.
    expect(matchedScale(sourceCode, 'Latn')).toBeCloseTo(536 / 486, 1)
  })

  test('a font without letters of the language goes by the letters that it has', () => {
    expect(matchedScale(sourceCode, 'Arab')).toBe(matchedScale(sourceCode, 'Latn'))
  })

  test('where no script is asked for, the letters that a font is chosen for count, not the Latin ones beside them', () => {
    const naskh = face('noto-naskh-arabic')
    expect(naskh.covers('x')).toBe(true)
    expect(matchedScale(naskh)).toBe(matchedScale(naskh, 'Arab'))
  })
})
