/**
 * Room: document. The semantic tree between content and paper: blocks, inlines, languages, ids.
 * In: nothing. Out: types, a walk, a dump. Not here: where text comes from (notice), how it looks (layout).
 */
export * from './tree.js'
export * from './text.js'
export * from './contents.js'
export * from './fragment.js'
export * from './walk.js'
export * from './dump.js'
export { contentPrint, editionCode, isEdition, readEdition, type Content } from './edition.js'
