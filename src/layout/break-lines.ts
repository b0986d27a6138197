import type { Pt } from '../geometry/index.js'
import type { BreakOpportunity, TextRange } from '../text/index.js'
import type { SetText } from './set-text.js'

/**
 * How full the lines of a text are. `even`: each as full as the others, the last as long as it happens to be.
 * `balanced`: the last too, as in headings.
 */
export type Rag = 'even' | 'balanced'

/**
 * Breaks a paragraph into lines (optimum fit): of all ways with the fewest lines the one with the smallest sum of squared
 * shortfalls. The last line isn't left with one short word where the lines above can spare one. Spaces at a line's end
 * hang beyond the measure. A piece wider than the measure is cut between clusters.
 */
export function breakLines(set: SetText, measure: Pt, rag: Rag): TextRange[] {
  const { text } = set
  if (text === '') return []
  const places = placesOf(set)
  if (places.length > 2 || places[1]!.to > measure) return bestLines(withCuts(set, places, measure), measure, rag)
  return [{ start: 0, end: text.length }]
}

/** A place where a line may end and the next one start. */
interface Place {
  readonly at: number
  /** `cut`: within a word that is wider than the measure. */
  readonly kind: BreakOpportunity['kind'] | 'cut'
  /** Points from the start of the text to where a line starts here. */
  readonly from: number
  /** The same to where a line ends here: without the spaces before it. */
  readonly to: number
}

const kept = new WeakMap<SetText, readonly Place[]>()

/** The start of the text and its opportunities, with widths that any measure can be tried on: computed once. */
function placesOf(set: SetText): readonly Place[] {
  let places = kept.get(set)
  if (!places) kept.set(set, (places = measurePlaces(set)))
  return places
}

function measurePlaces({ text, advances, opportunities }: SetText): Place[] {
  const places: Place[] = [{ at: 0, kind: 'free', from: 0, to: 0 }]
  let x = 0
  let inked = 0
  let i = 0
  for (const { at, kind } of opportunities) {
    for (; i < at; i++) {
      x += advances[i]!
      if (!HANGS.test(text[i]!)) inked = x
    }
    // Of places without anything between them only the last counts, or texts of such places would take time squared.
    const last = places.at(-1)!
    if (x === last.from && last.at > 0 && last.kind !== 'always') places.pop()
    places.push({ at, kind, from: x, to: inked })
  }
  return places
}

/** Spaces and invisible characters: at the end of a line they need no room. */
const HANGS = /[\s\u200B\u2066-\u2069\u200E\u200F]/u

/** Places for cuts in pieces that are wider than the measure; the same list where there are none. */
function withCuts(set: SetText, places: readonly Place[], measure: Pt): readonly Place[] {
  if (!places.some((p, i) => i > 0 && p.to - places[i - 1]!.from > measure)) return places
  return places.flatMap((place, i) => {
    const before = places[i - 1]
    return before && place.to - before.from > measure ? [...cutsBetween(set, before, place, measure), place] : [place]
  })
}

/** The longest stretches of clusters that fit, at least one cluster each. */
function* cutsBetween({ text, advances }: SetText, start: Place, end: Place, measure: Pt): Generator<Place> {
  let lineStart = start.from
  let x = start.from
  let inked = start.from
  for (let i = start.at; i < end.at; i++) {
    const advance = advances[i]!
    if (advance === 0) continue
    if (!HANGS.test(text[i]!)) {
      if (x + advance - lineStart > measure && inked > lineStart) {
        yield { at: i, kind: 'cut', from: x, to: inked }
        lineStart = x
      }
      inked = x + advance
    }
    x += advance
  }
}

// What a line costs besides the square of its shortfall, which is at most 1. Fewest cuts, then fewest things torn apart,
// then fewest lines, then shape.
const LINE = 1e3
const KEPT = 1e6
const CUT = 1e9
/** A last line shorter than this part of the measure is one short word … */
const SHORT_LAST_LINE = 0.14
/** … and as bad as another line that is half empty. */
const LONELY_WORD = 0.5 ** 2

/** Dynamic programming over the places: the cheapest way to each, from all that one line reaches back to. */
function bestLines(places: readonly Place[], measure: Pt, rag: Rag): TextRange[] {
  const cost = new Float64Array(places.length)
  const previous = new Int32Array(places.length)
  for (let end = 1; end < places.length; end++) {
    const { kind, to } = places[end]!
    const own = LINE + (kind === 'cut' ? CUT : kind === 'kept' ? KEPT : 0)
    cost[end] = Infinity
    for (let start = end - 1; start >= 0; start--) {
      const width = Math.max(0, to - places[start]!.from)
      if (width > measure && start < end - 1) break
      const total =
        cost[start]! + own + (kind === 'always' ? lastShape(width, measure, rag) : shortfall(width, measure))
      if (total < cost[end]!) {
        cost[end] = total
        previous[end] = start
      }
      if (places[start]!.kind === 'always') break
    }
  }
  const lines: TextRange[] = []
  for (let end = places.length - 1; end > 0; end = previous[end]!) {
    lines.push({ start: places[previous[end]!]!.at, end: places[end]!.at })
  }
  return lines.reverse()
}

const shortfall = (width: number, measure: Pt): number => Math.max(0, 1 - width / measure) ** 2

function lastShape(width: number, measure: Pt, rag: Rag): number {
  if (rag === 'balanced') return shortfall(width, measure)
  return width < measure * SHORT_LAST_LINE ? LONELY_WORD : 0
}
