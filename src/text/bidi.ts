// The one file that knows bidi-js (UAX #9, Unicode 13 data; passes BidiCharacterTest of that version).
import bidiFactory from 'bidi-js'

interface BidiJs {
  getEmbeddingLevels(text: string, base: 'ltr' | 'rtl'): { readonly levels: Uint8Array }
}
const bidi = (bidiFactory as unknown as () => BidiJs)()

/** Characters that can change anything: letters and digits of right-to-left scripts, and the controls. */
const NEEDS_BIDI =
  /[\u0590-\u08FF\u200E\u200F\u202A-\u202E\u2066-\u2069\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u

/** Embedding level of each UTF-16 unit (UAX #9 rules X1 to I2); odd is right-to-left. */
export function levelsOf(text: string, base: 'ltr' | 'rtl'): Uint8Array {
  if (base === 'ltr' && !NEEDS_BIDI.test(text)) return new Uint8Array(text.length)
  return bidi.getEmbeddingLevels(text, base).levels
}

/**
 * Puts the pieces of one line into printed order (UAX #9, rule L2).
 *
 *   stored   BUS 12 HERE      capitals: right-to-left letters
 *   level    11112211111
 *   printed  EREH 12 SUB
 *
 * Needs the levels of the line, not of the paragraph: rule L1 resets the spaces at its end, and the end is only
 * known once the line is broken.
 */
export function visualOrder<T extends { readonly level: number }>(pieces: readonly T[]): T[] {
  const order = [...pieces]
  const highest = Math.max(0, ...order.map((p) => p.level))
  for (let level = highest; level > 0; level--) {
    for (let start = 0; start < order.length; start++) {
      if (order[start]!.level < level) continue
      let end = start
      while (end < order.length && order[end]!.level >= level) end++
      const turned = order.slice(start, end).reverse()
      order.splice(start, end - start, ...turned)
      start = end
    }
  }
  return order
}
