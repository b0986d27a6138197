/**
 * Room: proof. Reads a finished PDF as its readers will and compares it with the document it was made from.
 * In: the bytes, the document, the name of the file. Out: findings (none: the leaflet may be printed); what readers
 * get, as a tree and as text; a rate of wrong characters for the figures in the docs.
 * Three foreign readers (pdf-parse, pdf.js, pdf-lib) and one small reader of content streams of our own.
 * Not here: anything of the writer. This room never imports pdf, layout or text: a checker may not share the writer's
 * mistakes. Nor what no program can judge: whether an alternative text is true, whether an order makes sense.
 */
export { proofread } from './proofread.js'
export { readBack, UnreadableError, type ReadBack, type Tag, type Piece, type PageBack } from './read-back.js'
export { dumpReadBack } from './dump.js'
export { errorRate } from './error-rate.js'
export { firstDifference, firstSpaceDifference, lettersOf, type Difference, type Letters } from './compare-text.js'
