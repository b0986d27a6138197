import type { PathStep } from './harfbuzz.js'

interface Spot {
  readonly x: number
  readonly y: number
}
interface OutlinePoint extends Spot {
  readonly onCurve: boolean
}

/**
 * A drawn path as a TrueType glyph description (OpenType 1.9, glyf: Simple Glyph Description). Cubic curves, which
 * TrueType has not, become quadratic ones no further from them than `tolerance`, in font units; then every point goes
 * to the nearest whole unit, which moves it by 0.71 at most. Undefined when a point is out of reach of 16 bits.
 */
export function drawnOutline(path: readonly PathStep[], tolerance: number): Uint8Array | undefined {
  const contours = contoursOf(path, tolerance)
  const points = contours.flat()
  if (points.length === 0) return new Uint8Array()
  if (points.length > 0xffff || points.some((p) => Math.max(Math.abs(p.x), Math.abs(p.y)) > 0x3fff)) return undefined
  const [xs, ys] = [points.map((p) => p.x), points.map((p) => p.y)]
  const bytes = new Uint8Array(12 + contours.length * 2 + points.length * 5)
  const view = new DataView(bytes.buffer)
  view.setInt16(0, contours.length)
  ;[min(xs), min(ys), max(xs), max(ys)].forEach((bound, i) => {
    view.setInt16(2 + i * 2, bound)
  })
  let last = -1
  contours.forEach((contour, i) => {
    last += contour.length
    view.setUint16(10 + i * 2, last)
  })
  let at = 12 + contours.length * 2
  points.forEach((p, i) => {
    const [dx, dy] = [p.x - (xs[i - 1] ?? 0), p.y - (ys[i - 1] ?? 0)]
    bytes[at++] = (p.onCurve ? 0x01 : 0) | flagOf(dx, 0x02, 0x10) | flagOf(dy, 0x04, 0x20)
  })
  for (const values of [xs, ys]) {
    values.forEach((value, i) => {
      const step = value - (values[i - 1] ?? 0)
      if (step === 0) return
      if (Math.abs(step) < 256) bytes[at++] = Math.abs(step)
      else {
        view.setInt16(at, step)
        at += 2
      }
    })
  }
  return bytes.slice(0, at)
}

/** A step in one byte, with its sign in the flag; or none; or two bytes with none of the flags. */
function flagOf(step: number, short: number, same: number): number {
  if (step === 0) return same
  if (Math.abs(step) > 255) return 0
  return step > 0 ? short | same : short
}

/** Closed contours of whole units; the last point does not repeat the first. */
function contoursOf(path: readonly PathStep[], tolerance: number): OutlinePoint[][] {
  const contours: OutlinePoint[][] = []
  let open: OutlinePoint[] = []
  let pen: Spot = { x: 0, y: 0 }
  const add = (spot: Spot, onCurve: boolean): void => {
    open.push({ x: Math.round(spot.x), y: Math.round(spot.y), onCurve })
  }
  const close = (): void => {
    const [first, last] = [open[0], open.at(-1)]
    if (open.length > 1 && last!.onCurve && first!.x === last!.x && first!.y === last!.y) open.pop()
    // One point alone encloses nothing.
    if (open.length > 1) contours.push(open)
    open = []
  }
  for (const { type, values: v } of path) {
    const spot = (i: number): Spot => ({ x: v[i * 2]!, y: v[i * 2 + 1]! })
    if (type === 'Z') {
      close()
      continue
    }
    const to = spot(v.length / 2 - 1)
    if (type === 'M') close()
    else if (type === 'Q') add(spot(0), false)
    else if (type === 'C') {
      for (const [control, end] of quadratics([pen, spot(0), spot(1), to], tolerance)) {
        add(control, false)
        if (end !== to) add(end, true)
      }
    }
    add(to, true)
    pen = to
  }
  close()
  return contours
}

type Cubic = readonly [Spot, Spot, Spot, Spot]

/**
 * A cubic as quadratics, each as its control point and its end; the last end is the cubic's own. A quadratic with the
 * control (3p1 + 3p2 − p0 − p3)/4 is off by √3/36 · |p3 − 3p2 + 3p1 − p0| at most, and by 1/n³ of it for each of n
 * equal parts.
 */
function quadratics([p0, p1, p2, p3]: Cubic, tolerance: number): [control: Spot, end: Spot][] {
  const bend = Math.hypot(p3.x - 3 * p2.x + 3 * p1.x - p0.x, p3.y - 3 * p2.y + 3 * p1.y - p0.y)
  const parts = Math.max(1, Math.ceil(Math.cbrt(((Math.sqrt(3) / 36) * bend) / tolerance)))
  const pieces: [Spot, Spot][] = []
  for (let i = 1; i <= parts; i++) {
    const [t0, t1] = [(i - 1) / parts, i / parts]
    // Control points of the part between t0 and t1, by the cubic's derivative at both.
    const [start, end] = [pointAt([p0, p1, p2, p3], t0), i === parts ? p3 : pointAt([p0, p1, p2, p3], t1)]
    const third = (t1 - t0) / 3
    const [out, home] = [slopeAt([p0, p1, p2, p3], t0), slopeAt([p0, p1, p2, p3], t1)]
    const control = (axis: 'x' | 'y'): number =>
      (2 * (start[axis] + end[axis]) + 3 * third * (out[axis] - home[axis])) / 4
    pieces.push([{ x: control('x'), y: control('y') }, end])
  }
  return pieces
}

function pointAt([p0, p1, p2, p3]: Cubic, t: number): Spot {
  const s = 1 - t
  const on = (axis: 'x' | 'y'): number =>
    s * s * s * p0[axis] + 3 * s * s * t * p1[axis] + 3 * s * t * t * p2[axis] + t * t * t * p3[axis]
  return { x: on('x'), y: on('y') }
}

/** Derivative by t. */
function slopeAt([p0, p1, p2, p3]: Cubic, t: number): Spot {
  const s = 1 - t
  const on = (axis: 'x' | 'y'): number =>
    3 * (s * s * (p1[axis] - p0[axis]) + 2 * s * t * (p2[axis] - p1[axis]) + t * t * (p3[axis] - p2[axis]))
  return { x: on('x'), y: on('y') }
}

// Not Math.min(...list): a list of points may be longer than a call may have arguments.
const min = (list: readonly number[]): number => list.reduce((a, b) => Math.min(a, b))
const max = (list: readonly number[]): number => list.reduce((a, b) => Math.max(a, b))
