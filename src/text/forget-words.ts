import type { FontSet } from './fonts.js'
import { forgetPieces } from './pieces.js'

/**
 * Lets go of the words that were set with these fonts. They are for texts that repeat each other; after hundreds of
 * leaflets of one language, the next language has none of them, and the collector would only carry them along.
 */
export function forgetWords({ regular, bold }: FontSet): void {
  forgetPieces()
  for (const { face } of [...regular, ...bold]) face.forgetWords()
}
