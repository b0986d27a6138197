import type { Picture } from './picture.js'

/** How well two pictures of a line lie on each other. */
export interface Overlap {
  /** Part of the ink of either that has ink of the other within a dot: 1 is all. */
  readonly within: number
  /** Dots with ink in both, as a part of those with ink in either. */
  readonly exact: number
  /** Difference of width and height of the ink, in dots. */
  readonly width: number
  readonly height: number
}

/** The best overlap of two pictures, cropped to their ink, moved against each other by at most two dots. */
export function overlapOf(a: Picture, b: Picture): Overlap {
  const size = { width: Math.max(a.width, b.width) + 8, height: Math.max(a.height, b.height) + 8 }
  const first = placed(a, size, 4, 4)
  const nearFirst = spread(first)
  let best: Overlap = { within: 0, exact: 0, width: b.width - a.width, height: b.height - a.height }
  for (let dy = 2; dy <= 6; dy++) {
    for (let dx = 2; dx <= 6; dx++) {
      const second = placed(b, size, dx, dy)
      const nearSecond = spread(second)
      let [inks, near, both, either] = [0, 0, 0, 0]
      for (let i = 0; i < first.ink.length; i++) {
        const [p, q] = [first.ink[i]!, second.ink[i]!]
        inks += p + q
        near += (p & nearSecond.ink[i]!) + (q & nearFirst.ink[i]!)
        both += p & q
        either += p | q
      }
      const [within, exact] = [near / inks, both / either]
      if (exact > best.exact) best = { ...best, within, exact }
    }
  }
  return best
}

function placed({ width, height, ink }: Picture, size: Omit<Picture, 'ink'>, left: number, top: number): Picture {
  const out = new Uint8Array(size.width * size.height)
  for (let y = 0; y < height; y++) out.set(ink.subarray(y * width, (y + 1) * width), (top + y) * size.width + left)
  return { ...size, ink: out }
}

/** Ink, and every dot beside ink. */
function spread({ width, height, ink }: Picture): Picture {
  const out = new Uint8Array(ink.length)
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const i = y * width + x
      if (!ink[i]) continue
      for (const row of [i - width, i, i + width]) out[row - 1] = out[row] = out[row + 1] = 1
    }
  }
  return { width, height, ink: out }
}
