import type { Document } from '../../../src/document/index.js'
import { readTheme } from '../../../src/build/read-theme.js'
import { paginate, type Theme } from '../../../src/layout/index.js'
import { writePdf } from '../../../src/pdf/index.js'
import type { FontSet } from '../../../src/text/index.js'
import { diskShelf } from '../../helpers/shelf.js'
import { fontsOf } from '../../text/helpers/fonts.js'

/** The looks of this repository's leaflets. */
export function theTheme(): Theme {
  const { value, findings } = readTheme(diskShelf, 'doorstep')
  if (!value) throw new Error(`No theme: ${findings.map((f) => f.title).join('; ')}`)
  return value
}

/** A document through layout and writer, in the fonts of its language. */
export function pdfOf(document: Document, fonts: FontSet = fontsOf(document.lang)): Uint8Array {
  const laid = paginate({ document, theme: theTheme(), fonts })
  if (laid.missing.length > 0) throw new RangeError(`No font for ${laid.missing.map((m) => m.grapheme).join(' ')}`)
  return writePdf({ document: laid.document, pages: laid.pages, author: 'Hackney Council' })
}
