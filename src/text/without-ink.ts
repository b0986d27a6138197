import { keptFor } from '../memory/index.js'
import { keyOf, type ClusterGlyph } from './face.js'
import type { ShapedRun } from './shape.js'

/** The same text, as wide as it was, with no ink: readers find it where it stands, and paper shows nothing. */
export const withoutInk = (shaped: ShapedRun): ShapedRun => ({
  run: shaped.run,
  clusters: shaped.clusters.map((cluster) => ({ ...cluster, glyph: inkless(cluster.glyph) })),
})

const inkless = keptFor((glyph: ClusterGlyph): ClusterGlyph => {
  if (glyph.inkTop === 0 && glyph.inkBottom === 0) return glyph
  const bare = { ...glyph, parts: [], inkTop: 0, inkBottom: 0 }
  return { ...bare, key: keyOf(bare) }
})
