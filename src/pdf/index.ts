/**
 * Room: pdf. Finished pages and their document in; the bytes of a tagged PDF out. The only room that knows pdfkit.
 * Not here: measuring text, deciding a position, fonts' tables (text builds the font of cluster glyphs).
 */
export { writePdf, type PdfOrder } from './write-pdf.js'
