/**
 * Room: layout. A document, a theme and fonts in; finished pages out: lines, rows, furniture, each at its place.
 * Not here: drawing (pdf), shaping (text), where text comes from (notice). Nothing here knows of PDF.
 */
export { paginate, type Layout, type LayoutOrder } from './paginate.js'
export * from './page.js'
export * from './theme.js'
export { lengthFindings, type Overfull } from './overfull.js'
export { letterFinding, missingLetters } from './missing-letters.js'
export { dumpPages } from './dump.js'
export { columnOf, fromStart, lower, type Column } from './slab.js'
export { setNote, type Note, type NoteBox } from './note.js'
