import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { buildClusterFont, Face } from '../../src/text/index.js'
import { inMemory, readSfnt } from '../../src/text/sfnt.js'
import { readTrueType } from '../../src/text/true-type.js'

const expo = (name: string): Uint8Array => {
  const [family, weight] = name.split('_') as [string, string]
  const folder = family.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase()
  return new Uint8Array(readFileSync(`node_modules/@expo-google-fonts/${folder}/${weight}/${name}.ttf`))
}
const sourceCode = (file: string): Uint8Array => new Uint8Array(readFileSync(`node_modules/source-code-pro/${file}`))

/** HarfBuzz frees a font's memory when JavaScript is idle, which a test never is: some thousands would fill it up. */
const RUNS = 40

/** One font of each kind of outlines and of shaping, and a text that it is for. */
const fonts: readonly (readonly [kind: string, bytes: Uint8Array, text: string, script: string, language: string])[] = [
  ['TrueType, marks', expo('NotoSansHebrew_400Regular'), 'שָׁלוֹם א 12', 'Hebr', 'yi'],
  ['TrueType, joining letters', expo('NotoNaskhArabic_400Regular'), 'مُعلومات لا ١٢', 'Arab', 'ar'],
  ['TrueType, conjuncts', expo('NotoSansBengali_400Regular'), 'ক্ষেত্র র‍্যাব', 'Beng', 'bn'],
  ['CFF', sourceCode('OTF/SourceCodePro-Regular.otf'), 'Affinity é 12', 'Latn', 'en'],
  ['variable TrueType', sourceCode('VF/SourceCodeVF-Upright.ttf'), 'Affinity é 12', 'Latn', 'en'],
  ['CFF2', sourceCode('VF/SourceCodeVF-Upright.otf'), 'Affinity é 12', 'Latn', 'en'],
]

describe.each(fonts)(
  'a damaged font is refused in words or used as far as it goes: %s',
  (_, good, text, script, language) => {
    const rtl = ['Hebr', 'Arab'].includes(script)
    /** All that is done with a font, from file to subset. False when it is refused; anything but RangeError is a fault. */
    function use(bytes: Uint8Array): boolean {
      let face: Face
      try {
        face = new Face('test', bytes)
      } catch (error) {
        if (error instanceof RangeError) return false
        throw error
      }
      for (const letter of text) face.covers(letter)
      const clusters = face.shape({ text, direction: rtl ? 'rtl' : 'ltr', script, language })
      const covered = clusters.map((c) => c.glyph.text)
      expect((rtl ? covered.reverse() : covered).join('')).toBe(text)
      const built = buildClusterFont(
        face,
        clusters.map((c) => c.glyph),
      )
      const read = readTrueType(built.bytes)
      for (let glyph = 0; glyph < read.glyphCount; glyph++) expect(read.sound(glyph)).toBe(true)
      expect(built.glyphOf.every((glyph) => glyph < read.glyphCount)).toBe(true)
      return true
    }

    test('undamaged it is used', () => {
      expect(use(good)).toBe(true)
    })

    test('bytes changed anywhere', () => {
      const spot = fc.tuple(fc.nat(good.length - 1), fc.nat(255))
      fc.assert(
        fc.property(fc.array(spot, { minLength: 1, maxLength: 30 }), (spots) => {
          const bytes = good.slice()
          for (const [at, value] of spots) bytes[at] = value
          use(bytes)
        }),
        { numRuns: RUNS },
      )
    })

    test('a table full of other bytes', () => {
      const sfnt = tablesOf(good)
      fc.assert(
        fc.property(fc.constantFrom(...sfnt), fc.integer(), fc.nat(1000), ({ start, length }, seed, from) => {
          const bytes = good.slice()
          let state = seed >>> 0
          const first = Math.floor((length * from) / 1000)
          for (let i = first; i < Math.min(length, first + 4000); i++) {
            state = (Math.imul(state, 1664525) + 1013904223) >>> 0
            bytes[start + i] = state >>> 24
          }
          use(bytes)
        }),
        { numRuns: RUNS },
      )
    })

    test('a table that ends too early', () => {
      const sfnt = tablesOf(good)
      fc.assert(
        fc.property(fc.constantFrom(...sfnt), fc.nat(1000), ({ entry, length }, part) => {
          const bytes = good.slice()
          new DataView(bytes.buffer).setUint32(entry + 12, Math.floor((length * part) / 1000))
          use(bytes)
        }),
        { numRuns: RUNS },
      )
    })

    test('the file cut short is refused, or what is lost was padding', () => {
      fc.assert(
        fc.property(fc.nat(good.length - 8), (length) => {
          expect(use(good.slice(0, length))).toBe(false)
        }),
        { numRuns: RUNS },
      )
    })
  },
)

/** Where each table and its entry stand. */
function tablesOf(bytes: Uint8Array): { tag: string; entry: number; start: number; length: number }[] {
  expect(readSfnt(inMemory(bytes)).lengthOf('head')).toBe(54)
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  return Array.from({ length: view.getUint16(4) }, (_, i) => {
    const entry = 12 + i * 16
    const tag = Buffer.from(bytes.subarray(entry, entry + 4)).toString('latin1')
    return { tag, entry, start: view.getUint32(entry + 8), length: view.getUint32(entry + 12) }
  })
}
