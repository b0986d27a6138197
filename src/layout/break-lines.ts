import type { Pt } from '../geometry/index.js'
import { keptFor, keptForPair } from '../memory/index.js'
import {
  hyphenAfter,
  hyphenPlaces,
  isWithinSyllable,
  startsSentence,
  widthOf,
  type BreakOpportunity,
  type Hyphens,
  type TextRange,
} from '../text/index.js'
import { advancesOf, leadAt, type SetText } from './set-text.js'

/**
 * How full the lines of a text are. `even`: each as full as the others, the last as long as it happens to be.
 * `balanced`: the last too, as in headings. `sentences`: the same, and each sentence begins a line, as easy reading asks
 * (Information for all, Inclusion Europe). `parts`: lines of furniture, whose parts have a middle dot between them; of the
 * ways with the fewest lines those that tear the fewest parts, of these the most balanced one. A dot where a line ends is
 * not seen: it stands between two parts.
 */
export type Rag = 'even' | 'balanced' | 'sentences' | 'parts'

/** How a text is broken. */
export interface Breaking {
  readonly rag: Rag
  /** Undefined: no word is divided, but after a hyphen of its own; `whole`: not there either. */
  readonly hyphens: Hyphens | 'whole' | undefined
}

/** What stands on one line. */
export interface LineRange extends TextRange {
  /** The line ends in the middle of a word, with a hyphen that the text does not have. */
  readonly hyphen: boolean
  /** Where the dot stands that is not seen, for the line ends there. */
  readonly dot?: number
}

/**
 * Breaks a paragraph into lines (optimum fit): of all ways with the fewest lines the one with the smallest sum of squared
 * shortfalls. The last line isn't left with one short word where the lines above can spare one. Spaces at a line's end
 * hang beyond the measure. A piece wider than the measure is cut between clusters.
 */
export function breakLines(set: SetText, measure: Pt, { rag, hyphens: how }: Breaking): LineRange[] {
  const { text } = set
  if (text === '') return []
  // Of all ways the one with the fewest lines: where everything fits in one, nobody asks where it might end.
  if (rag !== 'sentences' && !BREAKS.test(text) && fits(set, measure))
    return [{ start: 0, end: text.length, hyphen: false }]
  const hyphens = how === 'whole' ? undefined : how
  const plain = how === 'whole' ? placesOf(set).map((place) => withoutOwnHyphen(text, place)) : placesOf(set)
  const places = hyphens ? withHyphens(hyphens, set) : plain
  const priced =
    rag === 'parts'
      ? places.map((place) => betweenParts(set, place))
      : rag === 'sentences'
        ? places.map((place) => atSentence(text, place))
        : places
  return bestLines(withCuts(set, priced, measure), measure, { rag, hyphens })
}

type Divided = Breaking & { readonly hyphens: Hyphens | undefined }

/** A compound is divided at its hyphen only where it is wider than the measure. */
const withoutOwnHyphen = (text: string, place: Place): Place =>
  place.kind === 'free' && OWN_HYPHEN.test(text.slice(Math.max(0, place.at - 2), place.at))
    ? new Place(place.at, 'kept', place.from, place.to)
    : place
const OWN_HYPHEN = /\S[-\u2010]$/

/** A line ends where a sentence does. */
const atSentence = (text: string, place: Place): Place =>
  place.at > 0 && place.kind === 'free' && startsSentence(text, place.at)
    ? new Place(place.at, 'always', place.from, place.to)
    : place

/** A line that ends between two parts needs no room for the dot between them; one that ends within a part tears it. */
function betweenParts(set: SetText, place: Place): Place {
  if (place.kind !== 'free' && place.kind !== 'han') return place
  const [ending] = BETWEEN_PARTS.exec(set.text.slice(Math.max(0, place.at - 8), place.at)) ?? []
  if (ending === undefined)
    return new Place(place.at, DIGIT.test(partAt(set.text, place.at)) ? 'kept' : 'torn', place.from, place.to)
  const start = place.at - ending.length
  let to = place.from
  for (let i = start; i < place.at; i++) to -= advancesOf(set)[i]!
  return new Place(place.at, place.kind, place.from, to, start + ending.indexOf('·'))
}
/** A part with a number is one fact, such as a date: no line is saved by tearing it. */
const DIGIT = /\p{Nd}/u
const partAt = (text: string, at: number): string =>
  text.slice(text.lastIndexOf('·', at - 1) + 1, text.indexOf('·', at) >>> 0)
/** A middle dot with what hangs on either side. */
const BETWEEN_PARTS = /[\s\u2066-\u2069]*·[\s\u2066-\u2069]*$/

/** A place where a line may end and the next one start. */
class Place {
  constructor(
    readonly at: number,
    /** `torn`: within a part (see Rag). `hyphen`: within a word, with a hyphen, by a format's patterns or a soft hyphen of the text. `cut`: within a word that is wider than the measure. */
    readonly kind: BreakOpportunity['kind'] | 'torn' | 'hyphen' | 'cut',
    /** Points from the start of the text to where a line starts here: after white that it does without. */
    readonly from: number,
    /** The same to where a line ends here: without the spaces before it, with its hyphen. */
    readonly to: number,
    /** Of a place between two parts: where their dot stands. */
    readonly dot?: number,
  ) {}
}

/** The start of the text and its opportunities, with widths that any measure can be tried on. */
const placesOf = keptFor(measurePlaces)

function measurePlaces(set: SetText): Place[] {
  const { text, runs, size } = set
  const advances = advancesOf(set)
  // Not a literal, nor are its objects: V8 would take them for long-lived (decision 018).
  const places = Array.of(new Place(0, 'free', leadAt(set, 0), 0))
  let x = 0
  let before = 0
  let inked = 0
  let i = 0
  for (const { at, kind } of set.breaks()) {
    for (; i < at; i++) {
      x += advances[i]!
      if (!hangs(text.charCodeAt(i))) inked = x
    }
    // Of places without anything between them only the last counts, or texts of such places would take time squared.
    const last = places.at(-1)!
    if (x === before && last.at > 0 && last.kind !== 'always') places.pop()
    before = x
    const from = x + leadAt(set, at)
    const soft = kind === 'free' && text[at - 1] === '\u00AD' ? runs.find((r) => r.run.range.end >= at) : undefined
    if (soft) places.push(new Place(at, 'hyphen', x, inked + widthOf(hyphenAfter(soft.run, at), size)))
    else places.push(new Place(at, kind, from, inked))
  }
  return places
}

/** Characters after which a line ends in any case (UAX #14, classes BK, CR, LF and NL). */
const BREAKS = /[\n-\r\u0085\u2028\u2029]/

/** Whether all of a text fits in a line, but for spaces at its end. */
function fits(set: SetText, measure: Pt): boolean {
  const { text } = set
  const advances = advancesOf(set)
  let [x, inked] = [0, 0]
  for (let i = 0; i < text.length && inked <= measure; i++) {
    x += advances[i]!
    if (!hangs(text.charCodeAt(i))) inked = x
  }
  return inked <= measure
}

/** Spaces and invisible characters: at the end of a line they need no room. */
const HANGS = /[\s\u200B\u2066-\u2069\u200E\u200F]/u
const hangs = (unit: number): boolean =>
  unit === 0x20 ||
  (unit < 0x0e && unit > 0x08) ||
  unit === 0xa0 ||
  (unit > 0x167f && unit < 0x3001 && HANGS.test(String.fromCharCode(unit))) ||
  unit === 0xfeff

/** The same places and those where a word may be divided. */
const withHyphens = keptForPair((hyphens: Hyphens, set: SetText): readonly Place[] => {
  const { text, runs, size } = set
  const advances = advancesOf(set)
  const places = [...placesOf(set)]
  let x = 0
  let i = 0
  for (const { at, run } of hyphenPlaces(text, runs, hyphens)) {
    for (; i < at; i++) x += advances[i]!
    // Within a cluster (a ligature of two letters) no line ends.
    if (advances[at] === 0) continue
    places.push(new Place(at, 'hyphen', x, x + widthOf(hyphenAfter(run, at), size)))
  }
  return places.sort((a, b) => a.at - b.at)
})

/** Places for cuts in pieces that are wider than the measure; the same list where there are none. */
function withCuts(set: SetText, places: readonly Place[], measure: Pt): readonly Place[] {
  if (!places.some((p, i) => i > 0 && p.to - places[i - 1]!.from > measure)) return places
  return places.flatMap((place, i) => {
    const before = places[i - 1]
    return before && place.to - before.from > measure ? [...cutsBetween(set, before, place, measure), place] : [place]
  })
}

/** The longest stretches of clusters that fit, at least one cluster each; where one holds a whole syllable, none is torn. */
function* cutsBetween(set: SetText, start: Place, end: Place, measure: Pt): Generator<Place> {
  const { text } = set
  const advances = advancesOf(set)
  let lineStart = start.from
  let x = start.from - leadAt(set, start.at)
  let inked = start.from
  let whole: Place | undefined
  for (let i = start.at; i < end.at; i++) {
    const advance = advances[i]!
    if (advance === 0) continue
    if (!hangs(text.charCodeAt(i))) {
      if (inked > lineStart && !isWithinSyllable(text, i)) whole = new Place(i, 'cut', x, inked)
      while (x + advance - lineStart > measure && inked > lineStart) {
        const cut: Place = whole ?? new Place(i, 'cut', x, inked)
        yield cut
        lineStart = cut.from
        whole = undefined
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
const TORN = 100
/** With hyphens a line is worth less: words are not divided to save it. */
const LINE_WITH_HYPHENS = 1
/** A hyphen is as bad as a line that is a quarter short; two below each other are worse. */
const HYPHEN = 0.25 ** 2
const HYPHENS_IN_A_ROW = 0.5
/** A compound in two is as bad as a line that is a third short; in headings and easy read, as one that has a third. */
const WORD = (1 / 3) ** 2
const WORD_AT_LEISURE = (2 / 3) ** 2
/** A word of Chinese in two is as bad as a line that is two or three of its thirty letters short; at leisure, as others. */
const HAN = (1 / 12) ** 2
/** A name in two is as bad as a line that is a third short, in easy read too, or long names would leave their lines ragged. */
const TERM = (1 / 3) ** 2
const CUT = 1e9
/** A last line shorter than this part of the measure is one short word … */
const SHORT_LAST_LINE = 0.14
/** … and as bad as another line that is half empty. */
const LONELY_WORD = 0.5 ** 2

/** Dynamic programming over the places: the cheapest way to each, from all that one line reaches back to. */
function bestLines(places: readonly Place[], measure: Pt, { rag, hyphens }: Divided): LineRange[] {
  const cost = new Float64Array(places.length)
  const previous = new Int32Array(places.length)
  const line = hyphens ? LINE_WITH_HYPHENS : LINE
  // A soft hyphen of the text, in a format that leaves words whole, is for words that fit no line.
  const hyphen = hyphens ? HYPHEN : KEPT
  for (let end = 1; end < places.length; end++) {
    const { kind, to } = places[end]!
    const own = line + priceOf(kind, { hyphen, rag })
    cost[end] = Infinity
    for (let start = end - 1; start >= 0; start--) {
      const width = Math.max(0, to - places[start]!.from)
      if (width > measure && start < end - 1) break
      const shape = kind === 'always' ? lastShape(width, measure, rag) : shortfall(width, measure)
      const row = places[start]!.kind === 'hyphen' ? priceAfterHyphen(kind) : 0
      const total = cost[start]! + own + shape + row + (width > measure ? CUT : 0)
      if (total < cost[end]!) {
        cost[end] = total
        previous[end] = start
      }
      if (places[start]!.kind === 'always') break
    }
  }
  const lines: LineRange[] = []
  for (let end = places.length - 1; end > 0; end = previous[end]!) {
    const { at, kind, dot } = places[end]!
    const start = places[previous[end]!]!.at
    lines.push({ start, end: at, hyphen: kind === 'hyphen', ...(dot === undefined ? {} : { dot }) })
  }
  return lines.reverse()
}

/** Of ending a line at a place. */
function priceOf(kind: Place['kind'], { hyphen, rag }: { hyphen: number; rag: Rag }): number {
  if (kind === 'cut') return CUT
  if (kind === 'kept') return KEPT
  if (kind === 'torn') return TORN
  if (kind === 'word') return (rag === 'parts' ? TORN : 0) + (atLeisure(rag) ? WORD_AT_LEISURE : WORD)
  if (kind === 'han') return atLeisure(rag) ? WORD_AT_LEISURE : HAN
  if (kind === 'term') return TERM
  return kind === 'hyphen' ? hyphen : 0
}

const atLeisure = (rag: Rag): boolean => rag === 'balanced' || rag === 'sentences'

/** Of a line that starts with the rest of a word: two hyphens below each other, or a last line of such a rest. */
function priceAfterHyphen(kind: Place['kind']): number {
  if (kind === 'hyphen') return HYPHENS_IN_A_ROW
  return kind === 'always' ? LONELY_WORD : 0
}

const shortfall = (width: number, measure: Pt): number => {
  const short = Math.max(0, 1 - width / measure)
  return short * short
}

function lastShape(width: number, measure: Pt, rag: Rag): number {
  if (rag !== 'even') return shortfall(width, measure)
  return width < measure * SHORT_LAST_LINE ? LONELY_WORD : 0
}
