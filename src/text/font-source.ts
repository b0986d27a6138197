import type { FaceForm } from './face.js'
import { drawTrueType, pinnedWeight } from './drawn-true-type.js'
import { HarfBuzzFont } from './harfbuzz.js'
import { joinSfnt, readSfnt, type FontBytes, type Sfnt } from './sfnt.js'
import { readTrueType, type TrueType } from './true-type.js'

/** The two sides of one font file: what HarfBuzz shapes with, and the outlines that are embedded. */
export interface FontSource {
  trueType(font: () => HarfBuzzFont): TrueType
  harfBuzz(): HarfBuzzFont
  /** A table as it stands in the file. */
  table(tag: string): Uint8Array | undefined
}

/** What HarfBuzz shapes with; it never asks for the outlines of a font that places its marks itself (GPOS). */
const SHAPING = 'BASE GDEF GPOS GSUB ankr cmap feat head hhea hmtx kern kerx maxp morx mort trak'.split(' ')
/** HarfBuzz places marks by the letters' ink where a font has no GPOS. */
const INK = ['glyf', 'loca']
/** Pictures in place of outlines: bitmaps, SVG. */
const PICTURES = ['CBDT', 'EBDT', 'SVG ', 'bdat', 'sbix']

/** `weight`, `bolder`: see FaceForm. Throws RangeError, in words for people, when the file is no font that can be used. */
export function fontSource(bytes: FontBytes, { weight, bolder }: Required<FaceForm>): FontSource {
  const sfnt = readSfnt(bytes)
  const has = (tag: string): boolean => sfnt.lengthOf(tag) !== undefined
  const pictures = PICTURES.find(has)
  const outlines = ['glyf', 'CFF ', 'CFF2'].filter(has)
  if (outlines.length === 0 && pictures !== undefined) {
    throw new RangeError(`it has only pictures of letters (${pictures.trim()}), no outlines`)
  }
  if (outlines.length === 0) throw new RangeError('it has no outlines (glyf or CFF table)')
  if ((sfnt.lengthOf('cmap') ?? 0) < 4) throw new RangeError('it has no cmap table')
  const pinned = pinnedWeight(sfnt, weight)
  const table = (tag: string): Uint8Array | undefined => sfnt.table(tag)
  if (pinned === undefined && bolder === 0 && outlines[0] === 'glyf') {
    return { trueType: () => readTrueType(sfnt), harfBuzz: () => new HarfBuzzFont(shapingPart(sfnt)), table }
  }
  return {
    trueType: (font) => drawTrueType(sfnt, { font, bolder, ...(pinned === undefined ? {} : { weight: pinned }) }),
    harfBuzz: () => new HarfBuzzFont(bytes.read(0, bytes.byteLength), pinned),
    table,
  }
}

/** A font of a few tables: HarfBuzz keeps what it is given in its own memory. */
function shapingPart(sfnt: Sfnt): Uint8Array {
  const tags = sfnt.lengthOf('GPOS') === undefined ? [...SHAPING, ...INK] : SHAPING
  return joinSfnt(
    tags.flatMap((tag) => {
      const table = sfnt.table(tag)
      return table ? [[tag, table] as const] : []
    }),
  )
}
