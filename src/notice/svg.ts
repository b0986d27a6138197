import type { Picture, Shape } from '../document/index.js'
import { furthest, transformPath } from './path-data.js'
import { multiply, readTransform, scaleOf, type Matrix } from './matrix.js'
import { pathOf } from './svg-shapes.js'
import { isSeen } from './seen-shape.js'
import { offsetOf, readingOf, SvgRefusal } from './svg-refusal.js'
import { readXml, type XmlElement } from './xml.js'

/**
 * Reads an SVG of paths and basic shapes. Whatever else SVG can do (text, images, scripts, styles, links, filters) is
 * refused in words: a picture that is drawn without a part of it would say something else.
 */
export function readSvg(id: string, text: string): SvgReading {
  const { root, problem, at = 0 } = readXml(text)
  if (!root) return { problem: problem ?? 'it is empty', at }
  try {
    const { size, origin } = sizeOf(root)
    const shapes = [...shapesOf(root, { style: DEFAULT, matrix: origin })]
    if (shapes.length === 0) return { problem: 'nothing is drawn', at: root.at }
    if (!shapes.some((shape) => isSeen(shape, size))) return { problem: 'nothing of it can be seen', at: root.at }
    return { picture: { id, size, shapes } }
  } catch (error) {
    if (error instanceof SvgRefusal) return { problem: error.message, at: offsetOf(error, text) }
    throw error
  }
}

export interface SvgReading {
  readonly picture?: Picture
  readonly problem?: string
  /** Offset of what the problem is about. */
  readonly at?: number
}

/** What children inherit (SVG 2 §13). */
interface Style extends Omit<Shape, 'path' | 'fill' | 'stroke'> {
  readonly fill: string | undefined
  readonly stroke: string | undefined
}
interface State {
  readonly style: Style
  readonly matrix: Matrix
}
const DEFAULT: Style = {
  fill: '#000000',
  fillRule: 'nonzero',
  stroke: undefined,
  strokeWidth: 1,
  lineCap: 'butt',
  lineJoin: 'miter',
}

const SHAPES = ['path', 'circle', 'ellipse', 'rect', 'line', 'polyline', 'polygon']
/** They change nothing in what is drawn here: no clipping is done, and mitres are cut as PDF cuts them. */
const IDLE = new Set(['id', 'class', 'version', 'xmlns', 'clip-rule', 'stroke-miterlimit', 'xml:space', 'aria-hidden'])
const GEOMETRY = new Set('d cx cy r rx ry x y width height x1 y1 x2 y2 points viewBox'.split(' '))

function* shapesOf(node: XmlElement, state: State): Generator<Shape> {
  try {
    yield* shapesWithin(node, state)
  } catch (error) {
    if (error instanceof SvgRefusal) error.element ??= node
    throw error
  }
}

function* shapesWithin(node: XmlElement, state: State): Generator<Shape> {
  checkAttributes(node)
  const transform = readingOf('transform', () => readTransform(node.attributes['transform'] ?? ''))
  const inner = { style: styleOf(node, state.style), matrix: multiply(state.matrix, transform) }
  if (SHAPES.includes(node.name)) {
    const shape = shapeOf(node, inner)
    if (shape) yield shape
    return
  }
  if (node.name === 'title' || node.name === 'desc') return
  if (node.name !== 'svg' && node.name !== 'g') throw new SvgRefusal(`it has a <${node.name}>`)
  for (const child of node.children) {
    if (typeof child !== 'string') yield* shapesOf(child, inner)
    else if (child.trim() !== '')
      throw new SvgRefusal('it has text outside of shapes', undefined, 0, /\S+/.exec(child)?.[0])
  }
}

function shapeOf(node: XmlElement, { style, matrix }: State): Shape | undefined {
  const { fillRule, stroke, strokeWidth, lineCap, lineJoin } = style
  // A line has no inside, and a writer of PDFs would close it.
  const fill = node.name === 'line' ? undefined : style.fill
  const path = pathOf(node)
  const isInvisible = fill === undefined && (stroke === undefined || strokeWidth === 0)
  if (path === '' || isInvisible) return undefined
  const shape = {
    path: transformPath(path, matrix),
    ...(fill === undefined ? {} : { fill }),
    fillRule,
    ...(stroke === undefined ? {} : { stroke }),
    strokeWidth: strokeWidth * scaleOf(matrix, stroke),
    lineCap,
    lineJoin,
  }
  return isFar(shape) ? refuse(`something is drawn further away than ${FAR} units`) : shape
}

function checkAttributes(node: XmlElement): void {
  for (const name of Object.keys(node.attributes)) {
    const known = IDLE.has(name) || GEOMETRY.has(name) || STYLE_READERS.has(name) || name === 'transform'
    if (!known && !name.startsWith('xmlns:')) throw new SvgRefusal(`<${node.name}> has the attribute "${name}"`, name)
  }
}

function styleOf(node: XmlElement, inherited: Style): Style {
  let style = inherited
  for (const [name, value] of Object.entries(node.attributes)) {
    const read = STYLE_READERS.get(name)
    if (read && value !== 'inherit') style = readingOf(name, () => read(style, value.trim()))
  }
  return style
}

const STYLE_READERS = new Map<string, (style: Style, value: string) => Style>([
  ['fill', (s, value) => ({ ...s, fill: paintOf(value) })],
  ['stroke', (s, value) => ({ ...s, stroke: paintOf(value) })],
  ['fill-rule', (s, value) => ({ ...s, fillRule: oneOf(value, ['nonzero', 'evenodd'] as const) })],
  ['stroke-width', (s, value) => ({ ...s, strokeWidth: numberOf(value) })],
  ['stroke-linecap', (s, value) => ({ ...s, lineCap: oneOf(value, ['butt', 'round', 'square'] as const) })],
  ['stroke-linejoin', (s, value) => ({ ...s, lineJoin: oneOf(value, ['miter', 'round', 'bevel'] as const) })],
  // Fully opaque says nothing; anything else cannot be drawn on a laser printer's page as meant.
  ['opacity', (s, value) => (Number(value) === 1 ? s : refuse(`it is see-through (opacity ${value})`))],
])

const NAMED: Readonly<Record<string, string>> = { black: '#000000', white: '#ffffff', currentColor: '#000000' }

function paintOf(value: string): string | undefined {
  if (value === 'none') return undefined
  const named = NAMED[value]
  if (named !== undefined) return named
  const short = /^#([0-9a-fA-F])([0-9a-fA-F])([0-9a-fA-F])$/.exec(value)
  if (short)
    return `#${short
      .slice(1)
      .map((c) => c + c)
      .join('')}`.toLowerCase()
  if (/^#[0-9a-fA-F]{6}$/.test(value)) return value.toLowerCase()
  return refuse(`the colour "${value}" is not written as #rrggbb`)
}

function oneOf<T extends string>(value: string, known: readonly T[]): T {
  return known.find((k) => k === value) ?? refuse(`"${value}" is none of ${known.join(', ')}`)
}

function numberOf(value: string): number {
  const number = Number(value.replace(/px$/, ''))
  return Number.isFinite(number) && value !== '' ? number : refuse(`"${value}" is no plain number`)
}

function sizeOf(root: XmlElement): ReturnType<typeof viewBoxOf> {
  try {
    return readingOf('viewBox', () => viewBoxOf(root))
  } catch (error) {
    if (error instanceof SvgRefusal) error.element = root
    throw error
  }
}

function viewBoxOf(root: XmlElement): { readonly size: Picture['size']; readonly origin: Matrix } {
  if (root.name !== 'svg') throw new SvgRefusal(`it is a <${root.name}>, not an <svg>`)
  const { viewBox, width, height } = root.attributes
  const box = viewBox
    ?.trim()
    .split(/[\s,]+/)
    .map(numberOf) ?? [0, 0, numberOf(width ?? ''), numberOf(height ?? '')]
  const [x, y, w, h] = box
  if (box.length !== 4 || x === undefined || y === undefined || !isSize(w) || !isSize(h))
    return refuse('it does not say how large it is (viewBox)')
  const grain = grainOf(Math.max(w, h))
  return { size: { width: w * grain, height: h * grain }, origin: [grain, 0, 0, grain, -x * grain, -y * grain] }
}

/**
 * A PDF has a picture's places to a tenth of its unit, and how large a unit is to a thousandth of a point: of a picture of
 * one unit a triangle would be a line, and one of a million units would have no size at all. Such are drawn in a hundred units.
 */
const grainOf = (side: number): number => (side >= 10 && side <= 1000 ? 1 : 100 / side)

const isSize = (length: number | undefined): length is number =>
  length !== undefined && length >= 0.001 && length <= FAR

/** No drawing needs it, and no PDF can say much more. */
const FAR = 1_000_000
const isFar = ({ path, strokeWidth }: Shape): boolean => Math.max(furthest(path), strokeWidth) > FAR

const refuse = (problem: string): never => {
  throw new SvgRefusal(problem)
}
