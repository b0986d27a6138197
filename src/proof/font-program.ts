/** Advance widths of an embedded TrueType file in thousandths of an em (OpenType: head, hhea, hmtx). */
export interface FontProgram {
  readonly glyphCount: number
  readonly advanceOf: (glyph: number) => number
}

/** Throws RangeError for a file that is cut short or lacks a table. */
export function readFontProgram(bytes: Uint8Array): FontProgram {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const tables = new Map<string, DataView>()
  for (let i = 0; i < view.getUint16(4); i++) {
    const at = 12 + i * 16
    const tag = String.fromCharCode(...bytes.subarray(at, at + 4))
    const [start, length] = [view.getUint32(at + 8), view.getUint32(at + 12)]
    if (start + length > bytes.byteLength) throw new RangeError(`its ${tag.trim()} table is cut short`)
    tables.set(tag, new DataView(bytes.buffer, bytes.byteOffset + start, length))
  }
  const need = (tag: string): DataView => {
    const table = tables.get(tag)
    if (!table) throw new RangeError(`it has no ${tag} table`)
    return table
  }
  const [head, hhea, hmtx, maxp] = ['head', 'hhea', 'hmtx', 'maxp'].map(need) as [DataView, DataView, DataView, DataView] // prettier-ignore
  const unitsPerEm = head.getUint16(18)
  const metrics = hhea.getUint16(34)
  return {
    glyphCount: maxp.getUint16(4),
    advanceOf: (glyph) => (hmtx.getUint16(Math.min(glyph, metrics - 1) * 4) * 1000) / unitsPerEm,
  }
}
