/** What the package promises to others. Everything else may change without notice. */
export { makeLeaflet, type Leaflet, type LeafletShop } from './leaflet.js'
export { build, Counter, type BuildOptions, type BuildReport, type BuiltLeaflet } from './build/index.js'
export { proofread, readBack, dumpReadBack } from './proof/index.js'
export { printFinding, type Finding, type Place } from './report/index.js'
export type { Document } from './document/index.js'
