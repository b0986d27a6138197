const DIGIT = /[0-9]/
/** Arabic-Indic, Persian, and those of N'Ko: what stands in one number with them is of their font. */
const NATIVE = /[\u0660-\u0669\u06F0-\u06F9\u07C0-\u07C9]/

/**
 * Tells whether a place in a right-to-left text is in a number of Latin figures, with the signs and brackets that stand in
 * its left-to-right order (UAX #9: a level of 2 or more). Such numbers come from the Latin font, as the Latin words beside
 * them do. Nowhere in a left-to-right text: there they stand in one run with the letters around them.
 */
export function latinFigures(text: string, levels: Uint8Array, direction: 'ltr' | 'rtl'): (offset: number) => boolean {
  if (direction === 'ltr' || !DIGIT.test(text)) return () => false
  let [start, end, answer] = [0, 0, false]
  return (offset) => {
    if (levels[offset]! % 2 === 1) return false
    if (offset < start || offset >= end) {
      for (start = offset; start > 0 && levels[start - 1]! >= 2;) start--
      for (end = offset + 1; end < text.length && levels[end]! >= 2;) end++
      const stretch = text.slice(start, end)
      answer = DIGIT.test(stretch) && !NATIVE.test(stretch)
    }
    return answer
  }
}
