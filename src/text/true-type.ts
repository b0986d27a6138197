/**
 * Reads what a TrueType file says of its glyphs (OpenType 1.9: glyf, loca, hmtx, head, hhea, maxp).
 * Only the tables that embedding needs; shaping is HarfBuzz's.
 */
export interface TrueType {
  readonly unitsPerEm: number
  readonly glyphCount: number
  /** Raw glyph description; empty for blank glyphs. */
  outline(glyph: number): Uint8Array
  /** hmtx: advance width and left side bearing, in font units. */
  metrics(glyph: number): { readonly advance: number; readonly bearing: number }
  /** Copies of whole tables that go into a subset with few changes. */
  readonly head: Uint8Array
  readonly hhea: Uint8Array
  readonly maxp: Uint8Array
  /** Name of the font for PostScript, such as NotoSans-Regular. */
  readonly postScriptName: string
  readonly ascender: number
  readonly descender: number
  readonly capHeight: number
  readonly italicAngle: number
  readonly weight: number
  readonly serif: boolean
}

/** Throws RangeError, in words for people, when the file is no usable TrueType font. */
export function readTrueType(bytes: Uint8Array): TrueType {
  const tables = tablesOf(bytes)
  const need = (tag: string): DataView => {
    const table = tables.get(tag)
    if (!table) throw new RangeError(`it has no ${tag} table`)
    return table
  }
  if (tables.has('CFF ') || tables.has('CFF2')) throw new RangeError('its outlines are CFF (PostScript), not TrueType')
  const [head, hhea, maxp, loca, glyf, hmtx] = ['head', 'hhea', 'maxp', 'loca', 'glyf', 'hmtx'].map(need) as [
    DataView, DataView, DataView, DataView, DataView, DataView,
  ] // prettier-ignore
  if (head.byteLength < 54 || hhea.byteLength < 36 || maxp.byteLength < 32)
    throw new RangeError('its tables are cut short')
  const unitsPerEm = head.getUint16(18)
  // Widths are divided by it; OpenType allows no others.
  if (unitsPerEm < 16 || unitsPerEm > 16384) throw new RangeError(`its em has ${unitsPerEm} units, not 16 to 16384`)
  const glyphCount = maxp.getUint16(4)
  const longLoca = head.getInt16(50) === 1
  const metricCount = hhea.getUint16(34)
  if (loca.byteLength < (glyphCount + 1) * (longLoca ? 4 : 2)) throw new RangeError('its loca table is cut short')
  if (hmtx.byteLength < metricCount * 4 || metricCount === 0) throw new RangeError('its hmtx table is cut short')
  const offset = (i: number): number => (longLoca ? loca.getUint32(i * 4) : loca.getUint16(i * 2) * 2)
  const os2 = tables.get('OS/2')
  return {
    unitsPerEm,
    glyphCount,
    outline(glyph) {
      if (glyph < 0 || glyph >= glyphCount) return new Uint8Array()
      const start = Math.min(offset(glyph), glyf.byteLength)
      const end = Math.min(offset(glyph + 1), glyf.byteLength)
      return bytesOf(glyf).subarray(start, Math.max(start, end))
    },
    metrics(glyph) {
      const last = metricCount - 1
      const advance = hmtx.getUint16(Math.min(glyph, last) * 4)
      const at = glyph <= last ? glyph * 4 + 2 : metricCount * 4 + (glyph - metricCount) * 2
      return { advance, bearing: at + 2 <= hmtx.byteLength ? hmtx.getInt16(at) : 0 }
    },
    head: bytesOf(head),
    hhea: bytesOf(hhea),
    maxp: bytesOf(maxp),
    postScriptName: postScriptName(tables.get('name')) ?? 'Font',
    ascender: hhea.getInt16(4),
    descender: hhea.getInt16(6),
    capHeight: os2 && os2.byteLength >= 90 ? os2.getInt16(88) : hhea.getInt16(4),
    italicAngle: (tables.get('post')?.getInt32(4) ?? 0) / 65536,
    weight: os2?.getUint16(4) ?? 400,
    serif:
      os2 !== undefined && os2.byteLength > 32 && os2.getUint8(32) === 2 && [2, 3, 4, 5].includes(os2.getUint8(33)),
  }
}

export const bytesOf = (view: DataView): Uint8Array => new Uint8Array(view.buffer, view.byteOffset, view.byteLength)
export const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

function tablesOf(bytes: Uint8Array): Map<string, DataView> {
  if (bytes.byteLength < 12) throw new RangeError('the file is too short')
  const view = viewOf(bytes)
  const tables = new Map<string, DataView>()
  const count = view.getUint16(4)
  for (let i = 0; i < count; i++) {
    const at = 12 + i * 16
    if (at + 16 > bytes.byteLength) throw new RangeError('its list of tables is cut short')
    const tag = String.fromCharCode(...bytes.subarray(at, at + 4))
    const start = view.getUint32(at + 8)
    const length = view.getUint32(at + 12)
    if (start + length > bytes.byteLength) throw new RangeError(`its ${tag.trim()} table is cut short`)
    tables.set(tag, new DataView(bytes.buffer, bytes.byteOffset + start, length))
  }
  return tables
}

/** Name 6 in a Unicode or Macintosh encoding. */
function postScriptName(name: DataView | undefined): string | undefined {
  if (!name) return undefined
  const storage = name.getUint16(4)
  for (let i = 0; i < name.getUint16(2); i++) {
    const at = 6 + i * 12
    if (name.getUint16(at + 6) !== 6) continue
    const wide = name.getUint16(at) !== 1
    const raw = bytesOf(name)
      .subarray(storage + name.getUint16(at + 10))
      .subarray(0, name.getUint16(at + 8))
    const text = String.fromCharCode(...(wide ? raw.filter((_, k) => k % 2 === 1) : raw))
    if (/^[!-~]+$/.test(text)) return text.replace(/[[\](){}<>/%]/g, '')
  }
  return undefined
}
