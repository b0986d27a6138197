import type { Picture, Shape } from '../document/index.js'
import { extentOf } from './path-data.js'

const PAPER = '#ffffff'

/** Whether anything of a shape can leave ink on white paper, within its picture: not a point alone, not outside, not white. */
export function isSeen(
  { path, fill, stroke, strokeWidth, lineCap }: Shape,
  { width, height }: Picture['size'],
): boolean {
  const drawn = stroke !== undefined && stroke !== PAPER
  if (!drawn && (fill === undefined || fill === PAPER)) return false
  const { left, top, right, bottom } = extentOf(path)
  // A line of no length has ink only at its ends, if these are round or square (SVG 2 §13.5.4).
  if (left === right && top === bottom && !(drawn && lineCap !== 'butt')) return false
  const around = drawn ? strokeWidth / 2 : 0
  return left - around <= width && right + around >= 0 && top - around <= height && bottom + around >= 0
}
