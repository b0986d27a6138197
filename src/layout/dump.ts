import { plain } from '../document/index.js'
import type { Item, Page, PlacedRun } from './page.js'

/** Pages as text for goldens: element, x and baseline in points, runs with level, face and text. */
export function dumpPages(pages: readonly Page[]): string {
  return pages.flatMap((page) => [`page ${page.number} ${page.paper.name}`, ...page.items.map(dumpItem)]).join('\n')
}

function dumpItem(item: Item): string {
  const owner = item.element ?? 'artifact'
  switch (item.kind) {
    case 'text':
      return `  ${owner} y=${item.baseline.toFixed(1)} ${item.size}pt ${item.runs.map(dumpRun).join(' ')}`
    case 'picture':
      return `  ${owner} picture ${item.picture.id} ${dumpRect(item.rect)}`
    case 'rule':
    case 'frame':
      return `  ${owner} ${item.kind} ${dumpRect(item.rect)}`
  }
}

function dumpRun({ shaped, x, width }: PlacedRun): string {
  const { run } = shaped
  const text = JSON.stringify(plain([{ ...run.span, text: run.text }]))
  return `[x=${x.toFixed(1)} w=${width.toFixed(1)} level ${run.level} ${run.font.face.id} ${text}]`
}

const dumpRect = (r: { x: number; y: number; width: number; height: number }): string =>
  `${r.x.toFixed(1)},${r.y.toFixed(1)} ${r.width.toFixed(1)}×${r.height.toFixed(1)}`
