/**
 * Room: preview. A leaflet's pages for those who work on its text: one message marked where it stands, or every
 * paragraph numbered with a table of keys. Made as far as it can be, also of a leaflet that an error holds.
 * In: a leaflet's shop and order, keys. Out: the bytes of a PDF that says that it is no leaflet, and its pages as SVG for
 * a browser; what stands where.
 * Not here: which keys a person means, and files (build). Nothing of it is on the way of a leaflet (leaflet.ts).
 */
export { setAnyway, type SetLeaflet } from './set-anyway.js'
export { sightingsOf, type IsOwn, type Sighting } from './sightings.js'
export { previewPages, type PreviewFile } from './preview-pages.js'
export { drawPages, type DrawnPages } from './page-svg.js'
export { proofCopy, type ProofCopy } from './proof-copy.js'
export { type Numbered, type NumberedText } from './numbering.js'
