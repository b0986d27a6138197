import { keptFor } from '../memory/index.js'
import type { ClusterGlyph } from './face.js'
import type { Run } from './itemise.js'
import { shapeRun, type ShapedRun } from './shape.js'

/** Where a word may be divided: UTF-16 offsets into it, ascending, by the habit of one language. */
export type Hyphenator = (word: string) => readonly number[]

/** The hyphenator of a language (BCP 47); undefined where there is none. */
export type Hyphens = (lang: string) => Hyphenator | undefined

/** A hyphen that a line may end with, and the run of the word that it divides. */
export interface HyphenPlace {
  /** UTF-16 offset into the paragraph's text. */
  readonly at: number
  readonly run: Run
}

/**
 * Places within words where lines may end with a hyphen, ascending. Whole: words under six letters, names (words with a
 * capital letter, except in languages that write all nouns so), links, addresses, numbers, compounds that have a hyphen.
 */
export function hyphenPlaces(text: string, runs: readonly ShapedRun[], hyphens: Hyphens): HyphenPlace[] {
  const places: HyphenPlace[] = []
  for (const { run } of runs) {
    const hyphenator = run.span.href === undefined ? hyphens(run.span.lang) : undefined
    if (!hyphenator) continue
    for (const { 0: word, index } of run.text.matchAll(WORD)) {
      const start = run.range.start + index
      const end = start + word.length
      if (BESIDE.test(text.slice(Math.max(0, start - 1), start)) || CONTINUES.test(text.slice(end, end + 2))) continue
      if (/\p{Lu}/u.test(word) && !CAPITAL_NOUNS.test(run.span.lang)) continue
      for (const at of hyphenator(word)) places.push({ at: start + at, run })
    }
  }
  return places
}

/** Letters of scripts that divide words with this hyphen. */
const WORD = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Georgian}\p{Mn}]{6,}/gu
/** What makes a word part of something longer: of a name, a number, an address. */
const BESIDE = /[\p{L}\p{M}\p{N}@_/\\.&=#'’\u00AD\u2010-]/u
const CONTINUES = /^(?:[\p{L}\p{M}\p{N}@_/\\&=#\u00AD\u2010-]|['’.][\p{L}\p{N}])/u
const CAPITAL_NOUNS = /^(?:de|lb|gsw)(?:-|$)/i

const softened = keptFor((glyph: ClusterGlyph): ClusterGlyph => ({ ...glyph, text: SOFT_HYPHEN }))

/**
 * The hyphen after a part of a word, in the word's font. Its text is U+00AD, as ISO 32000-1 §14.8.2.2.3 asks: readers
 * take it for no letter of the word.
 */
export function hyphenAfter(run: Run, at: number): ShapedRun {
  const text = run.font.face.covers('\u2010') ? '\u2010' : '-'
  const hyphen: Run = { ...run, range: { start: at, end: at }, text, words: undefined }
  const clusters = shapeRun(hyphen).clusters.map((cluster) => ({ ...cluster, glyph: softened(cluster.glyph) }))
  return { run: { ...hyphen, text: SOFT_HYPHEN }, clusters }
}

const SOFT_HYPHEN = '\u00AD'
