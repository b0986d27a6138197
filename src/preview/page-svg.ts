import type { Picture, Shape } from '../document/index.js'
import type { Rect } from '../geometry/index.js'
import type { Item, Page, TextItem } from '../layout/index.js'
import { clusterPaths, type ClusterGlyph, type Face } from '../text/index.js'

/** Pages as SVG, in points. The letters of all of them stand in `letters`, once each, and pages point at them. */
export interface DrawnPages {
  readonly letters: string
  readonly pages: readonly string[]
}

/** Draws finished pages as their PDF shows them: the same places, the same outlines. Nothing in it can be read as text. */
export function drawPages(pages: readonly Page[]): DrawnPages {
  const used = new Letters()
  const drawn = pages.map(({ items }) => items.map((item) => drawItem(item, used)).join('\n'))
  return { letters: used.drawn(), pages: drawn }
}

/** Numbers letters by their first use on a page: the same pages come out the same, whatever the fonts set before. */
class Letters {
  readonly #faces = new Map<Face, Map<ClusterGlyph, string>>()

  idOf(face: Face, glyph: ClusterGlyph): string {
    const ids = this.#faces.get(face) ?? new Map<ClusterGlyph, string>()
    this.#faces.set(face, ids)
    const id = ids.get(glyph) ?? `${[...this.#faces.keys()].indexOf(face)}-${ids.size}`
    ids.set(glyph, id)
    return id
  }

  drawn(): string {
    const paths = [...this.#faces].flatMap(([face, ids]) => clusterPaths(face, [...ids.keys()]))
    const ids = [...this.#faces.values()].flatMap((ids) => [...ids.values()])
    return ids.map((id, i) => `<path id="${id}" d="${paths[i]}"/>`).join('\n')
  }
}

function drawItem(item: Item, letters: Letters): string {
  switch (item.kind) {
    case 'text':
      return drawLine(item, letters)
    case 'rule':
      return `<rect ${placeOf(item.rect)} fill="${item.colour}"/>`
    case 'frame':
      return `<rect ${placeOf(item.rect)} fill="none" stroke="${item.colour}" stroke-width="${short(item.width)}"/>`
    case 'picture':
      return drawPicture(item.picture, item.rect)
  }
}

function drawLine({ runs, baseline, size, colour }: TextItem, letters: Letters): string {
  const drawn = runs.map(({ shaped: { run, clusters }, x }) => {
    const { face, scale } = run.font
    const unit = ((size * scale) / face.trueType.unitsPerEm).toFixed(6)
    let at = 0
    const uses = clusters.map(({ glyph }) => {
      const use = isBlank(glyph) ? '' : `<use href="#${letters.idOf(face, glyph)}" x="${at}"/>`
      at += glyph.advance
      return use
    })
    return `<g transform="translate(${short(x)} ${short(baseline)}) scale(${unit} -${unit})">${uses.join('')}</g>`
  })
  return `<g fill="${colour}">${drawn.join('')}</g>`
}

/** What has no part is a letter without ink: it has its place, as in the PDF, and an empty outline. */
const isBlank = ({ inkTop, inkBottom, parts }: ClusterGlyph): boolean =>
  inkTop === 0 && inkBottom === 0 && parts.length > 0

/** As large as fits the rectangle, in its middle. */
function drawPicture({ size, shapes }: Picture, { x, y, width, height }: Rect): string {
  const scale = Math.min(width / size.width, height / size.height)
  const [left, top] = [x + (width - size.width * scale) / 2, y + (height - size.height * scale) / 2]
  return `<g transform="translate(${short(left)} ${short(top)}) scale(${scale.toFixed(6)})">${shapes.map(drawShape).join('')}</g>`
}

const drawShape = ({ path, fill, fillRule, stroke, strokeWidth, lineCap, lineJoin }: Shape): string =>
  `<path d="${path}" fill="${fill ?? 'none'}" fill-rule="${fillRule}"${
    stroke === undefined
      ? ''
      : ` stroke="${stroke}" stroke-width="${strokeWidth}" stroke-linecap="${lineCap}" stroke-linejoin="${lineJoin}"`
  }/>`

const placeOf = ({ x, y, width, height }: Rect): string =>
  `x="${short(x)}" y="${short(y)}" width="${short(width)}" height="${short(height)}"`

/** A hundredth of a point is far below a dot of any screen. */
const short = (n: number): string => String(Number(n.toFixed(2)))
