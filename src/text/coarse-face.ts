import type { FontUnit } from '../geometry/index.js'
import { keptFor } from '../memory/index.js'
import type { ClusterGlyph, Face } from './face.js'

/**
 * A face to embed in units twice as large: ink can be twice as far from its code. Its glyphs are composites of those of
 * the face at half their size, so outlines stay as they are; places and advances are even numbers of the face's units.
 */
export interface CoarseFace extends Pick<Face, 'id' | 'trueType'> {
  readonly coarse: true
}

export const coarseFace = keptFor((face: Face): CoarseFace => ({
  id: `${face.id} coarse`,
  trueType: face.trueType,
  coarse: true,
}))

/** What is embedded: a face as it is, or in coarse units. */
export type EmbeddedFace = Face | CoarseFace

export const isCoarse = (face: EmbeddedFace): face is CoarseFace => 'coarse' in face

/** In units of the face, as all of a cluster glyph. */
export const coarseAdvance = ({ advance }: ClusterGlyph): FontUnit => (2 * Math.round(advance / 2)) as FontUnit
