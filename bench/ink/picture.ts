import { inflateSync } from 'node:zlib'

/** A page or a part of one: a byte a dot, 1 where there is ink; rows from the top. */
export interface Picture {
  readonly width: number
  readonly height: number
  readonly ink: Uint8Array
}

/** Darker than half: a dot whose larger part is covered. */
const isInk = (grey: number): number => (grey < 128 ? 1 : 0)

/** A binary greyscale file as pdftoppm writes it (PGM, P5, 8 bits). */
export function readPgm(bytes: Buffer): Picture {
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(0, 50).toString('latin1'))
  if (!head) throw new Error('no PGM of 8 bits')
  const ink = new Uint8Array(bytes.subarray(head[0].length)).map(isInk)
  return { width: Number(head[1]), height: Number(head[2]), ink }
}

/** A screenshot of Chromium: PNG (ISO/IEC 15948) of 8 bits, RGB or RGBA, not interlaced. */
export function readPng(bytes: Buffer): Picture {
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
  const [depth, colours, , , interlaced] = bytes.subarray(24, 29)
  const size = { 2: 3, 6: 4 }[colours!]
  if (depth !== 8 || size === undefined || interlaced !== 0)
    throw new Error('a kind of PNG that Chromium does not write')
  const packed: Buffer[] = []
  for (let at = 8; at < bytes.length;) {
    const length = bytes.readUInt32BE(at)
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT') packed.push(bytes.subarray(at + 8, at + 8 + length))
    at += length + 12
  }
  const rows = unfiltered(inflateSync(Buffer.concat(packed)), width * size, size)
  const ink = new Uint8Array(width * height)
  for (let i = 0; i < ink.length; i++) ink[i] = isInk(rows[i * size + 1]!)
  return { width, height, ink }
}

/** Undoes the filter of each row (ISO/IEC 15948 §9). */
function unfiltered(rows: Buffer, stride: number, size: number): Uint8Array {
  const out = new Uint8Array((rows.length / (stride + 1)) * stride)
  for (let from = 0, to = 0; from < rows.length; from += stride + 1, to += stride) {
    const filter = rows[from]!
    for (let i = 0; i < stride; i++) {
      const left = i >= size ? out[to + i - size]! : 0
      const up = to > 0 ? out[to + i - stride]! : 0
      const corner = i >= size && to > 0 ? out[to + i - stride - size]! : 0
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter]!
      out[to + i] = rows[from + 1 + i]! + guess
    }
  }
  return out
}

function paeth(left: number, up: number, corner: number): number {
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)]
  return a <= b && a <= c ? left : b <= c ? up : corner
}

/** The part with ink of some rows; empty when there is none. */
export function cropped({ width, height, ink }: Picture, top = 0, bottom = height): Picture {
  let [left, right, first, last] = [width, -1, bottom, -1]
  for (let y = top; y < bottom; y++) {
    for (let x = 0; x < width; x++) {
      if (!ink[y * width + x]) continue
      left = Math.min(left, x)
      right = Math.max(right, x)
      first = Math.min(first, y)
      last = y
    }
  }
  if (last < 0) return { width: 0, height: 0, ink: new Uint8Array() }
  const part = { width: right - left + 1, height: last - first + 1 }
  const out = new Uint8Array(part.width * part.height)
  for (let y = 0; y < part.height; y++)
    out.set(ink.subarray((first + y) * width + left, (first + y) * width + right + 1), y * part.width)
  return { ...part, ink: out }
}
