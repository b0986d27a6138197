import { pt, type Pt } from '../geometry/index.js'
import type { Slab } from './slab.js'

/** Where content may stand: from the top of the first page or the next ones to the bottom. */
export interface Region {
  readonly tops: readonly [first: Pt, next: Pt]
  readonly bottom: Pt
}

/** A page of slabs, and where the last of them ends. */
export interface Filled {
  readonly slabs: readonly { readonly slab: Slab; readonly y: Pt }[]
  readonly bottom: Pt
}

/** Elastic spaces are never narrower than this part of what they are meant to be, and never wider. */
const NARROWEST = 0.6

/** Points above the foot that are left free where elastic spaces can give them. What stands on a page doesn't depend on it. */
const AIR = 6

// What is wrong with a page. A fault of 1 is as bad as a page more.
/** So much of a page, empty at its foot, is a fault of 1. Two small holes are better than a large one: squares. */
const HOLE = 0.35
/** The fault if all elastic spaces were gone. Squares here too: a little narrower on two pages rather than much on one. */
const NARROW = 3
/** The fault of a last page that is almost a third full; an empty one is twice as bad. */
const SHORT = 1

/** What a page more costs. Each is for leaflets that have too many pages by the one before; by the last they have fewest. */
const PRICES = [1, 4, 16, 1e6] as const

/**
 * Slabs on pages (optimum fit): of all ways the one whose pages have the fewest faults, holes at their feet above all. It
 * never has more pages than spaces as they are meant need, nor more than the format's readers manage if there is a way.
 */
export function fillPages(slabs: readonly Slab[], region: Region, maxPages = Infinity): readonly Filled[] {
  if (slabs.length === 0) return [{ slabs: [], bottom: region.tops[0] }]
  const known: (readonly Portion[])[] = []
  const from: PortionsFrom = (start) => (known[start] ??= portionsFrom(slabs, start, region))
  const most = Math.min(enough(slabs.length, from), maxPages)
  let pages: readonly Portion[] = []
  for (const price of PRICES) {
    pages = bestPages(slabs.length, from, price)
    if (pages.length <= most) break
  }
  return pages.map((portion) => place(slabs, portion, region))
}

/** Slabs that could be a page. */
class Portion {
  constructor(
    readonly start: number,
    /** The first slab of the next page. */
    readonly end: number,
    /** Whether there is room for the spaces as they are meant. */
    readonly meant: boolean,
    /** Factor for elastic spaces. */
    readonly spaces: number,
    readonly faults: number,
  ) {}
}
type PortionsFrom = (start: number) => readonly Portion[]

/** How many pages there are with spaces as they are meant, each as full as it can be. */
function enough(end: number, from: PortionsFrom): number {
  let pages = 0
  for (let at = 0; at < end; pages++) {
    const portions = from(at)
    at = (portions.findLast(({ meant }) => meant) ?? portions.at(-1)!).end
  }
  return pages
}

/** Dynamic programming over the slabs that may start a page: the cheapest way to each, by the page before it. */
function bestPages(end: number, from: PortionsFrom, price: number): readonly Portion[] {
  const cost = new Float64Array(end + 1).fill(Infinity)
  const before: Portion[] = []
  cost[0] = 0
  for (let start = 0; start < end; start++) {
    if (cost[start] === Infinity) continue
    for (const portion of from(start)) {
      const total = cost[start]! + price + portion.faults
      if (total >= cost[portion.end]!) continue
      cost[portion.end] = total
      before[portion.end] = portion
    }
  }
  const pages: Portion[] = []
  for (let at = end; at > 0; at = pages.at(-1)!.start) pages.push(before[at]!)
  return pages.reverse()
}

/** All that could be the page that starts with a slab. At least one: what is taller than a page splits where it must. */
function portionsFrom(slabs: readonly Slab[], start: number, region: Region): readonly Portion[] {
  const top = topOf(region, start)
  const room = region.bottom - top
  // Not a literal, nor are its objects: V8 would take them for long-lived (decision 018).
  const portions = Array.of<Portion>()
  let [height, elastic, fitting] = [0, 0, start + 1]
  for (let end = start + 1; end <= slabs.length; end++) {
    const slab = slabs[end - 1]!
    const next = slabs[end]
    const above = end > start + 1 ? slab.space : 0
    height += above + slab.height
    if (slab.elastic) elastic += above
    const over = height - room
    if (over > elastic * (1 - NARROWEST) && end > start + 1) break
    if (over <= 0) fitting = end
    if (next?.kept) continue
    const needed = over > 0 && elastic > 0 ? 1 - over / elastic : 1
    const spaces = elastic > 0 ? Math.min(1, Math.max(NARROWEST, 1 - (over + AIR) / elastic)) : 1
    const foot = next ? footFaults(next, over, room) : lastFaults(start, height / room)
    portions.push(new Portion(start, end, over <= 0, spaces, foot + NARROW * (1 - needed) ** 2))
  }
  return portions.length > 0 ? portions : [new Portion(start, fitting, true, 1, 0)]
}

/** Of a page before another. The space that the next slab would have above it, much of it above headings, is no hole. */
function footFaults({ space, joins = 0 }: Slab, over: number, room: number): number {
  const hole = Math.max(0, -over - space) / room
  return (hole / HOLE) ** 2 + joins
}

/** Of a last page that is not the only one: from a third on, how full it is doesn't matter. */
const lastFaults = (start: number, full: number): number => (start > 0 && full < 1 / 3 ? SHORT * (2 - 3 * full) : 0)

const topOf = ({ tops }: Region, start: number): Pt => tops[start === 0 ? 0 : 1]

/** The slabs of a page under each other. */
function place(slabs: readonly Slab[], { start, end, spaces }: Portion, region: Region): Filled {
  let bottom = topOf(region, start)
  const placed = slabs.slice(start, end).map((slab, i) => {
    const above = i === 0 ? 0 : slab.elastic ? slab.space * spaces : slab.space
    const y = pt(bottom + above)
    bottom = pt(bottom + (above + slab.height))
    return { slab, y }
  })
  return { slabs: placed, bottom }
}
