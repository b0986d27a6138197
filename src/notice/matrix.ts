import { SvgRefusal } from './svg-refusal.js'

/** x' = a·x + c·y + e, y' = b·x + d·y + f (SVG 1.1 §7.4), as [a, b, c, d, e, f]. */
export type Matrix = readonly [number, number, number, number, number, number]
export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]

/** The effect of `inner` first, then `outer`. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer
  const [g, h, i, j, k, l] = inner
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}

/** translate, scale, rotate and matrix, one after the other. */
export function readTransform(text: string): Matrix {
  let matrix = IDENTITY
  const rest = text.replace(/\s*(\w+)\s*\(([^)]*)\)\s*,?/g, (_, name: string, values: string) => {
    matrix = multiply(
      matrix,
      step(
        name,
        values
          .trim()
          .split(/[\s,]+/)
          .map(Number),
      ),
    )
    return ''
  })
  if (rest.trim() !== '') throw new SvgRefusal(`the transform "${text}" is not understood`)
  return matrix
}

function step(name: string, values: readonly number[]): Matrix {
  const [p = NaN, q, r] = values
  const call = `${name}(${values.join(' ')})`
  if (values.some((n) => !Number.isFinite(n))) throw new SvgRefusal(`the transform "${call}" is not understood`)
  if (name === 'translate' && values.length <= 2) return [1, 0, 0, 1, p, q ?? 0]
  if (name === 'scale' && values.length <= 2) return [p, 0, 0, q ?? p, 0, 0]
  if (name === 'rotate' && values.length === 1) return rotation(p)
  if (name === 'rotate' && q !== undefined && r !== undefined)
    return multiply(multiply([1, 0, 0, 1, q, r], rotation(p)), [1, 0, 0, 1, -q, -r])
  if (name === 'matrix' && values.length === 6) return values as unknown as Matrix
  throw new SvgRefusal(`the transform "${call}" is not understood`)
}

function rotation(degrees: number): Matrix {
  const angle = (degrees * Math.PI) / 180
  return [Math.cos(angle), Math.sin(angle), -Math.sin(angle), Math.cos(angle), 0, 0]
}

/** The one factor of a matrix that keeps shapes similar; undefined when it stretches or slants. */
export function similarity([a, b, c, d]: Matrix): number | undefined {
  const x = Math.hypot(a, b)
  const y = Math.hypot(c, d)
  const slant = Math.abs(a * c + b * d)
  return Math.abs(x - y) < 1e-6 && slant < 1e-6 ? x : undefined
}

/** By how much a stroke grows. A stroke that is stretched has two widths, which a PDF's path cannot say. */
export function scaleOf(matrix: Matrix, stroke: string | undefined): number {
  const factor = similarity(matrix)
  if (factor === undefined && stroke !== undefined) throw new SvgRefusal('a stroke is stretched in one direction')
  return factor ?? 1
}
