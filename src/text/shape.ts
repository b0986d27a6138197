import type { Pt } from '../geometry/index.js'
import type { Cluster } from './face.js'
import type { MissingLetter, Run, TextRange } from './itemise.js'

/** A run after HarfBuzz. */
export interface ShapedRun {
  readonly run: Run
  /** Visual order, left to right, in both directions; offsets are into the run's text. */
  readonly clusters: readonly Cluster[]
}

export function shapeRun(run: Run): ShapedRun {
  const clusters = run.font.face.shape({
    text: run.text,
    direction: run.level % 2 === 1 ? 'rtl' : 'ltr',
    script: run.script,
    language: run.span.lang,
  })
  return { run, clusters }
}

/** Letters that cannot be printed although the run's face seemed to have them (see `missing` of ClusterGlyph). */
export function lostLetters({ run, clusters }: ShapedRun): MissingLetter[] {
  return clusters
    .filter((c) => c.glyph.missing)
    .map(({ start, end }) => {
      const grapheme = run.text.slice(start, end)
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
  const cut: Run = { ...run, range, text: run.text.slice(from, to) }
  const kept: Cluster[] = []
  for (const { glyph, start, end, unsafe } of clusters) {
    if (end <= from || start > to) continue
    const atCut = start === from || start === to
    const split = (start < from && end > from) || (start < to && end > to)
    if (split || (atCut && unsafe && start > 0)) return shapeRun(cut)
    if (start < to) kept.push({ glyph, start: start - from, end: end - from, unsafe })
  }
  return { run: cut, clusters: kept }
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
