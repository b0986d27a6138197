/** Han and Kana: their marks fill a square, before Latin letters too (CLREQ 3.1). */
const SQUARE: ReadonlySet<string | undefined> = new Set(['Hani', 'Hira', 'Kana', 'Bopo'])
export const isSquare = (script: string | undefined): boolean => SQUARE.has(script)
const BRACKET = /^\p{Ps}/u
/** In German and Georgian it closes, after a letter. */
const QUOTATION_MARK = /^\p{Pi}/u

/**
 * Whether a mark opens what comes after it: with its closing mark, that stands after the same letters, it comes from one
 * font (UAX #24 §5.1 asks for one script of the two). `before`: what stands before it, the script of that.
 */
export function opensNext(
  mark: string,
  before: { readonly text: string; readonly script: string | undefined },
): boolean {
  if (isSquare(before.script)) return false
  return BRACKET.test(mark) || (QUOTATION_MARK.test(mark) && /(?:^|[\s\p{Ps}\p{Pi}])$/u.test(before.text))
}
