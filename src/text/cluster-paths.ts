import { buildClusterFont } from './cluster-font.js'
import type { ClusterGlyph, Face } from './face.js'
import { HarfBuzzFont } from './harfbuzz.js'

/**
 * The outlines of some clusters of a face, as the data of SVG paths: font units, y up, the origin where the cluster
 * stands. Drawn from the font that a PDF would embed, so that a picture of a page shows what its PDF would.
 */
export function clusterPaths(face: Face, clusters: readonly ClusterGlyph[]): string[] {
  const { bytes, glyphOf } = buildClusterFont(face, clusters)
  const font = new HarfBuzzFont(bytes)
  return glyphOf.map((glyph) =>
    font
      .path(glyph)
      .map(({ type, values }) => type + values.join(' '))
      .join(''),
  )
}
