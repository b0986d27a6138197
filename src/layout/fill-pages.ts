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

/** Spaces between blocks, tried in this order until the last page is at least a third full. */
const LOOSENESS = [1, 0.85, 1.15, 0.7, 1.3] as const
/** The spaces of one page, where they help what stands at its foot. */
const TIGHTER = [0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6] as const
/** So much of a page, empty at its foot, is as bad as a list whose first item stands there alone. */
const AS_BAD = 1 / 4

/**
 * Slabs on pages, with spaces as they are meant unless that ends badly: with more pages than the format's readers
 * manage, with next to nothing on the last, or with the first item of a list alone under what leads to it.
 */
export function fillPages(slabs: readonly Slab[], region: Region, maxPages = Infinity): readonly Filled[] {
  const tries = LOOSENESS.map((looseness) => () => fill(slabs, region, { looseness, company: false }))
  const usual = firstGood(tries, region, maxPages)
  if (parted(usual) === 0) return usual
  const most = Math.max(usual.length, Math.min(tries[0]!().length, maxPages))
  return LOOSENESS.flatMap((looseness) => [false, true].map((company) => fill(slabs, region, { looseness, company })))
    .filter(({ length }) => length <= most)
    .reduce((best, pages) => (faults(pages, region) < faults(best, region) ? pages : best), usual)
}

/**
 * The first try that has no more pages than the format's readers manage and whose last page is a third full, without a
 * page more than the first; else the first with few enough pages; else the first.
 */
function firstGood(tries: readonly (() => Filled[])[], region: Region, maxPages: number): Filled[] {
  const first = tries[0]!()
  if (isFull(first, region) && first.length <= maxPages) return first
  let short: Filled[] | undefined
  for (const attempt of tries.slice(1)) {
    const pages = attempt()
    if (pages.length > Math.min(first.length, maxPages)) continue
    if (isFull(pages, region)) return pages
    short ??= pages
  }
  return first.length > maxPages && short ? short : first
}

/** How much of a third of the last page is filled, at most 1. */
function lastThird(pages: readonly Filled[], region: Region): number {
  const top = topOf(region, pages.length)
  return pages.length === 1 ? 1 : Math.min(1, ((pages.at(-1)!.bottom - top) / (region.bottom - top)) * 3)
}
const isFull = (pages: readonly Filled[], region: Region): boolean => lastThird(pages, region) === 1

/** How often a page ends where the next slab would rather have stayed. */
const parted = (pages: readonly Filled[]): number =>
  pages.filter(({ slabs }, i) => i > 0 && slabs[0]?.slab.joins).length

/** Two small holes are better than a large one: squares. An empty last page is worse than a first item alone. */
function faults(pages: readonly Filled[], region: Region): number {
  const { tops, bottom } = region
  const holes = pages.slice(0, -1).map((page) => (bottom - page.bottom) / (bottom - tops[1]) / AS_BAD)
  return parted(pages) + holes.reduce((sum, hole) => sum + hole ** 2, 0) + 3 * (1 - lastThird(pages, region))
}

const topOf = ({ tops }: Region, page: number): Pt => tops[page === 1 ? 0 : 1]

interface Filling {
  /** Factor for spaces that give. */
  readonly looseness: number
  /** Whether slabs that would rather stay together move on together, whatever stays empty. */
  readonly company: boolean
}

/** Fills pages from the top. */
function fill(slabs: readonly Slab[], region: Region, { looseness, company }: Filling): Filled[] {
  const pages: Filled[] = []
  let start = 0
  do {
    const room = { start, top: topOf(region, pages.length + 1), bottom: region.bottom }
    const endsWell = (page: Filled): boolean => !slabs[start + page.slabs.length]?.joins
    let page = fillPage(slabs, room, { looseness, company: false })
    if (!endsWell(page)) {
      const tighter = TIGHTER.filter((factor) => factor < looseness).map((factor) =>
        fillPage(slabs, room, { looseness: factor, company: false }),
      )
      page = tighter.find(endsWell) ?? fillPage(slabs, room, { looseness, company })
    }
    pages.push(page)
    start += page.slabs.length
  } while (start < slabs.length)
  return pages
}

interface Room {
  /** The first slab that is not on a page yet. */
  readonly start: number
  readonly top: Pt
  readonly bottom: Pt
}

/** As many slabs as have room, less those that move on with the next. */
function fillPage(slabs: readonly Slab[], { start, top, bottom }: Room, { looseness, company }: Filling): Filled {
  const placed: { slab: Slab; y: Pt }[] = []
  let y: number = top
  for (const slab of slabs.slice(start)) {
    const { space, elastic, height } = slab
    const above = placed.length === 0 ? 0 : elastic ? space * looseness : space
    if (placed.length > 0 && y + above + height > bottom) break
    placed.push({ slab, y: pt(y + above) })
    y += above + height
  }
  const endOf = (together: boolean): number => {
    let end = placed.length
    const next = (): Slab | undefined => slabs[start + end]
    while (end > 0 && (next()?.kept || (together && next()?.joins))) end--
    return end
  }
  // What is taller than a page splits where it must.
  const end = (company && endOf(true)) || endOf(false) || placed.length
  const last = placed[end - 1]
  return { slabs: placed.slice(0, end), bottom: last ? pt(last.y + last.slab.height) : top }
}
