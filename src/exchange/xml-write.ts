/** Text of an element. A carriage return as a reference, since readers of XML make a line feed of it. */
export const xmlText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#xD;')

/** A start tag, or an empty element that the caller closes: attributes that are undefined are left out. */
export function xmlTag(name: string, attributes: Readonly<Record<string, string | undefined>> = {}): string {
  const written = Object.entries(attributes).map(([n, v]) => (v === undefined ? '' : ` ${n}="${xmlAttribute(v)}"`))
  return `<${name}${written.join('')}>`
}
export const xmlEmpty = (name: string, attributes: Readonly<Record<string, string | undefined>> = {}): string =>
  xmlTag(name, attributes).replace(/>$/, '/>')

const xmlAttribute = (text: string): string =>
  xmlText(text).replaceAll('"', '&quot;').replaceAll('\n', '&#xA;').replaceAll('\t', '&#x9;')
