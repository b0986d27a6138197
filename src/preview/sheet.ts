import { mm, papers, pt, type Paper, type Pt, type Rect } from '../geometry/index.js'
import { fromStart, type Column, type Item, type Part } from '../layout/index.js'

/** The paper that office printers have. */
export const SHEET: Paper = papers.A4

/** A page on a sheet, smaller where it must be, so that beside it there is room to write. */
export interface Place {
  readonly scale: number
  readonly left: Pt
  readonly top: Pt
  readonly frame: Rect
}

/** The part of the sheet's width and height that a page may take. */
const MOST = { width: 0.85, height: 0.855 }
const TOP = mm(17)
/** The edge that office printers leave white. */
const EDGE = mm(6)

/** The page stands at the start edge, the room to write at the other. */
export function placeOnSheet(paper: Paper, direction: Column['direction']): Place {
  const scale = Math.min(1, (SHEET.width * MOST.width) / paper.width, (SHEET.height * MOST.height) / paper.height)
  const [width, height] = [pt(paper.width * scale), pt(paper.height * scale)]
  const left = fromStart({ left: pt(0), width: SHEET.width, direction }, EDGE, width)
  return { scale, left, top: TOP, frame: { x: left, y: TOP, width, height } }
}

/** A page's item where it stands on the sheet. */
export function onSheet(item: Item, { scale, left, top }: Place): Item {
  const x = (n: number): Pt => pt(left + n * scale)
  const y = (n: number): Pt => pt(top + n * scale)
  if (item.kind === 'text') {
    return {
      ...item,
      baseline: y(item.baseline),
      size: pt(item.size * scale),
      runs: item.runs.map((run) => ({ ...run, x: x(run.x), width: pt(run.width * scale) })),
    }
  }
  const { rect } = item
  const smaller = { x: x(rect.x), y: y(rect.y), width: pt(rect.width * scale), height: pt(rect.height * scale) }
  return item.kind === 'frame' ? { ...item, rect: smaller, width: pt(item.width * scale) } : { ...item, rect: smaller }
}

/** The same for parts; one that stands on several pages stays one object, so that it is painted once. */
export function partOnSheet(place: Place): (part: Part) => Part {
  const known = new Map<Part, Part>()
  return (part) => {
    let placed = known.get(part)
    if (!placed) known.set(part, (placed = part.map((item) => onSheet(item, place))))
    return placed
  }
}
