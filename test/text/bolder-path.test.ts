import { describe, expect, test } from 'vitest'
import { bolderPath } from '../../src/text/bolder-path.js'
import type { PathStep } from '../../src/text/harfbuzz.js'
import { fontsOf } from './helpers/fonts.js'

/** A square from its corner, round to the right or to the left, as HarfBuzz draws it: with its first corner twice. */
function square([low, high]: readonly [number, number], turn: 'right' | 'left'): PathStep[] {
  const right = [low, low, low, high, high, high, high, low]
  const left = [low, low, high, low, high, high, low, high]
  const v = turn === 'right' ? right : left
  const line = (i: number): PathStep => ({ type: 'L', values: v.slice(i * 2, i * 2 + 2) })
  return [{ type: 'M', values: v.slice(0, 2) }, line(1), line(2), line(3), line(0), { type: 'Z', values: [] }]
}

describe('strokes are drawn thicker', () => {
  test.each(['right', 'left'] as const)('half of it goes to each side, whichever way outlines turn: %s', (turn) => {
    const hole = turn === 'right' ? 'left' : 'right'
    const path = [...square([0, 100], turn), ...square([30, 70], hole)]
    expect(bolderPath(path, 10)).toEqual([...square([-5, 105], turn), ...square([35, 65], hole)])
  })

  test('a curve goes outwards with its control point', () => {
    // A lens: two curves between (0, 0) and (100, 0), round to the right, with control points 50 above and below.
    const lens: PathStep[] = [
      { type: 'M', values: [0, 0] },
      { type: 'Q', values: [50, 50, 100, 0] },
      { type: 'Q', values: [50, -50, 0, 0] },
      { type: 'Z', values: [] },
    ]
    // Sides of 45 degrees meet at right angles: each point goes along the axis by 5 · √2.
    const far = 5 * Math.SQRT2
    const values = bolderPath(lens, 10).flatMap((s) => s.values)
    const expected = [-far, 0, 50, 50 + far, 100 + far, 0, 50, -50 - far, -far, 0]
    expect(values).toHaveLength(expected.length)
    values.forEach((value, i) => {
      expect(value).toBeCloseTo(expected[i]!, 9)
    })
  })

  test('a corner no further than its shorter side is long, and a hair not at all', () => {
    const points = [0, 0, 0, 2, 100, 2, 0, 2]
    const path: PathStep[] = [
      { type: 'M', values: points.slice(0, 2) },
      ...[1, 2, 3].map((i): PathStep => ({ type: 'L', values: points.slice(i * 2, i * 2 + 2) })),
      { type: 'Z', values: [] },
    ]
    const values = bolderPath(path, 40).flatMap((s) => s.values)
    expect(values.slice(4, 6)).toEqual([100, 2])
    expect(Math.max(...values.slice(0, 4).map(Math.abs))).toBeLessThanOrEqual(4)
  })
})

describe('Urdu in bold', () => {
  const { regular, bold } = fontsOf('ur')
  const [plain, thick] = [regular[0]!.face, bold[0]!.face]
  const shape = (face: typeof plain, text: string) =>
    face.shape({ text, direction: 'rtl', script: 'Arab', language: 'ur' }).map((c) => c.glyph)
  /** Empty space at a word's right edge, font units. */
  const hole = (face: typeof plain, text: string): number => {
    let pen = 0
    let right = -Infinity
    for (const { parts, advance } of shape(face, text)) {
      for (const { glyph, dx } of parts) {
        const outline = face.trueType.outline(glyph)
        if (outline.byteLength < 10) continue
        const xMax = new DataView(outline.buffer, outline.byteOffset).getInt16(6)
        right = Math.max(right, pen + dx + xMax)
      }
      pen += advance
    }
    return pen - right
  }

  test('no word has a hole before a final ے: the bold file has 396 and 243 units there', () => {
    expect([hole(plain, 'بچے'), hole(plain, 'لیے')]).toEqual([89, 14])
    // 15 units of each go to the stroke.
    expect(Math.abs(hole(thick, 'بچے') - 74)).toBeLessThanOrEqual(2)
    expect(Math.abs(hole(thick, 'لیے') + 1)).toBeLessThanOrEqual(2)
  })

  test('words are as wide as in regular, and their letters stand where they do', () => {
    const places = (face: typeof plain) => shape(face, 'سنبھالتے').map(({ parts, advance }) => ({ parts, advance }))
    expect(places(thick)).toEqual(places(plain))
  })

  test('and it is seen to be bold', () => {
    const alef = (face: typeof plain): [number, number] => {
      const outline = face.trueType.outline(shape(face, 'ا')[0]!.parts[0]!.glyph)
      const view = new DataView(outline.buffer, outline.byteOffset)
      return [view.getInt16(6) - view.getInt16(2), view.getInt16(8) - view.getInt16(4)]
    }
    const [[width, height], [wider, higher]] = [alef(plain), alef(thick)]
    expect(wider - width).toBeGreaterThan(24)
    expect(higher - height).toBeGreaterThan(20)
    expect(thick.trueType.weight).toBe(700)
    expect(thick.trueType.postScriptName).not.toBe(plain.trueType.postScriptName)
  })
})
