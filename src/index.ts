/**
 * What the package promises to others; `doorstep/proof` (src/proof/index.ts) is its other door, since the proof's readers
 * take longer to load than a leaflet to make. Everything else may change without notice.
 */
export { makeLeaflet, type Leaflet, type LeafletShop } from './leaflet.js'
export { build, Counter, type BuildOptions, type BuildReport, type BuiltLeaflet } from './build/index.js'
export { printFinding, type Finding, type Place } from './report/index.js'
export type { Document } from './document/index.js'
