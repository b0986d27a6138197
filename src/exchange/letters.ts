/** A letter that exchange files cannot hold. */
export interface ForbiddenLetter {
  readonly at: number
  /** `U+0007` */
  readonly codePoint: string
}

/**
 * XML 1.0 has no control characters but tab and line ends, no halves of surrogate pairs and no U+FFFE and U+FFFF; PO
 * and spreadsheets lose them on the way. No leaflet can print them either.
 */
export function forbiddenLetter(text: string): ForbiddenLetter | undefined {
  // eslint-disable-next-line no-control-regex -- they are what is looked for
  const found = /[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]|\p{Cs}/u.exec(text)
  if (!found) return undefined
  const codePoint = `U+${found[0].codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
  return { at: found.index, codePoint }
}
