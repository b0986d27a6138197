import * as hb from 'harfbuzzjs'
import { expect, test } from 'vitest'
import { clusterPaths } from '../../src/text/index.js'
import { fileOf } from './helpers/font-files.js'
import { faceOf } from './helpers/fonts.js'

/** Commands and numbers of an SVG path, whatever stands between them. */
const wordsOf = (path: string): string[] => path.match(/[A-Z]|-?[\d.]+/g) ?? []

test('a cluster is drawn as its glyphs at their offsets, a blank one as nothing', () => {
  const face = faceOf('ar')
  const font = new hb.Font(new hb.Face(new hb.Blob(fileOf(face))))
  const moved = (glyph: number, by: readonly [number, number]): string[] => {
    let axis = 0
    return wordsOf(font.glyphToPath(glyph)).map((word) => (/[A-Z]/.test(word) ? word : String(Number(word) + by[axis++ % 2]!))) // prettier-ignore
  }
  const shaped = face.shape({ text: 'مُعلومات عن', direction: 'rtl', script: 'Arab', language: 'ar' })
  const clusters = [...new Set(shaped.map((c) => c.glyph))]
  expect(clusters.some((c) => c.parts.length > 1)).toBe(true)
  expect(clusters.some((c) => c.text === ' ')).toBe(true)
  clusterPaths(face, clusters).forEach((path, i) => {
    const { text, parts } = clusters[i]!
    expect([text, wordsOf(path)]).toEqual([text, parts.flatMap((p) => moved(p.glyph, [p.dx, p.dy]))])
    expect([text, path === '']).toEqual([text, text === ' '])
  })
})
