import { isCoarse, type EmbeddedFace } from './coarse-face.js'
import type { ClusterGlyph } from './face.js'
import { compositeOutline, copyOutline, outlineSize, partsOfOutline, type OutlineSize } from './outline.js'
import { viewOf, writeSfnt } from './sfnt.js'
import type { TrueType } from './true-type.js'

/**
 * A TrueType font in which each cluster is one glyph (docs/decisions/002): plain glyphs of the face, and for
 * clusters of several glyphs a composite with their offsets and the cluster's advance.
 */
export interface ClusterFont {
  /** A font file with the tables that PDF asks for: glyf, head, hhea, hmtx, loca, maxp (ISO 32000-1 §9.9). */
  readonly bytes: Uint8Array
  readonly unitsPerEm: number
  /** For each cluster glyph, in the order given: its glyph in `bytes` and its advance in units of `bytes`. */
  readonly glyphOf: readonly number[]
  readonly advances: readonly number[]
  /** Bounds of all outlines, font units: xMin, yMin, xMax, yMax. */
  readonly bounds: readonly [number, number, number, number]
}

interface Entry {
  readonly outline: Uint8Array
  readonly advance: number
  readonly bearing: number
}

// HarfBuzz's own subsetter is not used: its WebAssembly build tells no new glyph numbers, so glyph ids would have to be
// kept, which leaves no room for composites in fonts near 65,535 glyphs and makes loca and hmtx large.
export function buildClusterFont(face: EmbeddedFace, clusters: readonly ClusterGlyph[]): ClusterFont {
  const font = face.trueType
  const grain = isCoarse(face) ? 2 : 1
  const renumbered = renumber(font, clusters)
  const entries: Entry[] = []
  for (const glyph of renumbered.keys()) {
    const { advance, bearing } = font.metrics(glyph)
    entries.push({ outline: copyOutline(font.outline(glyph), renumbered), advance, bearing })
  }
  const glyphOf = clusters.map((cluster) => {
    const plain = grain === 1 ? plainGlyph(font, cluster) : undefined
    if (plain !== undefined) return renumbered.get(plain)!
    const composite = compositeOutline(cluster, { renumbered, entries, grain })
    entries.push({ outline: composite.outline, advance: cluster.advance / grain, bearing: composite.xMin })
    return entries.length - 1
  })
  const unitsPerEm = font.unitsPerEm / grain
  const { bytes, bounds } = assemble(font, entries, unitsPerEm)
  return { bytes, bounds, unitsPerEm, glyphOf, advances: clusters.map((c) => c.advance / grain) }
}

/** The glyph itself, where a cluster is one glyph at the origin with its own advance. */
function plainGlyph(font: TrueType, cluster: ClusterGlyph): number | undefined {
  const [part] = cluster.parts
  if (!part || cluster.parts.length !== 1 || part.dx !== 0 || part.dy !== 0) return undefined
  return font.metrics(part.glyph).advance === cluster.advance ? part.glyph : undefined
}

/** Old glyph → new glyph: .notdef, then all that is needed, components included, in ascending order. */
function renumber(font: TrueType, clusters: readonly ClusterGlyph[]): Map<number, number> {
  const needed = new Set<number>([0])
  const add = (glyph: number, depth: number): void => {
    if (needed.has(glyph) || depth > 8) return
    needed.add(glyph)
    for (const part of partsOfOutline(font.outline(glyph)) ?? []) add(part, depth + 1)
  }
  for (const part of partsOfOutline(font.outline(0)) ?? []) add(part, 1)
  for (const cluster of clusters) for (const part of cluster.parts) add(part.glyph, 0)
  return new Map([...needed].sort((a, b) => a - b).map((old, i) => [old, i]))
}

function assemble(
  font: TrueType,
  entries: readonly Entry[],
  unitsPerEm: number,
): Pick<ClusterFont, 'bytes' | 'bounds'> {
  const offsets: number[] = [0]
  for (const e of entries) offsets.push(offsets.at(-1)! + ((e.outline.byteLength + 3) & ~3))
  const total = offsets.at(-1)!
  const short = total < 0x20000
  const glyf = new Uint8Array(total)
  const loca = new DataView(new ArrayBuffer(offsets.length * (short ? 2 : 4)))
  const hmtx = new DataView(new ArrayBuffer(entries.length * 4))
  offsets.forEach((offset, i) => {
    if (short) loca.setUint16(i * 2, offset / 2)
    else loca.setUint32(i * 4, offset)
  })
  const bounds: [number, number, number, number] = [0, 0, 0, 0]
  entries.forEach((e, i) => {
    glyf.set(e.outline, offsets[i])
    hmtx.setUint16(i * 4, e.advance)
    hmtx.setInt16(i * 4 + 2, e.bearing)
    if (e.outline.byteLength < 10) return
    const view = viewOf(e.outline)
    bounds[0] = Math.min(bounds[0], view.getInt16(2))
    bounds[1] = Math.min(bounds[1], view.getInt16(4))
    bounds[2] = Math.max(bounds[2], view.getInt16(6))
    bounds[3] = Math.max(bounds[3], view.getInt16(8))
  })
  const head = viewOf(font.head.slice())
  head.setUint32(8, 0) // checkSumAdjustment: set below
  head.setUint16(18, unitsPerEm)
  bounds.forEach((b, i) => {
    head.setInt16(36 + i * 2, b)
  })
  head.setInt16(50, short ? 0 : 1)
  const hhea = viewOf(font.hhea.slice())
  hhea.setUint16(10, Math.max(0, ...entries.map((e) => e.advance)))
  hhea.setUint16(34, entries.length)
  const tables: [string, Uint8Array][] = [
    ['glyf', glyf],
    ['head', new Uint8Array(head.buffer)],
    ['hhea', new Uint8Array(hhea.buffer)],
    ['hmtx', new Uint8Array(hmtx.buffer)],
    ['loca', new Uint8Array(loca.buffer)],
    ['maxp', maxpOf(entries)],
  ]
  return { bytes: writeSfnt(tables), bounds }
}

/** maxp 1.0: renderers allocate by its numbers, so they are counted; the font carries no instructions. */
function maxpOf(entries: readonly Entry[]): Uint8Array {
  const sizes: OutlineSize[] = []
  const sizeOf = (glyph: number): OutlineSize =>
    (sizes[glyph] ??= outlineSize(entries[glyph]?.outline ?? new Uint8Array(), sizeOf))
  const all = entries.map((_, i) => sizeOf(i))
  const most = (count: (s: OutlineSize) => number, of: (s: OutlineSize) => boolean): number =>
    Math.min(0xffff, Math.max(0, ...all.filter(of).map(count)))
  const simple = (s: OutlineSize): boolean => s.depth === 0
  const composite = (s: OutlineSize): boolean => s.depth > 0
  const view = new DataView(new ArrayBuffer(32))
  view.setUint32(0, 0x00010000)
  view.setUint16(4, entries.length)
  view.setUint16(
    6,
    most((s) => s.points, simple),
  )
  view.setUint16(
    8,
    most((s) => s.contours, simple),
  )
  view.setUint16(
    10,
    most((s) => s.points, composite),
  )
  view.setUint16(
    12,
    most((s) => s.contours, composite),
  )
  view.setUint16(14, 1) // maxZones: no twilight zone
  view.setUint16(
    28,
    most((s) => s.parts, composite),
  )
  view.setUint16(
    30,
    most((s) => s.depth, composite),
  )
  return new Uint8Array(view.buffer)
}
