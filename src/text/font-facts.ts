import { viewOf, type Sfnt } from './sfnt.js'

/** What a font says of itself as a whole (OpenType 1.9: head, hhea, maxp, OS/2, name, post). Lengths are font units. */
export interface FontFacts {
  readonly unitsPerEm: number
  readonly glyphCount: number
  /** Whole tables that go into a subset with few changes. */
  readonly head: Uint8Array
  readonly hhea: Uint8Array
  /** Name of the font for PostScript, such as NotoSans-Regular. */
  readonly postScriptName: string
  readonly ascender: number
  readonly descender: number
  readonly capHeight: number
  readonly italicAngle: number
  /** usWeightClass: 400 regular, 700 bold. */
  readonly weight: number
  readonly serif: boolean
}

/** Throws RangeError, in words for people, when the font is too damaged to use or may not be embedded. */
export function readFacts(sfnt: Sfnt): FontFacts {
  const need = (tag: string, length: number): Uint8Array => {
    const table = sfnt.table(tag)
    if (!table) throw new RangeError(`it has no ${tag} table`)
    if (table.byteLength < length) throw new RangeError(`its ${tag} table is cut short`)
    return table
  }
  const [head, hhea, maxp] = [need('head', 54), need('hhea', 36), need('maxp', 6)]
  const unitsPerEm = viewOf(head).getUint16(18)
  // Widths are divided by it; OpenType allows no others.
  if (unitsPerEm < 16 || unitsPerEm > 16384) throw new RangeError(`its em has ${unitsPerEm} units, not 16 to 16384`)
  const os2 = sfnt.table('OS/2')
  const os2View = os2 && os2.byteLength >= 68 ? viewOf(os2) : undefined
  if (os2View) refuseLicence(os2View.getUint16(8))
  const post = sfnt.table('post')
  const hheaView = viewOf(hhea)
  return {
    unitsPerEm,
    glyphCount: viewOf(maxp).getUint16(4),
    head,
    hhea,
    postScriptName: postScriptName(sfnt.table('name')) ?? 'Font',
    ascender: hheaView.getInt16(4),
    descender: hheaView.getInt16(6),
    capHeight: os2View && os2View.byteLength >= 90 ? os2View.getInt16(88) : hheaView.getInt16(4),
    italicAngle: post && post.byteLength >= 8 ? viewOf(post).getInt32(4) / 65536 : 0,
    weight: os2View?.getUint16(4) ?? 400,
    serif: os2View !== undefined && os2View.getUint8(32) === 2 && [2, 3, 4, 5].includes(os2View.getUint8(33)),
  }
}

/** OS/2 fsType: of the first four bits the least restrictive counts, where several are set. */
function refuseLicence(fsType: number): void {
  if ((fsType & 0x000f) === 0x0002) throw new RangeError('its licence forbids embedding (OS/2 fsType, bit 1)')
  if (fsType & 0x0100) throw new RangeError('its licence forbids embedding a part of it (OS/2 fsType, bit 8)')
  if (fsType & 0x0200) throw new RangeError('its licence forbids embedding its outlines (OS/2 fsType, bit 9)')
}

/**
 * Name 6 in a Unicode or Macintosh encoding, as a name of PDF can have it: "#" begins the code of a character there
 * (ISO 32000-1 §7.3.5), and 127 bytes are the most (ISO 19005-2 §6.1.13). OpenType allows 63.
 */
function postScriptName(table: Uint8Array | undefined): string | undefined {
  if (!table || table.byteLength < 6) return undefined
  const name = viewOf(table)
  const storage = name.getUint16(4)
  const count = Math.min(name.getUint16(2), Math.floor((table.byteLength - 6) / 12))
  for (let i = 0; i < count; i++) {
    const at = 6 + i * 12
    if (name.getUint16(at + 6) !== 6) continue
    const wide = name.getUint16(at) !== 1
    const start = storage + name.getUint16(at + 10)
    const raw = table.subarray(start, start + name.getUint16(at + 8))
    const text = String.fromCharCode(...(wide ? raw.filter((_, k) => k % 2 === 1) : raw))
    if (/^[!-~]+$/.test(text)) return text.replace(/[[\](){}<>/%#]/g, '').slice(0, 63)
  }
  return undefined
}
