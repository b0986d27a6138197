import { drawnOutline } from './drawn-outline.js'
import { bolderPath } from './bolder-path.js'
import { readFacts, type FontFacts } from './font-facts.js'
import type { HarfBuzzFont, PathStep } from './harfbuzz.js'
import { viewOf, type Sfnt } from './sfnt.js'
import { boxOf } from './outline.js'
import { metricsOf, type TrueType } from './true-type.js'

/**
 * A font whose outlines are not TrueType's (CFF, CFF2), or move with its weight (fvar), or are made bolder, as HarfBuzz
 * draws them at that weight: letters become TrueType outlines one by one, as they are used (docs/decisions/010). Throws RangeError.
 */
export function drawTrueType(sfnt: Sfnt, { font, weight, bolder }: Drawing): TrueType {
  const facts = factsOf(sfnt, { weight, bolder })
  metricsOf(sfnt, facts) // HarfBuzz would make up the widths that are not there
  const kept = new Map<number, Uint8Array | undefined>()
  const drawn = (glyph: number): Uint8Array | undefined => {
    if (glyph < 0 || glyph >= facts.glyphCount) return undefined
    if (!kept.has(glyph)) kept.set(glyph, drawnOutline(pathOf(glyph), facts.unitsPerEm / 2000))
    return kept.get(glyph)
  }
  const pathOf = (glyph: number): readonly PathStep[] => {
    const path = font().path(glyph)
    return bolder === 0 ? path : bolderPath(path, bolder * facts.unitsPerEm)
  }
  const outline = (glyph: number): Uint8Array => drawn(glyph) ?? new Uint8Array()
  return {
    ...facts,
    outline,
    sound: (glyph) => drawn(glyph) !== undefined,
    metrics: (glyph) => ({ advance: font().advance(glyph), bearing: boxOf(outline(glyph))?.xMin ?? 0 }),
  }
}

interface Drawing {
  readonly font: () => HarfBuzzFont
  /** Where the weight axis is pinned, in a font that has one. */
  readonly weight?: number | undefined
  /** How much thicker each stroke is, in em. */
  readonly bolder: number
}

function factsOf(sfnt: Sfnt, { weight, bolder }: Pick<Drawing, 'weight' | 'bolder'>): FontFacts {
  const facts = readFacts(sfnt)
  const pinned = weight === undefined ? '' : `_${weight}wght`
  const drawn = bolder === 0 ? '' : '_bolder'
  return {
    ...facts,
    weight: bolder === 0 ? (weight ?? facts.weight) : 700,
    postScriptName: `${facts.postScriptName}${pinned}${drawn}`,
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
