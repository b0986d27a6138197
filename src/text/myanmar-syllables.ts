const MARKS = /\u103A\u1037/g

/**
 * A Burmese text with its marks in the order in which ICU's dictionary has them, that of NFC: dot below before asat.
 * Keyboards and the Unicode Standard (16.3, table 16-3; UTN #11) have asat before dot below, in which the dictionary
 * knows no such word and ends one within a syllable. As long as before, with the same letters at the same places.
 */
export const inDictionaryOrder = (text: string): string => text.replace(MARKS, '\u1037\u103A')

/** A mark, or a letter that ends the syllable before it: asat stands on it, or virama joins it to the letter below it. */
const FINAL = /(?=\p{Script=Myanmar})(?:\p{M}|\p{Lo}\u1037?[\u1039\u103A])/uy

/** Whether a syllable of Burmese, Shan, Mon or Karen goes on at an offset: between "က" and "မ္ဘာ" in "ကမ္ဘာ" (world). */
export function isWithinSyllable(text: string, at: number): boolean {
  FINAL.lastIndex = at
  return FINAL.test(text) || text[at - 1] === '\u1039'
}
