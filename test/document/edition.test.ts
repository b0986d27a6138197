import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contentPrint, editionCode, isEdition, readEdition, type Content } from '../../src/document/index.js'
import { sampleDocument } from '../proof/helpers/sample-document.js'

const contentOf = (change: Partial<Content> = {}): Content => {
  const { lang, direction, notice, service, format, contentDate, blocks, furniture } = sampleDocument()
  return { lang, direction, notice, service, format, contentDate, blocks, furniture, ...change }
}
const prints = fc.stringMatching(/^[0-9a-f]{64}$/)
const SIGNS = '0123456789BCDFGHJKMNPQRSTVWXY'

describe('the code of an edition', () => {
  test('stands for what the leaflet says, wherever its texts stand in files', () => {
    const one = contentOf()
    const moved = JSON.parse(JSON.stringify(one).replaceAll('"line":', '"line":1')) as Content
    expect(moved.blocks).not.toEqual(one.blocks)
    expect(contentPrint(moved)).toBe(contentPrint(one))
    expect(contentPrint(contentOf({ service: 'clinical' }))).not.toBe(contentPrint(one))
    expect(contentPrint(contentOf({ blocks: one.blocks.slice(1) }))).not.toBe(contentPrint(one))
  })

  test('has eight characters, none of which is taken for another, and no vowel', () => {
    fc.assert(
      fc.property(prints, (print) => {
        expect(editionCode(print)).toMatch(/^[0-9BCDFGHJKMNPQRSTVWXY]{8}$/)
        expect(isEdition(editionCode(print))).toBe(true)
      }),
    )
  })

  test('is worked out by hand: the first 64 bits of the print modulo 29 to the 7th, then the check', () => {
    // 30 is 1·29 + 1: 0000011; 6·1 + 7·1 = 13, the 14th sign is F.
    expect(editionCode(`${'1e'.padStart(16, '0')}${'0'.repeat(48)}`)).toBe('0000011F')
  })

  test('notices each character that is another, and each two that changed places', () => {
    const at = fc.integer({ min: 0, max: 7 })
    fc.assert(
      fc.property(prints, at, at, fc.constantFrom(...SIGNS.split('')), (print, i, j, sign) => {
        const code = editionCode(print)
        const misread = code.slice(0, i) + sign + code.slice(i + 1)
        expect(isEdition(misread)).toBe(misread === code)
        // The check character itself counts once for all, so it is left out of the swap.
        const letters = [...code]
        ;[letters[i % 7], letters[j % 7]] = [letters[j % 7]!, letters[i % 7]!]
        expect(isEdition(letters.join(''))).toBe(letters.join('') === code)
      }),
    )
  })

  test('may be typed with small letters, spaces, hyphens, and O, I, L, Z for 0, 1, 1, 2', () => {
    expect(readEdition(' 3ktm–7qx9 ')).toBe('3KTM7QX9')
    expect(readEdition('oilz')).toBe('0112')
    expect(isEdition('3KTM7QX9')).toBe(true)
    expect(isEdition('3KTM7QX')).toBe(false)
    expect(isEdition('3KTM7QXU')).toBe(false)
  })
})
