import type { PathStep } from './harfbuzz.js'

interface Spot {
  readonly x: number
  readonly y: number
}

/**
 * A drawn path with every stroke `by` font units thicker: each point goes half of it outwards, along the middle between
 * the normals of the sides that meet there, and at a corner far enough for both sides to be moved by the same amount, but
 * never past the end of the shorter one. So FreeType does it (FT_Outline_EmboldenXY), and HarfBuzz. Advances and the
 * places of marks stay: for a font whose regular letters stand well and whose bold ones do not.
 */
export function bolderPath(path: readonly PathStep[], by: number): PathStep[] {
  const contours = contoursOf(path)
  const area = contours.reduce((sum, contour) => sum + areaOf(spotsOf(contour)), 0)
  // Outlines of TrueType turn to the right around their ink, those of PostScript to the left.
  const left = area > 0 ? -by / 2 : by / 2
  return contours.flatMap((contour) => {
    const spots = spotsOf(contour)
    const moved = spots.map((_, i) => movedSpot(spots, i, left))
    let at = 0
    return contour.map(({ type, values }) => {
      const own = moved.slice(at, (at += values.length / 2))
      return { type, values: own.flatMap(({ x, y }) => [x, y]) }
    })
  })
}

function contoursOf(path: readonly PathStep[]): PathStep[][] {
  const contours: PathStep[][] = []
  for (const step of path) {
    if (step.type === 'M') contours.push([step])
    else contours.at(-1)?.push(step)
  }
  return contours
}

const spotsOf = (contour: readonly PathStep[]): Spot[] =>
  contour.flatMap(({ values: v }) =>
    Array.from({ length: v.length / 2 }, (_, i) => ({ x: v[i * 2]!, y: v[i * 2 + 1]! })),
  )

/** Twice the area of a polygon, positive where it turns to the left. */
const areaOf = (spots: readonly Spot[]): number =>
  spots.reduce((sum, p, i) => sum + p.x * spots[(i + 1) % spots.length]!.y - p.y * spots[(i + 1) % spots.length]!.x, 0)

/** `left`: how far to the left of the way round. */
function movedSpot(spots: readonly Spot[], at: number, left: number): Spot {
  const here = spots[at]!
  const before = sideTo(spots, at, -1)
  const after = sideTo(spots, at, 1)
  if (!before || !after) return here
  // Directions of the way in and of the way out; `before` looks back.
  const [inX, inY, outX, outY] = [-before.x, -before.y, after.x, after.y]
  const along = 1 + inX * outX + inY * outY
  // The way turns back on itself: a point of a hair, of which no side is the outer one.
  if (along < 0.0625) return here
  const turn = Math.abs(inX * outY - inY * outX)
  const shorter = Math.min(before.length, after.length)
  const far = Math.abs(left) * turn <= shorter * along ? left / along : (Math.sign(left) * shorter) / turn
  return { x: here.x - (inY + outY) * far, y: here.y + (inX + outX) * far }
}

/** Direction and length to the nearest other spot, one way round. */
function sideTo(spots: readonly Spot[], at: number, step: 1 | -1): (Spot & { readonly length: number }) | undefined {
  const here = spots[at]!
  for (let i = 1; i < spots.length; i++) {
    const there = spots[(at + i * step + spots.length) % spots.length]!
    const [dx, dy] = [there.x - here.x, there.y - here.y]
    const length = Math.hypot(dx, dy)
    if (length > 0) return { x: dx / length, y: dy / length, length }
  }
  return undefined
}
