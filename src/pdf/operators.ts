/** A number for a content stream: at most three decimals, no exponent. */
export const number = (n: number): string => String(Math.round(n * 1000) / 1000)

/** `#00664F` as three numbers from 0 to 1. */
export const rgb = (colour: string): string =>
  [1, 3, 5].map((i) => number(parseInt(colour.slice(i, i + 2), 16) / 255)).join(' ')
