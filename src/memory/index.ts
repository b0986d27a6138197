/**
 * Room: memory. Results of pure functions that are worked out once and kept, within bounds.
 * In: a key or an object. Out: what was made for it. Not here: what is kept, and files (build's ledger knows those).
 */
export { keep } from './keep.js'
export { Kept } from './kept.js'
export { keptFor, keptForPair } from './kept-for.js'
