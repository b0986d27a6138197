import { similarity, type Matrix } from './matrix.js'
import { SvgRefusal } from './svg-refusal.js'

/** One command of a path with its numbers. */
interface Step {
  readonly command: string
  readonly values: readonly number[]
}

/** Path data with a matrix applied to its numbers. Without one, the data stays as it is written. */
export function transformPath(data: string, matrix: Matrix): string {
  const steps = readSteps(data)
  const [a, b, c, d, e, f] = matrix
  if (a === 1 && b === 0 && c === 0 && d === 1 && e === 0 && f === 0) return data
  const pen = { x: 0, y: 0, startX: 0, startY: 0 }
  return steps.map((step, i) => write(transformed(absolute(step, pen, i === 0), matrix))).join('')
}

/** The largest number in path data, by its size. */
export const furthest = (data: string): number =>
  readSteps(data).reduce((far, { values }) => Math.max(far, ...values.map(Math.abs)), 0)

/** The smallest upright rectangle with all points of path data in it, those that bend its curves too; arcs by their ends. */
export function extentOf(data: string): Extent {
  const pen = { x: 0, y: 0, startX: 0, startY: 0 }
  const extent = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity }
  const steps = readSteps(data).map((step, i) => absolute(step, pen, i === 0))
  for (const { command, values } of steps) {
    const points = command === 'A' ? values.slice(-2) : values
    points.forEach((n, i) => {
      if (i % 2 === 0) [extent.left, extent.right] = [Math.min(extent.left, n), Math.max(extent.right, n)]
      else [extent.top, extent.bottom] = [Math.min(extent.top, n), Math.max(extent.bottom, n)]
    })
  }
  return extent
}
export interface Extent {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** How many numbers each command takes (SVG 1.1 §8.3). */
const COUNTS: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, A: 7, Z: 0 }
const NUMBER = /[-+]?(?:\d*\.\d+|\d+\.?)(?:[eE][-+]?\d+)?/y
const FLAG = /[01]/y

/** Splits path data; a command that repeats is written out. Numbers may stand without space: "1.5.5-2", flags "01". */
function readSteps(data: string): Step[] {
  const steps: Step[] = []
  let at = 0
  const skip = (): void => {
    while (/[\s,]/.test(data[at] ?? '')) at++
  }
  const take = (form: RegExp): number => {
    skip()
    form.lastIndex = at
    const found = form.exec(data)?.[0]
    if (found === undefined)
      throw new SvgRefusal(`its path data is not understood at "${data.slice(at, at + 12)}"`, 'd', at)
    at += found.length
    return Number(found)
  }
  skip()
  while (at < data.length) {
    const letter = /[A-Za-z]/.exec(data[at] ?? '')?.[0]
    const previous = steps.at(-1)?.command
    // After a move come lines.
    const command = letter ?? (previous === 'M' ? 'L' : previous === 'm' ? 'l' : previous)
    const count = COUNTS[command?.toUpperCase() ?? '']
    if (command === undefined || count === undefined || (letter === undefined && count === 0))
      throw new SvgRefusal(`its path data is not understood at "${data.slice(at, at + 12)}"`, 'd', at)
    if (letter !== undefined) at++
    const isArc = command.toUpperCase() === 'A'
    const values = Array.from({ length: count }, (_, i) => take(isArc && (i === 3 || i === 4) ? FLAG : NUMBER))
    steps.push({ command, values })
    skip()
  }
  if (steps[0] && steps[0].command.toUpperCase() !== 'M')
    throw new SvgRefusal('its path data does not start with a move', 'd')
  return steps
}

interface Pen {
  x: number
  y: number
  startX: number
  startY: number
}

/** The step in absolute numbers, H and V as L: once turned, they are no longer level. Moves the pen. */
function absolute({ command, values }: Step, pen: Pen, first: boolean): Step {
  const upper = command.toUpperCase()
  // The first move is absolute even when written small.
  const relative = command !== upper && !first
  const [dx, dy] = relative ? [pen.x, pen.y] : [0, 0]
  if (upper === 'Z') {
    pen.x = pen.startX
    pen.y = pen.startY
    return { command: 'Z', values }
  }
  const [v = 0] = values
  const moved =
    upper === 'H'
      ? [v + dx, pen.y]
      : upper === 'V'
        ? [pen.x, v + dy]
        : values.map((n, i) =>
            upper === 'A' ? (i === 5 ? n + dx : i === 6 ? n + dy : n) : n + (i % 2 === 0 ? dx : dy),
          )
  pen.x = moved.at(-2) ?? pen.x
  pen.y = moved.at(-1) ?? pen.y
  if (upper === 'M') {
    pen.startX = pen.x
    pen.startY = pen.y
  }
  return { command: upper === 'H' || upper === 'V' ? 'L' : upper, values: moved }
}

function transformed(step: Step, matrix: Matrix): Step {
  const [a, b, c, d, e, f] = matrix
  const point = (x: number, y: number): readonly number[] => [a * x + c * y + e, b * x + d * y + f]
  const { command, values } = step
  if (command === 'A') {
    const factor = similarity(matrix)
    if (factor === undefined) throw new SvgRefusal('an arc is stretched in one direction')
    const [rx = 0, ry = 0, angle = 0, large = 0, sweep = 0, x = 0, y = 0] = values
    const mirrored = a * d - b * c < 0
    const turn = (Math.atan2(b, a) * 180) / Math.PI
    const axes = [rx * factor, ry * factor, (mirrored ? -angle : angle) + turn]
    return { command, values: [...axes, large, mirrored ? 1 - sweep : sweep, ...point(x, y)] }
  }
  return { command, values: values.flatMap((n, i) => (i % 2 === 0 ? point(n, values[i + 1] ?? 0) : [])) }
}

/** Four decimals of a 48-unit square are a hundredth of the finest dot of a laser printer. */
const write = ({ command, values }: Step): string =>
  command + values.map((n) => String(Math.round(n * 10_000) / 10_000 + 0)).join(' ')
