import { keptFor } from '../memory/index.js'
import type { ClusterGlyph } from './face.js'
import { viewOf } from './sfnt.js'

// Flags of a composite glyph's component (OpenType 1.9, glyf: Composite Glyph Description).
const ARGS_ARE_WORDS = 0x0001
const ARGS_ARE_XY = 0x0002
const HAS_SCALE = 0x0008
const MORE = 0x0020
const HAS_XY_SCALE = 0x0040
const HAS_2X2 = 0x0080
const HAS_INSTRUCTIONS = 0x0100
const OFFSET_UNSCALED = 0x1000

interface Component {
  readonly glyph: number
  /** Byte offset of its flags, and of what follows it. */
  readonly at: number
  readonly next: number
  readonly flags: number
}

function* componentsOf(outline: Uint8Array): Generator<Component> {
  if (outline.byteLength < 10) return
  const view = viewOf(outline)
  if (view.getInt16(0) >= 0) return
  for (let at = 10; at + 4 <= outline.byteLength;) {
    const flags = view.getUint16(at)
    let next = at + 4 + (flags & ARGS_ARE_WORDS ? 4 : 2)
    if (flags & HAS_SCALE) next += 2
    else if (flags & HAS_XY_SCALE) next += 4
    else if (flags & HAS_2X2) next += 8
    yield { glyph: view.getUint16(at + 2), at, next, flags }
    if (!(flags & MORE)) return
    at = next
  }
}

/** What an outline says of itself. */
interface Described {
  readonly box: Box
  readonly parts: readonly number[] | undefined
  /** Of a simple or blank one. */
  readonly size: OutlineSize
}

/** Read once: the same glyphs stand in font after font. */
const described = keptFor((outline: Uint8Array): Described => {
  const view = viewOf(outline)
  const contours = view.getInt16(0)
  const points = (): number => view.getUint16(8 + contours * 2) + 1
  return {
    box: { xMin: view.getInt16(2), yMin: view.getInt16(4), xMax: view.getInt16(6), yMax: view.getInt16(8) },
    parts: readParts(outline),
    size: contours > 0 ? { points: points(), contours, parts: 0, depth: 0 } : BLANK,
  }
})

/** Where an outline leaves ink, by its own word: font units, y up; undefined for blank ones. */
export const boxOf = (outline: Uint8Array): Box | undefined => (isBlank(outline) ? undefined : described(outline).box)
export interface Box {
  readonly xMin: number
  readonly yMin: number
  readonly xMax: number
  readonly yMax: number
}

/** No description, or one of no contours: the number of contours is the first word, negative in composites. */
const isBlank = (outline: Uint8Array): boolean => outline.byteLength < 10 || (outline[0]! | outline[1]!) === 0
export const isComposite = (outline: Uint8Array): boolean => outline.byteLength >= 10 && outline[0]! >= 0x80

/** Glyphs that a composite outline is made of, none for simple and blank ones; undefined when the list is cut short. */
export const partsOfOutline = (outline: Uint8Array): readonly number[] | undefined =>
  isComposite(outline) ? described(outline).parts : NO_PARTS
const NO_PARTS: readonly number[] = []

function readParts(outline: Uint8Array): number[] | undefined {
  const parts = [...componentsOf(outline)]
  const end = parts.at(-1)
  if (isComposite(outline) && (end === undefined || end.next > outline.byteLength || end.flags & MORE)) return undefined
  return parts.map((c) => c.glyph)
}

/** Numbers that maxp asks for; depth is 0 for simple glyphs, 1 for composites of them. */
export interface OutlineSize {
  readonly points: number
  readonly contours: number
  readonly parts: number
  readonly depth: number
}
const BLANK: OutlineSize = { points: 0, contours: 0, parts: 0, depth: 0 }

export function outlineSize(outline: Uint8Array, sizeOf: (glyph: number) => OutlineSize): OutlineSize {
  if (isBlank(outline)) return BLANK
  if (!isComposite(outline)) return described(outline).size
  const parts = (partsOfOutline(outline) ?? []).map(sizeOf)
  return {
    points: parts.reduce((sum, p) => sum + p.points, 0),
    contours: parts.reduce((sum, p) => sum + p.contours, 0),
    parts: parts.length,
    depth: 1 + Math.max(0, ...parts.map((p) => p.depth)),
  }
}

/**
 * An outline for the new font: components renumbered, instructions left out (the font carries no programs, and
 * printers and screens of today don't need them).
 */
export function copyOutline(outline: Uint8Array, renumbered: ReadonlyMap<number, number>): Uint8Array {
  if (isBlank(outline)) return new Uint8Array()
  if (!isComposite(outline)) return withoutInstructions(outline)
  const copy = outline.slice()
  const view = viewOf(copy)
  let end = copy.byteLength
  for (const c of componentsOf(outline)) {
    view.setUint16(c.at + 2, renumbered.get(c.glyph) ?? 0)
    view.setUint16(c.at, c.flags & ~HAS_INSTRUCTIONS)
    end = c.next
  }
  return copy.subarray(0, end)
}

/** The same glyphs stand in font after font. */
const withoutInstructions = keptFor((outline: Uint8Array): Uint8Array => {
  const view = viewOf(outline)
  const lengthAt = 10 + view.getInt16(0) * 2
  const length = view.getUint16(lengthAt)
  if (length === 0) return outline
  const copy = new Uint8Array(outline.byteLength - length)
  copy.set(outline.subarray(0, lengthAt))
  copy.set(outline.subarray(lengthAt + 2 + length), lengthAt + 2)
  return copy
})

/**
 * A cluster as one composite: its glyphs at their offsets. Blank parts (a space, a joiner) leave nothing. With a `grain` of
 * two, it is in units twice as large as those of its parts, which it shows at half their size.
 */
export function compositeOutline(
  cluster: ClusterGlyph,
  { renumbered, entries, grain }: Kit,
): { outline: Uint8Array; xMin: number } {
  const parts = cluster.parts.flatMap((part) => {
    const glyph = renumbered.get(part.glyph) ?? 0
    const outline = entries[glyph]?.outline
    const box = outline && boxOf(outline)
    const [dx, dy] = [Math.round(part.dx / grain), Math.round(part.dy / grain)]
    return box ? [{ glyph, dx, dy, box }] : []
  })
  if (parts.length === 0) return { outline: new Uint8Array(), xMin: 0 }
  const entry = grain === 1 ? 8 : 10
  const outline = new Uint8Array(10 + parts.length * entry)
  const view = viewOf(outline)
  const xMin = Math.min(...parts.map((p) => Math.floor(p.box.xMin / grain) + p.dx))
  view.setInt16(0, -1)
  view.setInt16(2, xMin)
  view.setInt16(4, Math.min(...parts.map((p) => Math.floor(p.box.yMin / grain) + p.dy)))
  view.setInt16(6, Math.max(...parts.map((p) => Math.ceil(p.box.xMax / grain) + p.dx)))
  view.setInt16(8, Math.max(...parts.map((p) => Math.ceil(p.box.yMax / grain) + p.dy)))
  const flags = ARGS_ARE_WORDS | ARGS_ARE_XY | (grain === 1 ? 0 : HAS_SCALE | OFFSET_UNSCALED)
  parts.forEach((part, i) => {
    const at = 10 + i * entry
    view.setUint16(at, flags | (i < parts.length - 1 ? MORE : 0))
    view.setUint16(at + 2, part.glyph)
    view.setInt16(at + 4, part.dx)
    view.setInt16(at + 6, part.dy)
    if (grain !== 1) view.setInt16(at + 8, 0x4000 / grain) // F2Dot14
  })
  return { outline, xMin }
}

/** What a composite is made from: glyphs' new numbers, the outlines under these, and how coarse its units are. */
interface Kit {
  readonly renumbered: ReadonlyMap<number, number>
  readonly entries: readonly { readonly outline: Uint8Array }[]
  readonly grain: 1 | 2
}
