/**
 * Whether a sentence starts at an offset of a text (UTF-16), where a line may end: after a full stop or another
 * Sentence_Terminal, what closes a quotation or bracket, and spaces (UAX #29, SB8 to SB11). After a full stop not before a
 * small letter, which goes on after an abbreviation. In Greek a semicolon asks. Thai, Lao and Khmer end most sentences with
 * a space alone, as they do clauses: nothing tells them apart.
 */
export function startsSentence(text: string, at: number): boolean {
  const end = ENDS.exec(text.slice(Math.max(0, at - WINDOW), at))?.[1]
  if (end === undefined) return false
  const [next = ''] = NEXT.exec(text.slice(at, at + WINDOW)) ?? []
  if (end === ';') return /^[\p{Script=Greek}]$/u.test(next) && /^\p{Lu}$/u.test(next)
  return !(end === '.' && /^\p{Ll}$/u.test(next))
}

/** Farther apart no mark and no letter are looked for. */
const WINDOW = 16
const ENDS =
  /([\p{Sentence_Terminal};\u037E])[\p{Pe}\p{Pf}\p{Pi}"'\u2019\p{Bidi_Control}]*[\s\u200B\p{Bidi_Control}]*$/u
/** The first character that is seen, quotation marks and brackets aside. */
const NEXT = /[^\s\p{Bidi_Control}\p{Ps}\p{Pi}\p{Pf}"']/u
