import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readFontProgram } from '../../src/proof/font-program.js'

const bytes = readFileSync('node_modules/@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf')

test('advances are those of hmtx, in thousandths of an em', () => {
  // Noto Sans 2.x, 1,000 units an em: .notdef is 600 wide, the space (glyph 3) 260.
  const { advanceOf, glyphCount } = readFontProgram(bytes)
  expect([0, 3].map(advanceOf)).toEqual([600, 260])
  expect(glyphCount).toBeGreaterThan(1000)
})

test('a file cut short or changed is a RangeError or a font, never anything else', () => {
  const read = (file: Uint8Array): void => {
    try {
      readFontProgram(file).advanceOf(3)
    } catch (error) {
      expect(error).toBeInstanceOf(RangeError)
    }
  }
  fc.assert(fc.property(fc.integer({ min: 0, max: 2000 }), (length) => { read(bytes.subarray(0, length)) })) // prettier-ignore
  const head = bytes.subarray(0, 400)
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 399 }), fc.integer({ min: 0, max: 255 }), (at, to) => {
      read(head.map((byte, i) => (i === at ? to : byte)))
    }),
  )
})
