import type { FontUnit } from '../geometry/index.js'
import { buildClusterFont } from './cluster-font.js'
import type { Cluster, ClusterGlyph, Face } from './face.js'
import { HarfBuzzFont, type PathStep } from './harfbuzz.js'

/**
 * Widens the spaces over which the ink of two words comes nearer than `least` (font units, measured along the line), by as
 * much as is wanting. Letters of Nastaliq hang over and under what stands beside them, and its fonts kern within a word
 * only: dots of one word may stand in the bowl that the word before it ends with.
 *
 * Visual order; the same clusters where no space is too narrow.
 */
export function widened(clusters: readonly Cluster[], least: number, kit: GapKit): readonly Cluster[] {
  const spaces = clusters.flatMap(({ glyph }, i) => (glyph.text === ' ' && i > 0 && i + 1 < clusters.length ? [i] : []))
  if (spaces.length === 0) return clusters
  kit.edges.read(clusters)
  let wider: Cluster[] | undefined
  for (const at of spaces) {
    const { advance } = clusters[at]!.glyph
    const wanting = least - advance - nearest(clusters, at, kit.edges)
    if (wanting <= 0) continue
    wider ??= [...clusters]
    wider[at] = kit.withAdvance(clusters[at]!, (advance + Math.round(wanting)) as FontUnit)
  }
  return wider ?? clusters
}

export interface GapKit {
  readonly edges: Edges
  withAdvance(cluster: Cluster, advance: FontUnit): Cluster
}

/** How near the ink on both sides of a space comes, if the space had no width; Infinity if nowhere at one height. */
function nearest(clusters: readonly Cluster[], at: number, edges: Edges): number {
  const before = sideOf(clusters, at, { edges, step: -1 })
  const after = sideOf(clusters, at, { edges, step: 1 })
  let gap = Infinity
  for (const [band, right] of after) {
    // What stands in the next band is as near as makes no difference.
    for (let near = band - 1; near <= band + 1; near++) {
      const left = before.get(near)
      if (left !== undefined && right - left < gap) gap = right - left
    }
  }
  return gap
}

/** Edge of the word on one side of a space, by band, from where the space stands. */
function sideOf(
  clusters: readonly Cluster[],
  at: number,
  { edges, step }: { edges: Edges; step: 1 | -1 },
): Map<number, number> {
  const side = new Map<number, number>()
  let pen = 0
  for (let i = at + step; ; i += step) {
    const glyph = clusters[i]?.glyph
    if (glyph === undefined || glyph.text === ' ') return side
    if (step < 0) pen -= glyph.advance
    for (const { band, left, right } of edges.of(glyph)) {
      const known = side.get(band)
      const edge = pen + (step < 0 ? right : left)
      if (known === undefined || (step < 0 ? edge > known : edge < known)) side.set(band, edge)
    }
    if (step > 0) pen += glyph.advance
  }
}

/** Leftmost and rightmost ink of a cluster in one band of height, font units. */
interface Edge {
  readonly band: number
  readonly left: number
  readonly right: number
}

/** Height of a band, in em. */
const BAND = 0.04

/** The edges of a face's clusters, read from what is embedded. */
export class Edges {
  readonly #face: Face
  readonly #known = new Map<ClusterGlyph, readonly Edge[]>()

  constructor(face: Face) {
    this.#face = face
  }

  /** Those that are asked for are read together: a font is made of them. */
  read(clusters: readonly Cluster[]): void {
    const fresh = [...new Set(clusters.map((c) => c.glyph))].filter((g) => !this.#known.has(g))
    if (fresh.length === 0) return
    const { bytes, glyphOf } = buildClusterFont(this.#face, fresh)
    const font = new HarfBuzzFont(bytes)
    const band = this.#face.trueType.unitsPerEm * BAND
    fresh.forEach((glyph, i) => this.#known.set(glyph, edgesOf(font.path(glyphOf[i]!), band)))
  }

  of(glyph: ClusterGlyph): readonly Edge[] {
    return this.#known.get(glyph) ?? []
  }
}

function edgesOf(path: readonly PathStep[], height: number): Edge[] {
  const edges = new Map<number, { left: number; right: number }>()
  for (const [x, y] of spotsOn(path, height)) {
    const band = Math.floor(y / height)
    const known = edges.get(band)
    if (!known) edges.set(band, { left: x, right: x })
    else {
      known.left = Math.min(known.left, x)
      known.right = Math.max(known.right, x)
    }
  }
  return [...edges].map(([band, edge]) => ({ band, ...edge }))
}

/** Spots on an outline of lines and quadratic curves, which is what is embedded; each no further than `step` from the next. */
function* spotsOn(path: readonly PathStep[], step: number): Generator<readonly [x: number, y: number]> {
  let [startX, startY, x, y] = [0, 0, 0, 0]
  for (const { type, values } of path) {
    if (type === 'M') {
      ;[startX, startY] = [x, y] = [values[0]!, values[1]!]
      continue
    }
    const [toX, toY] = type === 'Z' ? [startX, startY] : [values.at(-2)!, values.at(-1)!]
    const [overX, overY] = type === 'Q' ? [values[0]!, values[1]!] : [(x + toX) / 2, (y + toY) / 2]
    const count = Math.max(
      1,
      Math.ceil((Math.hypot(overX - x, overY - y) + Math.hypot(toX - overX, toY - overY)) / step),
    )
    for (let i = 0; i <= count; i++) {
      const [t, s] = [i / count, 1 - i / count]
      yield [s * s * x + 2 * s * t * overX + t * t * toX, s * s * y + 2 * s * t * overY + t * t * toY]
    }
    ;[x, y] = [toX, toY]
  }
}
