import { drawnOutline } from './drawn-outline.js'
import { readFacts } from './font-facts.js'
import type { HarfBuzzFont } from './harfbuzz.js'
import { viewOf, type Sfnt } from './sfnt.js'
import { boxOf } from './outline.js'
import { metricsOf, type TrueType } from './true-type.js'

/**
 * A font whose outlines are not TrueType's (CFF, CFF2), or move with its weight (fvar), as HarfBuzz draws them at that
 * weight: letters become TrueType outlines one by one, as they are used (docs/decisions/010). Throws RangeError.
 */
export function drawTrueType(sfnt: Sfnt, { font, weight }: { font: () => HarfBuzzFont; weight?: number }): TrueType {
  const facts = readFacts(sfnt)
  metricsOf(sfnt, facts) // HarfBuzz would make up the widths that are not there
  const kept = new Map<number, Uint8Array | undefined>()
  const drawn = (glyph: number): Uint8Array | undefined => {
    if (glyph < 0 || glyph >= facts.glyphCount) return undefined
    if (!kept.has(glyph)) kept.set(glyph, drawnOutline(font().path(glyph), facts.unitsPerEm / 2000))
    return kept.get(glyph)
  }
  const outline = (glyph: number): Uint8Array => drawn(glyph) ?? new Uint8Array()
  return {
    ...facts,
    ...(weight === undefined ? {} : { weight, postScriptName: `${facts.postScriptName}_${weight}wght` }),
    outline,
    sound: (glyph) => drawn(glyph) !== undefined,
    metrics: (glyph) => ({ advance: font().advance(glyph), bearing: boxOf(outline(glyph))?.xMin ?? 0 }),
  }
}

/** Value of the weight axis that comes nearest to what is wanted (fvar); undefined when the font has one weight only. */
export function pinnedWeight(sfnt: Sfnt, wanted: number): number | undefined {
  const table = sfnt.table('fvar')
  if (!table) return undefined
  if (table.byteLength < 16) throw new RangeError('its fvar table is cut short')
  const fvar = viewOf(table)
  const [start, count, size] = [fvar.getUint16(4), fvar.getUint16(8), fvar.getUint16(10)]
  if (size < 20 || start + count * size > table.byteLength) throw new RangeError('its fvar table is cut short')
  for (let at = start; at < start + count * size; at += size) {
    if (fvar.getUint32(at) !== 0x77676874) continue // wght
    const [least, most] = [fvar.getInt32(at + 4) / 65536, fvar.getInt32(at + 12) / 65536]
    const weight = Math.min(Math.max(wanted, least), most)
    if (Math.abs(weight - wanted) > 100)
      throw new RangeError(`its weight goes from ${least} to ${most}, not to ${wanted}`)
    return weight
  }
  throw new RangeError('it has no axis for its weight (wght)')
}
