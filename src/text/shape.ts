import type { Pt } from '../geometry/index.js'
import { keptFor } from '../memory/index.js'
import type { Cluster } from './face.js'
import type { MissingLetter, Run, TextRange } from './itemise.js'

/** A run after HarfBuzz. */
export interface ShapedRun {
  readonly run: Run
  /** Visual order, left to right, in both directions. */
  readonly clusters: readonly Cluster[]
}

export function shapeRun(run: Run): ShapedRun {
  const { text, level, script, span, words } = run
  const order = { text, direction: level % 2 === 1 ? 'rtl' : 'ltr', script, language: span.lang } as const
  const { face, apart } = run.font
  const clusters = face.shape(order, words)
  return { run, clusters: apart === undefined ? clusters : face.widened(clusters, apart) }
}

/** The same run with the white that its language asks for: Chinese and Japanese, which are never right-to-left. */
export function spaceRun(shaped: ShapedRun): ShapedRun {
  const { run, clusters } = shaped
  const { spacing } = run
  if (!spacing || run.level % 2 === 1) return shaped
  const { face } = run.font
  const em = face.trueType.unitsPerEm
  let at = run.range.start
  const spaced = clusters.map((cluster) => {
    const space = spacing.get(at)
    at += cluster.glyph.text.length
    if (!space) return cluster
    // A mark gives up what it has: there is no other way to tell whether its square has a blank half.
    const white = space.before < 0 || space.after < 0 ? face.whiteOf(cluster) : { before: 0, after: 0 }
    const units = (part: number, has: number): number => (part > 0 || -part * em <= has ? Math.round(part * em) : 0)
    return face.spaced(cluster, units(space.before, white.before), units(space.after, white.after))
  })
  return { run, clusters: spaced }
}

/**
 * White before the first ink of the cluster at a UTF-16 offset that a line which starts there does without, in font units:
 * the blank half of an opening mark, the space between Han and Latin letters.
 */
export function leadOf({ run }: ShapedRun, at: number, cluster: Cluster): number {
  const space = run.spacing?.get(at)
  if (!space || run.level % 2 === 1) return 0
  const { face } = run.font
  const em = face.trueType.unitsPerEm
  if (space.before > 0) return Math.round(space.before * em)
  return space.opens && face.whiteOf(cluster).before >= em / 2 ? Math.floor(em / 2) : 0
}

/** The same run without that white before its first cluster. */
export function withoutLead(shaped: ShapedRun): ShapedRun {
  const { run, clusters } = shaped
  const [first] = clusters
  const lead = first ? leadOf(shaped, run.range.start, first) : 0
  return !first || lead === 0 ? shaped : { run, clusters: clusters.with(0, run.font.face.spaced(first, -lead, 0)) }
}

/** UTF-16 offset into the run's text where each cluster starts, in the order of the clusters. */
export const offsetsOf = keptFor(({ run, clusters }: ShapedRun): Int32Array => {
  const offsets = new Int32Array(clusters.length)
  let at = 0
  for (let i = 0; i < clusters.length; i++) {
    const place = run.level % 2 === 1 ? clusters.length - 1 - i : i
    offsets[place] = at
    at += clusters[place]!.glyph.text.length
  }
  return offsets
})

/** Letters that cannot be printed although the run's face seemed to have them (see `missing` of ClusterGlyph). */
export function lostLetters({ run, clusters }: ShapedRun): MissingLetter[] {
  return clusters
    .filter((c) => c.glyph.missing)
    .map(({ glyph: { text: grapheme } }) => {
      return { grapheme, span: run.span, offset: Math.max(0, run.span.text.indexOf(grapheme)) }
    })
}

/**
 * The part of a shaped run that stands on one line. `range` is in paragraph offsets and inside the run. Where the cut
 * is safe the clusters are taken as they are; where shapes would differ (UNSAFE_TO_BREAK) the part is shaped anew.
 */
export function cutRun(shaped: ShapedRun, range: TextRange): ShapedRun {
  const { run, clusters } = shaped
  if (range.start === run.range.start && range.end === run.range.end) return shaped
  const from = range.start - run.range.start
  const to = range.end - run.range.start
  const { level, script, font, span, spacing } = run
  const cut: Run = { range, text: run.text.slice(from, to), level, script, font, span, spacing }
  const offsets = offsetsOf(shaped)
  const rtl = run.level % 2 === 1
  const place = (k: number): number => (rtl ? clusters.length - 1 - k : k)
  const first = placeOf(from, clusters.length, (k) => offsets[place(k)]!)
  const next = placeOf(to, clusters.length, (k) => offsets[place(k)]!)
  const [after, beyond] = [clusters[place(first)], clusters[place(next)]]
  const split = offsets[place(first)] !== from || (offsets[place(next)] ?? run.text.length) !== to
  if (split || (after?.unsafe && from > 0) || beyond?.unsafe) return spaceRun(shapeRun(cut))
  const kept = rtl ? clusters.slice(clusters.length - next, clusters.length - first) : clusters.slice(first, next)
  return { run: cut, clusters: kept }
}

/** How many of the clusters start before an offset: found by halves, for a run may have many lines. */
function placeOf(offset: number, count: number, start: (k: number) => number): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if (start(middle) < offset) low = middle + 1
    else high = middle
  }
  return low
}

/** Advance of some clusters at a type size. */
export function widthOf(shaped: ShapedRun, size: Pt): Pt {
  let units = 0
  for (const c of shaped.clusters) units += c.glyph.advance
  return toPt(units, shaped.run, size)
}

/** Font units to points: the face's grid, the size of the text and the face's scale in this language. */
export const toPt = (units: number, run: Run, size: Pt): Pt =>
  ((units * size * run.font.scale) / run.font.face.trueType.unitsPerEm) as Pt
