import { describe, expect, test } from 'vitest'
import { inMemory, readSfnt, writeSfnt } from '../../src/text/sfnt.js'
import { soundness } from '../../src/text/sound-outline.js'
import { itemise, lostLetters, shapeRun, Face } from '../../src/text/index.js'
import { say } from './helpers/spans.js'
import { packageBytes } from './helpers/packages.js'
import { processorTime } from '../helpers/processor-time.js'

// Glyph descriptions by hand (OpenType 1.9, glyf). Numbers are big-endian, two bytes each unless they are a list of bytes.
const words = (...values: number[]): number[] => values.flatMap((v) => [(v >> 8) & 0xff, v & 0xff])

/** A triangle 0,0 – 100,0 – 0,100 with these bounds, or these flags. */
const triangle = ({ box = [0, 0, 100, 100], flags = [0x37, 0x33, 0x27], end = 2 } = {}): Uint8Array =>
  // Flags: on the curve; x one byte and positive, then x one byte, then x one byte negative; y the same or one byte.
  Uint8Array.from([...words(1, ...box, end, 0), ...flags, 0, 100, 100, 0, 100])

/** A composite of these glyphs at 0,0: ARGS_ARE_WORDS and ARGS_ARE_XY, MORE_COMPONENTS but for the last. */
const composite = (...glyphs: number[]): Uint8Array =>
  Uint8Array.from(
    words(-1, 0, 0, 100, 100, ...glyphs.flatMap((g, i) => [i < glyphs.length - 1 ? 0x23 : 0x03, g, 0, 0])),
  )

const sound = (...outlines: (Uint8Array | undefined)[]): boolean => soundness((glyph) => outlines[glyph])(0)

describe('a glyph that can be drawn', () => {
  test('a simple one, a blank one, one made of others', () => {
    expect(sound(triangle())).toBe(true)
    expect(sound(new Uint8Array())).toBe(true)
    expect(sound(composite(1, 2), triangle(), composite(1))).toBe(true)
  })
})

describe('a glyph that cannot be drawn', () => {
  test('does not exist', () => {
    expect(sound(undefined)).toBe(false)
  })
  test('is cut short, at any length', () => {
    const [simple, made] = [triangle(), composite(1, 1)]
    for (let length = 1; length < simple.length; length++) expect(sound(simple.subarray(0, length))).toBe(false)
    for (let length = 1; length < made.length; length++) expect(sound(made.subarray(0, length), simple)).toBe(false)
  })
  test('has more ink by its own word than its points have: it would push its line apart', () => {
    expect(sound(triangle({ box: [0, 0, 100, 3000] }))).toBe(false)
    expect(sound(triangle({ box: [-500, 0, 100, 100] }))).toBe(false)
  })
  test('repeats a point more often than it has points', () => {
    expect(sound(triangle({ flags: [0x3f, 200, 0x27] }))).toBe(false)
  })
  test('is a part of itself, or of a part of it', () => {
    expect(sound(composite(0))).toBe(false)
    expect(sound(composite(1), composite(2), composite(0, 3), triangle())).toBe(false)
  })
  test('is made of a glyph that cannot be drawn', () => {
    expect(sound(composite(1, 2), triangle(), triangle().subarray(0, 15))).toBe(false)
    expect(sound(composite(7))).toBe(false)
  })
  test('nests deeper than any font does', () => {
    const chain = Array.from({ length: 40 }, (_, i) => composite(i + 1))
    expect(sound(...chain, triangle())).toBe(false)
  })
})

test('what is made of a thousand parts of a thousand parts is looked at once', () => {
  const thousand = (glyph: number): Uint8Array => composite(...Array.from({ length: 1000 }, () => glyph))
  let good = false
  expect(processorTime(() => (good = sound(...[1, 2, 3, 4, 5, 6, 7].map(thousand), triangle())))).toBeLessThan(1)
  expect(good).toBe(true)
})

test('a letter whose outline is damaged is a letter that the font lacks: it has a place, and is not printed as a gap', () => {
  const good = packageBytes('noto-sans-hebrew')
  const sfnt = readSfnt(inMemory(good))
  const glyf = sfnt.table('glyf')!.slice()
  const face = new Face('good', good)
  const shaped = (f: Face) => f.shape({ text: 'אב', direction: 'rtl', script: 'Hebr', language: 'yi' })
  const aleph = shaped(face).find((c) => c.glyph.text === 'א')!.glyph.parts[0]!.glyph
  // Its number of contours becomes one that its bytes do not hold.
  const [outline, loca] = [face.trueType.outline(aleph), sfnt.table('loca')!]
  const at = Buffer.from(glyf).indexOf(Buffer.from(outline))
  glyf.set([0x7f, 0xff], at)
  const tags = ['OS/2', 'cmap', 'head', 'hhea', 'hmtx', 'maxp', 'GDEF', 'GPOS', 'GSUB']
  const tables = tags.map((tag) => [tag, sfnt.table(tag)!] as const)
  const broken = new Face('broken', writeSfnt([...tables, ['glyf', glyf], ['loca', loca]]))
  expect(shaped(broken).map((c) => [c.glyph.text, c.glyph.missing])).toEqual([['ב', false], ['א', true]]) // prettier-ignore
  const fonts = { script: 'Hebr', regular: [{ face: broken, scale: 1 }], bold: [] }
  const { runs } = itemise(say('ב א', 'yi'), fonts, 'rtl')
  expect(runs.map(shapeRun).flatMap(lostLetters)).toMatchObject([{ grapheme: 'א', offset: 2 }])
})
