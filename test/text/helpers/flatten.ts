interface Spot {
  readonly x: number
  readonly y: number
}

/** A path as HarfBuzz gives it, each contour as points that lie close together on it. */
export function flattened(path: readonly { readonly type: string; readonly values: readonly number[] }[]): Spot[][] {
  const contours: Spot[][] = []
  let pen: Spot = { x: 0, y: 0 }
  for (const { type, values } of path) {
    if (type === 'Z') continue
    const spots = Array.from({ length: values.length / 2 }, (_, i) => ({ x: values[i * 2]!, y: values[i * 2 + 1]! }))
    if (type === 'M') contours.push([spots[0]!])
    else {
      const curve = [pen, ...spots]
      for (let i = 1; i <= STEPS; i++) contours.at(-1)!.push(onCurve(curve, i / STEPS))
    }
    pen = spots.at(-1)!
  }
  return contours
}
const STEPS = 24

/** De Casteljau: right for lines, quadratics and cubics alike. */
function onCurve(points: readonly Spot[], t: number): Spot {
  if (points.length === 1) return points[0]!
  const between = points.slice(1).map((p, i) => {
    const from = points[i]!
    return { x: from.x + (p.x - from.x) * t, y: from.y + (p.y - from.y) * t }
  })
  return onCurve(between, t)
}
