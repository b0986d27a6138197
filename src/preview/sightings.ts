import { elementsOf, outlineOf, type Document, type Span } from '../document/index.js'
import { pt, type Pt, type Rect } from '../geometry/index.js'
import type { Page, PlacedRun, TextItem } from '../layout/index.js'
import { toPt } from '../text/index.js'

/** A place where a message stands on paper: lines that follow each other, a part of a line, or a picture. */
export interface Sighting {
  readonly key: string
  /** 1-based, as in the leaflet. */
  readonly page: number
  /** `picture`: the message is its alternative text, which nobody sees. */
  readonly kind: 'text' | 'picture'
  /** Around the ink of its lines, or the picture. */
  readonly box: Rect
  readonly lines: number
  /** Type size; 0 of a picture. */
  readonly size: Pt
}

/** Which spans are the leaflet's own words: English for staff has the same keys. */
export type IsOwn = (span: Span) => boolean

/** All places where some messages stand, page by page, each in the order of painting. */
export function sightingsOf(
  { document, pages }: { readonly document: Document; readonly pages: readonly Page[] },
  keys: ReadonlySet<string>,
  isOwn: IsOwn,
): Sighting[] {
  const described = new Map(
    [...elementsOf(outlineOf(document))].flatMap((e) => (e.alt ? [[e.id, e.alt[0]?.origin.key] as const] : [])),
  )
  const beside = besideTexts(document)
  return pages.flatMap(({ number, items }) => {
    const found: Found[] = []
    for (const item of items) {
      if (item.element !== null && beside.has(item.element)) continue
      if (item.kind === 'picture') {
        const key = described.get(item.element)
        if (key !== undefined && keys.has(key))
          found.push({ key, page: number, kind: 'picture', box: item.rect, lines: 0, size: pt(0) })
      } else if (item.kind === 'text') for (const line of linesIn(item, keys, isOwn)) add(found, { ...line, page: number }) // prettier-ignore
    }
    return found.map(({ key, page, kind, box, lines, size }) => ({ key, page, kind, box, lines, size }))
  })
}

/** Bullets, and page numbers in the contents: each has the place of the text beside it, and is no part of that. */
const besideTexts = (document: Document): Set<string> =>
  new Set([
    ...[...elementsOf(outlineOf(document))].filter((e) => e.generated !== undefined).map((e) => e.id),
    ...document.blocks.flatMap((b) => (b.kind === 'contents' ? b.entries.map((e) => `${e.id}.page`) : [])),
  ])

interface Found extends Sighting {
  /** The element whose line is the message's alone, so that the next line may join it. */
  readonly whole?: string
}

/** What of a line belongs to which message. */
function linesIn(item: TextItem, keys: ReadonlySet<string>, isOwn: IsOwn): Omit<Found, 'page'>[] {
  const byKey = new Map<string, PlacedRun[]>()
  for (const run of item.runs) {
    const { key } = run.span.origin
    if (key === undefined || !keys.has(key) || !isOwn(run.span)) continue
    byKey.set(key, [...(byKey.get(key) ?? []), run])
  }
  return [...byKey]
    .filter(([, runs]) => runs.some((run) => inked(run, item.size).length > 0))
    .map(([key, runs]) => ({
      key,
      kind: 'text',
      box: boxOf(item, runs),
      lines: 1,
      size: item.size,
      ...(item.element !== null && runs.length === item.runs.length ? { whole: item.element } : {}),
    }))
}

function add(found: Found[], line: Found): void {
  const last = found.at(-1)
  if (line.whole === undefined || last?.whole !== line.whole || last.key !== line.key) found.push(line)
  else found[found.length - 1] = { ...last, box: around(last.box, line.box), lines: last.lines + 1 }
}

/** From the highest ink to the lowest, at least from capitals to descenders. */
function boxOf({ baseline, size }: TextItem, runs: readonly PlacedRun[]): Rect {
  let [top, bottom] = [0.76 * size, -0.24 * size]
  for (const { shaped } of runs) {
    for (const { glyph } of shaped.clusters) {
      top = Math.max(top, toPt(glyph.inkTop, shaped.run, size))
      bottom = Math.min(bottom, toPt(glyph.inkBottom, shaped.run, size))
    }
  }
  const edges = runs.flatMap((run) => inked(run, size))
  const left = Math.min(...edges)
  const right = Math.max(...edges)
  return { x: pt(left), y: pt(baseline - top), width: pt(right - left), height: pt(top - bottom) }
}

/** Left and right edge of a run without the spaces at its ends: those at a line's end hang beyond the measure. */
function inked({ shaped, x, width }: PlacedRun, size: Pt): number[] {
  const { run, clusters } = shaped
  const isInk = ({ glyph }: (typeof clusters)[number]): boolean => !/^\s*$/.test(glyph.text)
  const first = clusters.findIndex(isInk)
  if (first < 0) return []
  const wide = (blanks: typeof clusters): number =>
    toPt(
      blanks.reduce((sum, c) => sum + c.glyph.advance, 0),
      run,
      size,
    )
  return [x + wide(clusters.slice(0, first)), x + width - wide(clusters.slice(clusters.findLastIndex(isInk) + 1))]
}

function around(a: Rect, b: Rect): Rect {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)]
  return {
    x: pt(x),
    y: pt(y),
    width: pt(Math.max(a.x + a.width, b.x + b.width) - x),
    height: pt(Math.max(a.y + a.height, b.y + b.height) - y),
  }
}
