import { readFacts, type FontFacts } from './font-facts.js'
import { inMemory, readSfnt, viewOf, type Sfnt } from './sfnt.js'
import { soundness } from './sound-outline.js'

/** A font's letters as TrueType describes them (OpenType 1.9: glyf, hmtx). Shaping is HarfBuzz's. */
export interface TrueType extends FontFacts {
  /** Glyph description; empty for blank glyphs, and for those that are damaged or not there. */
  outline(glyph: number): Uint8Array
  /** Whether the glyph is there and can be drawn, all its parts too. */
  sound(glyph: number): boolean
  /** hmtx: advance width and left side bearing, in font units. */
  metrics(glyph: number): { readonly advance: number; readonly bearing: number }
}

/** Throws RangeError, in words for people, when the file is no usable TrueType font. */
export function readTrueType(font: Uint8Array | Sfnt): TrueType {
  const sfnt = font instanceof Uint8Array ? readSfnt(inMemory(font)) : font
  const facts = readFacts(sfnt)
  const { glyphCount } = facts
  const entry = viewOf(facts.head).getInt16(50) === 1 ? 4 : 2
  const glyfLength = lengthOf(sfnt, 'glyf')
  if (lengthOf(sfnt, 'loca') < (glyphCount + 1) * entry) throw new RangeError('its loca table is cut short')
  const metrics = metricsOf(sfnt, facts)
  let loca: DataView | undefined
  const offset = (i: number): number => {
    loca ??= viewOf(sfnt.table('loca') ?? new Uint8Array())
    return entry === 4 ? loca.getUint32(i * 4) : loca.getUint16(i * 2) * 2
  }
  const kept = new Map<number, Uint8Array>()
  /** Undefined for a glyph that does not exist or lies outside its table. */
  const described = (glyph: number): Uint8Array | undefined => {
    if (glyph < 0 || glyph >= glyphCount) return undefined
    let outline = kept.get(glyph)
    if (outline === undefined) {
      const [start, end] = [offset(glyph), offset(glyph + 1)]
      if (start > end || end > glyfLength) return undefined
      outline = start === end ? new Uint8Array() : sfnt.table('glyf', start, end - start)!
      kept.set(glyph, outline)
    }
    return outline
  }
  const sound = soundness(described)
  return {
    ...facts,
    sound,
    outline: (glyph) => (sound(glyph) ? described(glyph)! : new Uint8Array()),
    metrics,
  }
}

/** Reads hmtx when it is first asked; throws RangeError at once when the table is too short. */
export function metricsOf(sfnt: Sfnt, { hhea }: FontFacts): TrueType['metrics'] {
  const count = viewOf(hhea).getUint16(34)
  if (count === 0 || lengthOf(sfnt, 'hmtx') < count * 4) throw new RangeError('its hmtx table is cut short')
  let hmtx: DataView | undefined
  return (glyph) => {
    hmtx ??= viewOf(sfnt.table('hmtx') ?? new Uint8Array())
    const last = count - 1
    const advance = hmtx.getUint16(Math.min(glyph, last) * 4)
    const at = glyph <= last ? glyph * 4 + 2 : count * 4 + (glyph - count) * 2
    return { advance, bearing: at + 2 <= hmtx.byteLength ? hmtx.getInt16(at) : 0 }
  }
}

function lengthOf(sfnt: Sfnt, tag: string): number {
  const length = sfnt.lengthOf(tag)
  if (length === undefined) throw new RangeError(`it has no ${tag} table`)
  return length
}
