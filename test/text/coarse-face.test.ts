import * as hb from 'harfbuzzjs'
import { describe, expect, test } from 'vitest'
import { buildClusterFont, coarseAdvance, coarseFace, type ClusterGlyph } from '../../src/text/index.js'
import { readTrueType } from '../../src/text/true-type.js'
import { fileOf } from './helpers/font-files.js'
import { faceOf } from './helpers/fonts.js'

/** Font units: further than an outline reaches in a font of the face's own units, and odd. */
const AWAY = 50_001

describe('a font of coarse units', () => {
  const face = faceOf('ar')
  const clusters = face
    .shape({ text: 'مُعلومات عن الأسرة', direction: 'rtl', script: 'Arab', language: 'ar' })
    .map(({ glyph }): ClusterGlyph => {
      const parts = glyph.parts.map((part) => ({ ...part, dx: part.dx + AWAY }))
      return { ...glyph, parts, advance: coarseAdvance(glyph) }
    })
  const font = buildClusterFont(coarseFace(face), clusters)
  const read = readTrueType(font.bytes)

  test('has half the units of the face', () => {
    expect(font.unitsPerEm).toBe(face.trueType.unitsPerEm / 2)
    expect(read.unitsPerEm).toBe(font.unitsPerEm)
  })

  test('draws each cluster at half its numbers, as far away as it is', () => {
    // HarfBuzz draws both: it knows nothing of how the font was made.
    const draw = (bytes: Uint8Array): ((glyph: number) => number[]) => {
      const drawing = new hb.Font(new hb.Face(new hb.Blob(bytes)))
      return (glyph) => [...drawing.glyphToPath(glyph).matchAll(/-?[\d.]+/g)].map(([n]) => Number(n))
    }
    const [before, after] = [draw(fileOf(face)), draw(font.bytes)]
    clusters.forEach((cluster, i) => {
      const expected = cluster.parts.flatMap(({ glyph, dx, dy }) =>
        before(glyph).map((n, at) => (n + (at % 2 === 0 ? dx : dy)) / 2),
      )
      const drawn = after(font.glyphOf[i]!)
      expect(drawn).toHaveLength(expected.length)
      // A place is a whole unit; HarfBuzz rounds what it halves to one, too.
      for (const [at, n] of drawn.entries()) expect(Math.abs(n - expected[at]!)).toBeLessThanOrEqual(1)
    })
  })

  test('gives each cluster its advance, and bounds that hold its ink', () => {
    expect(font.advances).toEqual(clusters.map((c) => c.advance / 2))
    expect(font.glyphOf.map((glyph) => read.metrics(glyph).advance)).toEqual(font.advances)
    expect(font.bounds[2]).toBeGreaterThan(AWAY / 2)
  })
})
