/** A number as it stands in a text. */
export interface NumberInText {
  /** As written. */
  readonly text: string
  /** What it may mean: `1.500` is 1500 to some readers and 1.5 to others. The first is the likelier. */
  readonly values: readonly string[]
  readonly at: number
}

const GROUPED = String.raw`\d{1,3}(?:[.,٬'’\u00A0\u202F ]\d{3})+(?!\d)`
/** As lakhs and crores are written: 1,00,000. */
const INDIAN = String.raw`\d{1,2}(?:,\d{2})+,\d{3}(?!\d)`
const NUMBER = new RegExp(String.raw`(?:${GROUPED}|${INDIAN}|\d+)(?:[.,٫·]\d+)?`, 'g')

/** The numbers of a text whose digits are western ({@link westernDigits}). */
export const numbersIn = (text: string): NumberInText[] =>
  [...text.matchAll(NUMBER)].map((m) => ({ text: m[0], values: valuesOf(m[0]), at: m.index }))

function valuesOf(text: string): string[] {
  const decimal = /^(.*)[.,٫·](\d+)$/.exec(text)
  const plain = digitsOnly(text)
  if (!decimal) return [plain]
  const fraction = decimal[2]!.replace(/0+$/, '')
  const value = digitsOnly(decimal[1]!) + (fraction === '' ? '' : `.${fraction}`)
  if (decimal[2]!.length !== 3 || text.includes('٫')) return [value]
  const marks = text.replace(/\d/g, '')
  // Two of a kind group; a second kind parts; one alone may do either.
  return new Set(marks).size > 1 ? [value] : marks.length > 1 ? [plain] : [plain, value]
}

const digitsOnly = (text: string): string => text.replace(/\D/g, '').replace(/^0+(?=\d)/, '')

/** The same text with digits of any numbering system as western ones. Lengths stay, but for digits beyond U+FFFF. */
export const westernDigits = (text: string): string =>
  text.replace(/\p{Nd}/gu, (digit) => (digit <= '9' ? digit : String(valueOf(digit.codePointAt(0)!))))

/** Digits of a script stand at …0 to …9, or at …6 to …F where …0 is something else. */
function valueOf(codePoint: number): number {
  const low = codePoint & 0xf
  return low > 9 || !/\p{Nd}/u.test(String.fromCodePoint(codePoint - low)) ? low - 6 : low
}
