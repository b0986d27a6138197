/**
 * Room: geometry. Distances, points, rectangles, papers.
 * In: nothing. Out: types and small numbers. Not here: text, PDF, pages with content.
 */
export * from './units.js'
export * from './papers.js'
