import * as hb from 'harfbuzzjs'
import { expect, test } from 'vitest'
import { languages } from '../../bench/fidelity/languages.js'
import { buildClusterFont, shapeRun, type ClusterGlyph, type Face } from '../../src/text/index.js'
import { fileOf } from '../text/helpers/font-files.js'
import { runsOf } from './declaration.js'

/** Outlines as HarfBuzz draws them: a move, line or curve and its points, in font units. */
type Path = readonly string[]

/** Draws a glyph of a font, moved by an offset. */
function pen(bytes: Uint8Array): (glyph: number, dx: number, dy: number) => Path {
  const font = new hb.Font(new hb.Face(new hb.Blob(bytes)))
  return (glyph, dx, dy) =>
    font.glyphToJson(glyph).map(({ type, values }) => `${type} ${values.map((v, i) => v + (i % 2 ? dy : dx)).join(' ')}`) // prettier-ignore
}

// The font that is embedded in a PDF draws each cluster with one glyph; HarfBuzz, which reads it like any font, must get
// the same contours as from the cluster's glyphs in the font they come from, each at its offset.
test.each(languages.map((language) => [language.name, language] as const))(
  'clusters of the declaration in %s are drawn by the embedded font as by their glyphs',
  (_, language) => {
    const used = new Map<Face, Set<ClusterGlyph>>()
    for (const run of runsOf(language)) {
      const { face } = run.font
      const clusters = used.get(face) ?? new Set()
      used.set(face, clusters)
      for (const { glyph } of shapeRun(run).clusters) clusters.add(glyph)
    }
    let drawn = 0
    for (const [face, glyphs] of used) {
      const clusters = [...glyphs]
      const { bytes, glyphOf, advances } = buildClusterFont(face, clusters)
      const embedded = pen(bytes)
      const source = pen(fileOf(face))
      clusters.forEach((cluster, i) => {
        const expected = cluster.parts.flatMap(({ glyph, dx, dy }) => source(glyph, dx, dy))
        expect([cluster.text, ...embedded(glyphOf[i]!, 0, 0)]).toEqual([cluster.text, ...expected])
        drawn += expected.length
      })
      expect(advances).toEqual(clusters.map((c) => c.advance))
    }
    expect(drawn).toBeGreaterThan(500)
  },
)
