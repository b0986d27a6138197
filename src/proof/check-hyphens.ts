import type { Finding, Place } from '../report/index.js'
import { textsOf } from './check-fonts.js'
import { structure } from './check-marks.js'
import type { PageBack, ReadBack } from './read-back.js'

/**
 * A hyphen whose text is U+00AD divides a word over two lines (ISO 32000-1 §14.8.2.2.3). Readers drop that character, so
 * the comparison of texts cannot see a hyphen that stands in the middle of a line: it is looked for in what is painted.
 */
export function checkHyphens({ pages }: ReadBack, place: Place): Finding[] {
  return pages.flatMap((page, i) =>
    hasHyphenInLine(page)
      ? [structure(place, `hyphens of divided words at line ends on page ${i + 1}`, 'one before')]
      : [],
  )
}

function hasHyphenInLine({ content, fonts }: PageBack): boolean {
  for (const [name, font] of fonts) {
    // Few leaflets have such a code, and maps are read for every page.
    if (font.kind !== 'composite' || !font.toUnicode || !/<00ad>/i.test(font.toUnicode)) continue
    for (const [code, text] of textsOf(font.toUnicode)) {
      // Without width it is a soft hyphen of the text itself, which leaves no ink.
      if (text !== '\u00AD' || font.widthOf(code) === 0) continue
      const bytes = String.fromCharCode(code >> 8, code & 0xff)
      if (content.followed.get(name)?.has(bytes)) return true
      for (const shown of content.shown.get(name) ?? []) {
        for (let k = 0; k + 2 < shown.length; k += 2) if (shown.slice(k, k + 2) === bytes) return true
      }
    }
  }
  return false
}
