import type { ClusterGlyph } from '../text/index.js'

/**
 * A ToUnicode CMap (ISO 32000-1 §9.10.3) for codes 1…n.
 *
 * In right-to-left runs the text of a cluster of several code points (letter + mark, lam-alef) is stored in reverse:
 * every reader measured turns the codes of a right-to-left run around one code point at a time.
 */
export function toUnicodeMap(glyphs: readonly ClusterGlyph[]): string {
  const lines = glyphs.map((g, i) => `<${hex(i + 1)}> <${utf16(g.rtl ? [...g.text].reverse().join('') : g.text)}>`)
  const blocks: string[] = []
  // At most 100 entries a block (Adobe Technical Note 5014).
  for (let i = 0; i < lines.length; i += 100) {
    const block = lines.slice(i, i + 100)
    blocks.push(`${block.length} beginbfchar`, ...block, 'endbfchar')
  }
  return [
    '/CIDInit /ProcSet findresource begin',
    '12 dict begin',
    'begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def',
    '/CMapType 2 def',
    '1 begincodespacerange',
    '<0000> <ffff>',
    'endcodespacerange',
    ...blocks,
    'endcmap',
    'CMapName currentdict /CMap defineresource pop',
    'end',
    'end',
  ].join('\n')
}

/** A code as four hexadecimal digits. */
const hex = (code: number): string => code.toString(16).padStart(4, '0')

const utf16 = (text: string): string => {
  let out = ''
  for (let i = 0; i < text.length; i++) out += hex(text.charCodeAt(i))
  return out
}
