/** A number for a content stream: at most three decimals, no exponent. */
export const number = (n: number): string => String(Math.round(n * 1000) / 1000)

/** `#00664F` as three numbers from 0 to 1. */
export const rgb = (colour: string): string =>
  [1, 3, 5].map((i) => number(parseInt(colour.slice(i, i + 2), 16) / 255)).join(' ')

/** A reference to an indirect object (ISO 32000-1 §7.3.10). */
export const reference = (number: number): string => `${number} 0 R`

/** A dictionary of entries that are written already (§7.3.7). */
export const dictionary = (entries: Readonly<Record<string, string>>): string =>
  `<<${Object.entries(entries)
    .map(([key, value]) => `/${key} ${value}`)
    .join(' ')}>>`

/** A text string (§7.9.2): PDFDocEncoding for ASCII, else UTF-16BE with its mark. */
export function textString(text: string): string {
  const ascii = /^[\x20-\x7e]*$/.test(text)
  if (ascii) return `(${text.replace(/[()\\]/g, '\\$&')})`
  return `<feff${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`
}
