import { patientView, type TableView } from './patient-view.js'

/**
 * The glyphs that may look or stand otherwise after a given one, or make it so: those that the lookups which are on by
 * themselves (OpenType 1.9, GSUB and GPOS) look for after it. Undefined: too many to list, or in doubt. If the given
 * glyph is the space, a text without these glyphs can be shaped word by word, each with the space that ends it.
 *
 * `table`: bytes of GSUB or GPOS. Lookups that only another lookup calls need not be looked at: the one that calls them
 * names all glyphs that it looks for.
 */
export function partnersOf(glyph: number, table: Uint8Array, kind: 'GSUB' | 'GPOS'): ReadonlySet<number> | undefined {
  try {
    const view = patientView(table)
    const lookups = view.getUint16(8)
    const partners = new Set<number>()
    for (const index of activeLookups(view)) {
      const lookup = lookups + view.getUint16(lookups + 2 + index * 2)
      if (takesPart({ view, glyph, kind, partners }, lookup)) return undefined
    }
    return partners
  } catch (error) {
    // Offsets that lead outside, or no end: the table is broken, and HarfBuzz has its own opinion of what it means.
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** Features that HarfBuzz leaves off unless asked for (those of its default set and of its shapers are on). */
const OFF =
  /^(aalt|afrc|c2[ps]c|case|cpsp|cv\d\d|dlig|dnom|expt|falt|frac|fwid|halt|hist|hkna|hlig|hngl|hojo|hwid|ital|jalt|jp\d\d|lfbd|lnum|mgrk|nalt|nlck|numr|onum|opbd|ordn|ornm|palt|pcap|pkna|pnum|pwid|qwid|rtbd|ruby|salt|sinf|size|smcp|smpl|ss\d\d|subs|sups|swsh|titl|tnam|tnum|trad|twid|unic|v[ahkp]..|vert|vrt[2r]|zero)$/

function activeLookups(view: TableView): Set<number> {
  const features = view.getUint16(6)
  const active = new Set<number>()
  for (let i = 0; i < view.getUint16(features); i++) {
    const at = features + 2 + i * 6
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((k) => view.getUint8(at + k)))
    if (OFF.test(tag)) continue
    const feature = features + view.getUint16(at + 4)
    for (let k = 0; k < view.getUint16(feature + 2); k++) active.add(view.getUint16(feature + 4 + k * 2))
  }
  return active
}

interface Search {
  readonly view: TableView
  readonly glyph: number
  readonly kind: 'GSUB' | 'GPOS'
  /** Gets the glyphs of rules that are spelt out. */
  readonly partners: Set<number>
}

/** Whether the glyph takes part in a lookup together with glyphs that are not listed. */
function takesPart(search: Search, lookup: number): boolean {
  const { view, kind } = search
  const type = view.getUint16(lookup)
  for (let i = 0; i < view.getUint16(lookup + 4); i++) {
    let at = lookup + view.getUint16(lookup + 6 + i * 2)
    let own = type
    // Extension: the subtable lies further away than 16 bits reach.
    if (type === (kind === 'GSUB' ? 7 : 9)) {
      own = view.getUint16(at + 2)
      at += view.getUint32(at + 4)
    }
    if (inSubtable(search, kind === 'GSUB' ? GSUB[own] : GPOS[own], at)) return true
  }
  return false
}

type Shape = 'alone' | 'ligature' | 'pair' | 'cursive' | 'mark' | 'context' | 'chain' | 'reverse'
const GSUB: Readonly<Record<number, Shape>> = { 1: 'alone', 2: 'alone', 3: 'alone', 4: 'ligature', 5: 'context', 6: 'chain', 8: 'reverse' } // prettier-ignore
const GPOS: Readonly<Record<number, Shape>> = { 1: 'alone', 2: 'pair', 3: 'cursive', 4: 'mark', 5: 'mark', 6: 'mark', 7: 'context', 8: 'chain' } // prettier-ignore

function inSubtable(search: Search, shape: Shape | undefined, at: number): boolean {
  const { view } = search
  const covered = (offsetAt: number): boolean => inCoverage(search, at + view.getUint16(offsetAt))
  switch (shape) {
    case 'alone':
      // One glyph by itself: its neighbours don't matter.
      return false
    case 'cursive':
      return covered(at + 2)
    case 'ligature':
      return covered(at + 2) || inLigatures(search, at)
    case 'pair':
      return covered(at + 2) || inPairs(search, at)
    case 'mark':
      // A mark stands on the glyph before it: no word begins with one (see word-shaper.ts).
      return covered(at + 2)
    case 'context':
      return inContext(search, at, false)
    case 'chain':
      return inContext(search, at, true)
    case 'reverse': {
      const back = view.getUint16(at + 4)
      const ahead = view.getUint16(at + 6 + back * 2)
      return (
        covered(at + 2) ||
        any(back, (i) => covered(at + 6 + i * 2)) ||
        any(ahead, (i) => covered(at + 8 + (back + i) * 2))
      )
    }
    case undefined:
      return true
  }
}

const range = (count: number): number[] => Array.from({ length: count }, (_, i) => i)

/** Whether something is so of a number below `count`: a font has tens of thousands of entries to look at. */
function any(count: number, is: (i: number) => boolean): boolean {
  for (let i = 0; i < count; i++) if (is(i)) return true
  return false
}

function inCoverage({ view, glyph }: Search, at: number): boolean {
  const count = view.getUint16(at + 2)
  if (view.getUint16(at) === 1) return any(count, (i) => view.getUint16(at + 4 + i * 2) === glyph)
  return any(count, (i) => {
    const entry = at + 4 + i * 6
    return view.getUint16(entry) <= glyph && glyph <= view.getUint16(entry + 2)
  })
}

function classIn({ view, glyph }: Search, at: number): number {
  if (view.getUint16(at) === 1) {
    const start = view.getUint16(at + 2)
    const index = glyph - start
    return index >= 0 && index < view.getUint16(at + 4) ? view.getUint16(at + 6 + index * 2) : 0
  }
  for (let i = 0; i < view.getUint16(at + 2); i++) {
    const entry = at + 4 + i * 6
    if (view.getUint16(entry) <= glyph && glyph <= view.getUint16(entry + 2)) return view.getUint16(entry + 4)
  }
  return 0
}

/** Ligatures of other first letters that have the glyph in them. */
function inLigatures({ view, glyph }: Search, at: number): boolean {
  return any(view.getUint16(at + 4), (i) => {
    const set = at + view.getUint16(at + 6 + i * 2)
    return any(view.getUint16(set), (k) => {
      const ligature = set + view.getUint16(set + 2 + k * 2)
      return any(view.getUint16(ligature + 2) - 1, (c) => view.getUint16(ligature + 4 + c * 2) === glyph)
    })
  })
}

/** Pairs with the glyph in second place. */
function inPairs(search: Search, at: number): boolean {
  const { view, glyph } = search
  const size = (bitCount(view.getUint16(at + 4)) + bitCount(view.getUint16(at + 6))) * 2
  if (view.getUint16(at) === 1)
    return any(view.getUint16(at + 8), (i) => {
      const set = at + view.getUint16(at + 10 + i * 2)
      return any(view.getUint16(set), (k) => view.getUint16(set + 2 + k * (2 + size)) === glyph)
    })
  const second = classIn(search, at + view.getUint16(at + 10))
  const [firsts, seconds] = [view.getUint16(at + 12), view.getUint16(at + 14)]
  // Class 0 is all glyphs without a class: they take part if any first class is moved before them.
  return any(firsts, (first) => {
    const record = at + 16 + (first * seconds + second) * size
    return any(size / 2, (i) => view.getInt16(record + i * 2) !== 0)
  })
}

const bitCount = (n: number): number => [...n.toString(2)].filter((b) => b === '1').length

/** Contexts, chained or not: the glyph, or its class, anywhere in what is looked for. */
function inContext(search: Search, at: number, chained: boolean): boolean {
  const { view, glyph } = search
  const format = view.getUint16(at)
  if (format === 3) {
    return noteRule(search, coverages(view, at, chained))
  }
  if (format === 1) {
    if (inCoverage(search, at + view.getUint16(at + 2))) return true
    return inRules(search, { at, setsAt: at + 4, chained }, [glyph, glyph, glyph])
  }
  const defs = chained ? [at + 4, at + 6, at + 8] : [at + 4, at + 4, at + 4]
  const classes = defs.map((d) => classIn(search, at + view.getUint16(d)))
  // The first letter of a rule is its set's class: covered, or of a class that rules name.
  if (inCoverage(search, at + view.getUint16(at + 2))) return true
  return inRules(search, { at, setsAt: at + (chained ? 10 : 6), chained }, classes)
}

interface Rules {
  readonly at: number
  readonly setsAt: number
  readonly chained: boolean
}

/** `values`: what stands for the glyph before the input, in it and after it. */
function inRules({ view }: Search, { at, setsAt, chained }: Rules, values: readonly number[]): boolean {
  return any(view.getUint16(setsAt), (i) => {
    const offset = view.getUint16(setsAt + 2 + i * 2)
    if (offset === 0) return false
    const set = at + offset
    return any(view.getUint16(set), (k) => {
      let next = set + view.getUint16(set + 2 + k * 2)
      const lists = chained ? [0, 1, 2] : [1]
      for (const list of lists) {
        // The input's first letter is not in the list; a plain rule has a second count before it.
        const count = view.getUint16(next) - (list === 1 ? 1 : 0)
        next += list === 1 && !chained ? 4 : 2
        if (any(count, (c) => view.getUint16(next + c * 2) === values[list])) return true
        next += count * 2
      }
      return false
    })
  })
}

/**
 * Coverage tables of a context of format 3, in the order of the text. Chained: three counted lists, the first from the
 * input backwards; plain: two counts and one list.
 */
function coverages(view: TableView, at: number, chained: boolean): number[] {
  const lists: number[][] = []
  let next = at + 2
  for (let list = 0; list < (chained ? 3 : 1); list++) {
    const count = view.getUint16(next)
    next += chained ? 2 : 4
    lists.push(range(count).map((i) => at + view.getUint16(next + i * 2)))
    next += count * 2
  }
  if (chained) lists[0]!.reverse()
  return lists.flat()
}

/**
 * A rule with the glyph in it needs a glyph of each coverage after it: those of the smallest are noted. A rule that ends
 * with it stays within a word and the space after it. True where the glyph fits in more than one place: such a rule may
 * reach over several words.
 */
function noteRule(search: Search, found: readonly number[]): boolean {
  const places = range(found.length).filter((i) => inCoverage(search, found[i]!))
  if (places.length === 0 || found.length === 1) return false
  if (places.length > 1) return true
  const after = found.slice(places[0]! + 1).map((coverage) => rangesOf(search.view, coverage))
  const [smallest = []] = after.sort((a, b) => sizeOf(a) - sizeOf(b))
  for (const [first, last] of smallest) for (let glyph = first; glyph <= last; glyph++) search.partners.add(glyph)
  return false
}

/** The glyphs of a coverage, from the first to the last of each range. */
function rangesOf(view: TableView, at: number): (readonly [first: number, last: number])[] {
  const count = view.getUint16(at + 2)
  const single = view.getUint16(at) === 1
  return range(count).map((i) => {
    const entry = at + 4 + i * (single ? 2 : 6)
    return [view.getUint16(entry), view.getUint16(single ? entry : entry + 2)] as const
  })
}

const sizeOf = (ranges: readonly (readonly [first: number, last: number])[]): number =>
  ranges.reduce((sum, [first, last]) => sum + Math.max(0, last - first + 1), 0)
