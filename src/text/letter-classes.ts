// Property escapes (\p{L}) are large, and V8 compiles them anew for each expression: those of keep-together.ts took the
// first text of a process 30 ms on a busy machine, these take 2. So digits are written out, and a letter is what is
// neither digit, space nor punctuation.

/** Decimal digits of the scripts that print numbers of their own; for use inside brackets. */
export const DIGITS =
  '0-9\u0660-\u0669\u06F0-\u06F9\u0966-\u096F\u09E6-\u09EF\u0A66-\u0A6F\u0AE6-\u0AEF\u0B66-\u0B6F\u0BE6-\u0BEF' +
  '\u0C66-\u0C6F\u0CE6-\u0CEF\u0D66-\u0D6F\u0DE6-\u0DEF\u0E50-\u0E59\u0ED0-\u0ED9\u0F20-\u0F29\u1040-\u1049' +
  '\u17E0-\u17E9\u1810-\u1819\uFF10-\uFF19'
export const DIGIT = `[${DIGITS}]`
/** Of any script; marks count as letters. */
export const LETTER = `[^${DIGITS}\\x00-@[-\`{-\\u00BF\\u00D7\\u00F7\\u060C\\u061B\\u061F\\u066A-\\u066D\\u06D4\\u0964\\u0965\\u2000-\\u2BFF\\u3000-\\u3004\\u3008-\\u3020\\uFF00-\\uFF20\\uFF3B-\\uFF40\\uFF5B-\\uFF65]`

/** A global expression in which D stands for a digit and L for a letter of any script; any letter's case is its own. */
export const expression = (source: string): RegExp => new RegExp(written(source), 'g')
/** The same, but capitals and small letters are one. */
export const caselessExpression = (source: string): RegExp => new RegExp(written(source), 'gi')

const written = (source: string): string => source.replaceAll('D', DIGIT).replaceAll('L', LETTER)
