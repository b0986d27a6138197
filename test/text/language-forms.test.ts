import { describe, expect, test } from 'vitest'
import type { Face } from '../../src/text/index.js'
import { outlineSize, type OutlineSize } from '../../src/text/outline.js'
import { packageFace } from './helpers/packages.js'

/** Glyphs of a text in a language, without what stands for its text. */
function glyphs(face: Face, text: string, [script, language]: readonly [string, string]): string {
  const direction = script === 'Arab' ? 'rtl' : 'ltr'
  const clusters = face.shape({ text, direction, script, language })
  return clusters.flatMap((c) => c.glyph.parts.map((p) => p.glyph)).join(' ')
}
/** The letters of a text that look different in two languages. */
const different = (face: Face, letters: string, script: string, languages: readonly [string, string]): string =>
  [...letters]
    .filter((l) => glyphs(face, l, [script, languages[0]]) !== glyphs(face, l, [script, languages[1]]))
    .join('')

const RUSSIAN = 'абвгдежзийклмнопрстуфхцчшщъыьэюя'
const sans = packageFace('noto-sans')
const sourceSans = packageFace('source-sans-3')
const devanagari = packageFace('noto-sans-devanagari')
const naskh = packageFace('noto-naskh-arabic')
const nastaliq = packageFace('noto-nastaliq-urdu')

describe('one code point has the form of its language (OpenType locl)', () => {
  test('Serbian and Macedonian б', () => {
    expect(different(sans, RUSSIAN, 'Cyrl', ['ru', 'sr'])).toBe('б')
    expect(different(sans, RUSSIAN, 'Cyrl', ['ru', 'sr-Cyrl-RS'])).toBe('б')
    expect(different(sans, RUSSIAN, 'Cyrl', ['ru', 'mk'])).toBe('б')
  })
  test('Bulgarian letters, where the font has them: Source Sans does, Noto Sans does not', () => {
    expect(different(sourceSans, RUSSIAN, 'Cyrl', ['ru', 'bg'])).toMatch(/^вгджзийклпт/)
    expect(different(sans, RUSSIAN, 'Cyrl', ['ru', 'bg'])).toBe('')
  })
  test('Romanian comma below, also where the cedilla was typed', () => {
    expect(glyphs(sans, 'şţŞŢ', ['Latn', 'ro'])).toBe(glyphs(sans, 'șțȘȚ', ['Latn', 'ro']))
    expect(different(sans, 'şţŞŢ', 'Latn', ['ro', 'tr'])).toBe('şţŞŢ')
  })
  test('Marathi and Nepali letters and digits', () => {
    expect(different(devanagari, 'कलशझ५८९', 'Deva', ['hi', 'mr'])).toBe('लश')
    expect(different(devanagari, 'कलशझ५८९', 'Deva', ['hi', 'ne'])).toBe('झ५८९')
  })
  test('Urdu and Sindhi digits in Naskh; Persian, Pashto and Sorani have the plain ones', () => {
    const digits = '۰۱۲۳۴۵۶۷۸۹'
    expect(different(naskh, digits, 'Arab', ['fa', 'ur'])).toBe('۴۶۷')
    expect(different(naskh, digits, 'Arab', ['fa', 'sd'])).toBe('۶۷')
    for (const tag of ['ps', 'ckb', 'ku-Arab']) expect(different(naskh, digits, 'Arab', ['fa', tag])).toBe('')
  })
})

describe('the fonts have the letters', () => {
  test.each([
    ['Polish', sans, 'ąćęłńóśźżĄĆĘŁŃÓŚŹŻ'],
    ['Turkish', sans, 'çğıöşüÇĞİÖŞÜ'],
    ['Romanian', sans, 'ăâîșțĂÂÎȘȚ'],
    ['Pashto', naskh, 'ټځڅډړږښګڼۍېئ'],
    ['Persian', naskh, 'پچژگکیهٔ‌۰۱۲۳۴۵۶۷۸۹'],
    ['Sorani', naskh, 'ئابپتجچحخدرڕزژسشعغفڤقکگلڵمنوۆهھەیێ٠١٢٣٤٥٦٧٨٩'],
    ['Urdu', nastaliq, 'ٹڈڑںھہۂۃیےۓکگ۰۱۲۳۴۵۶۷۸۹۔؟،'],
  ])('%s', (_, face, letters) => {
    expect([...letters].filter((l) => !face.covers(l))).toEqual([])
  })
})

test('Turkish fi keeps its dot, and is another thing than fı', () => {
  // Contours: f, stem, dot. The ligature is a composite.
  const size = (glyph: number): OutlineSize => outlineSize(sans.trueType.outline(glyph), size)
  const contours = (text: string): number =>
    sans
      .shape({ text, direction: 'ltr', script: 'Latn', language: 'tr' })
      .flatMap((c) => c.glyph.parts.map((p) => size(p.glyph).contours))
      .reduce((sum, n) => sum + n)
  expect(contours('fi')).toBe(3)
  expect(contours('fı')).toBe(2)
})

test('symbols that text fonts lack are covered by no face, so that they are findings and not boxes', () => {
  expect(['→', '✓', '☎', '😀', '👩‍👧'].filter((s) => sans.covers(s))).toEqual([])
})
