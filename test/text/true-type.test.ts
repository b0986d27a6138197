import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { Face } from '../../src/text/index.js'
import { readTrueType } from '../../src/text/true-type.js'

const file = 'node_modules/@expo-google-fonts/noto-sans-hebrew/400Regular/NotoSansHebrew_400Regular.ttf'
const hebrew = new Uint8Array(readFileSync(file))

/** A copy of the font with some bytes changed. */
function changed(change: (view: DataView, bytes: Uint8Array) => void): Uint8Array {
  const bytes = hebrew.slice()
  change(new DataView(bytes.buffer), bytes)
  return bytes
}
/** Where the entry of a table stands in the font's list of tables; the list begins at 12, 16 bytes each. */
function entryOf(tag: string, bytes = hebrew): number {
  for (let at = 12; at < 12 + 16 * 40; at += 16) {
    if (Buffer.from(bytes.subarray(at, at + 4)).toString('latin1') === tag) return at
  }
  throw new RangeError(`no ${tag}`)
}
const tableAt = (tag: string): number => new DataView(hebrew.buffer, hebrew.byteOffset).getUint32(entryOf(tag) + 8)
const rename = (tag: string, to: string): Uint8Array =>
  changed((_, bytes) => {
    bytes.set(Buffer.from(to, 'latin1'), entryOf(tag))
  })
/** The message that a person gets; anything but RangeError fails the test. */
function refusal(bytes: Uint8Array): string | undefined {
  try {
    new Face('test', bytes)
    return undefined
  } catch (error) {
    if (error instanceof RangeError) return error.message
    throw error
  }
}

test('a good font is read, also from the middle of a larger buffer', () => {
  const larger = new Uint8Array(hebrew.length + 7)
  larger.set(hebrew, 7)
  for (const bytes of [hebrew, larger.subarray(7)]) {
    const font = readTrueType(bytes)
    expect(font.unitsPerEm).toBe(1000)
    expect(font.postScriptName).toBe('NotoSansHebrew-Regular')
    expect(font.weight).toBe(400)
    expect(font.outline(0).length).toBeGreaterThan(10)
  }
})

test('a PostScript name is one that a PDF can have: no "#" (ISO 32000-1 §7.3.5), 63 characters at most (OpenType, name 6)', () => {
  /** The font with another name 6, written over the longest of its texts. */
  const named = (name: string): string =>
    readTrueType(
      changed((view) => {
        const table = tableAt('name')
        const records = Array.from({ length: view.getUint16(table + 2) }, (_, i) => table + 6 + 12 * i)
        const longest = records.reduce((a, b) => (view.getUint16(b + 8) > view.getUint16(a + 8) ? b : a))
        const offset = view.getUint16(longest + 10)
        const texts = table + view.getUint16(table + 4)
        for (const record of records.filter((r) => view.getUint16(r + 6) === 6)) {
          view.setUint16(record + 8, name.length * 2)
          view.setUint16(record + 10, offset)
        }
        for (let i = 0; i < name.length; i++) view.setUint16(texts + offset + 2 * i, name.charCodeAt(i))
      }),
    ).postScriptName
  expect(named('Sans#2FA[b]')).toBe('Sans2FAb')
  expect(named('A'.repeat(70))).toBe('A'.repeat(63))
})

test('a glyph that the font does not have is blank', () => {
  const font = readTrueType(hebrew)
  expect(font.outline(font.glyphCount)).toHaveLength(0)
  expect(font.outline(-1)).toHaveLength(0)
})

/** The first four bytes say what kind of file it is. */
const tagged = (kind: string): Uint8Array =>
  changed((_, bytes) => {
    bytes.set(Buffer.from(kind, 'latin1'))
  })
const licensed = (fsType: number): Uint8Array =>
  changed((view) => {
    view.setUint16(tableAt('OS/2') + 8, fsType)
  })
/** OpenType 1.9, OS/2 fsType: bit 1 restricted licence, bit 8 no subsetting, bit 9 bitmaps only. */
const licences: readonly (readonly [what: string, bytes: Uint8Array, words: string])[] = [
  ['no right to embed it', licensed(0x0002), 'its licence forbids embedding'],
  ['no right to embed a part of it', licensed(0x0104), 'its licence forbids embedding a part of it'],
  ['a right to embed its bitmaps only', licensed(0x0204), 'its licence forbids embedding its outlines'],
]

test('a font that may be embedded for printing, or whose licence has two answers, is used', () => {
  // Bit 2: preview and print; of several bits the least restrictive counts.
  for (const fsType of [0x0000, 0x0004, 0x0008, 0x0006]) expect(refusal(licensed(fsType))).toBeUndefined()
})

describe('a file that is no usable font is refused in words for people', () => {
  const cases: readonly (readonly [what: string, bytes: Uint8Array, words: string])[] = [
    ['an empty file', new Uint8Array(), 'the file is too short'],
    ['a few bytes', hebrew.subarray(0, 11), 'the file is too short'],
    ['the list of tables cut short', hebrew.subarray(0, 20), 'its list of tables is cut short'],
    ['the last table cut short', hebrew.subarray(0, -20), 'is cut short'],
    ['no tables', new Uint8Array(12), 'it has no outlines (glyf or CFF table)'],
    ['a collection of fonts', tagged('ttcf'), 'it is a collection of fonts (.ttc), not one font'],
    ['a font packed for the web', tagged('wOF2'), 'it is packed for the web (.woff2)'],
    ['pictures of letters', rename('glyf', 'CBDT'), 'it has only pictures of letters (CBDT), no outlines'],
    ['no outlines', rename('glyf', 'gXyf'), 'it has no outlines (glyf or CFF table)'],
    ['no place of its outlines', rename('loca', 'lXca'), 'it has no loca table'],
    ['no size', rename('head', 'hXad'), 'it has no head table'],
    ['no widths', rename('hmtx', 'hXtx'), 'it has no hmtx table'],
    ['no letters', rename('cmap', 'cXap'), 'it has no cmap table'],
    ...licences,
    [
      'more glyphs than places for them',
      changed((view) => {
        view.setUint16(tableAt('maxp') + 4, 0xffff)
      }),
      'its loca table is cut short',
    ],
    [
      'more widths than there are',
      changed((view) => {
        view.setUint16(tableAt('hhea') + 34, 0xffff)
      }),
      'its hmtx table is cut short',
    ],
    [
      'a grid of no units',
      changed((view) => {
        view.setUint16(tableAt('head') + 18, 0)
      }),
      'its em has 0 units, not 16 to 16384',
    ],
  ]
  test.each(cases)('%s', (_, bytes, words) => {
    expect(refusal(bytes)).toContain(words)
  })
})

test('a font cut short at any length is refused', () => {
  const lengths = [...Array.from({ length: 330 }, (_, i) => i), ...Array.from({ length: 200 }, (_, i) => i * 240)]
  for (const length of lengths) expect({ length, refused: refusal(hebrew.subarray(0, length)) }).toHaveProperty('refused', expect.any(String)) // prettier-ignore
})
