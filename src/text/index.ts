/**
 * Room: text. Strings, languages and fonts in; shaped runs, break opportunities and fonts of cluster glyphs out.
 * Not here: blocks, lines' places, pages, PDF. Strings are logical order everywhere; only glyphs stand in visual order.
 */
export { levelsOf, startOfTail } from './bidi.js'
export { breakOpportunities, type BreakOpportunity } from './break-opportunities.js'
export { buildClusterFont, type ClusterFont } from './cluster-font.js'
export { clusterPaths } from './cluster-paths.js'
export { coarseAdvance, coarseFace, isCoarse, type EmbeddedFace } from './coarse-face.js'
export { Face, keyOf, type Cluster, type ClusterGlyph, type FaceForm } from './face.js'
export { facesFor, type FontSet, type ScaledFace, type Weight } from './fonts.js'
export { forgetWords } from './forget-words.js'
export { graphemesOf } from './graphemes.js'
export { hyphenAfter, hyphenPlaces, type Hyphenator, type HyphenPlace, type Hyphens } from './hyphens.js'
export { isolate } from './isolate.js'
export { itemise, type Itemised, type MissingLetter, type Run, type TextRange } from './itemise.js'
export { matchedScale } from './matched-scale.js'
export { isWithinSyllable } from './myanmar-syllables.js'
export { type FontBytes } from './sfnt.js'
export {
  cutRun,
  leadOf,
  lostLetters,
  offsetsOf,
  shapeRun,
  spaceRun,
  toPt,
  widthOf,
  withoutLead,
  type ShapedRun,
} from './shape.js'
export { startsSentence } from './sentences.js'
export { visualOrder } from './visual-order.js'
export { withoutInk } from './without-ink.js'
