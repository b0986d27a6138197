import * as hb from 'harfbuzzjs'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { buildClusterFont, Face, type ClusterGlyph } from '../../src/text/index.js'
import { readTrueType } from '../../src/text/true-type.js'
import { flattened } from './helpers/flatten.js'

const bytesOf = (file: string): Uint8Array => new Uint8Array(readFileSync(`node_modules/source-code-pro/${file}`))
const variable = bytesOf('VF/SourceCodeVF-Upright.ttf')
const LETTERS = 'Affable SsGg&@ 0368 éŁğ ¶'

const shaped = (face: Face): ClusterGlyph[] => [
  ...new Set(face.shape({ text: LETTERS, direction: 'ltr', script: 'Latn', language: 'en' }).map((c) => c.glyph)),
]
/** A face's embedded font, and a way to draw its clusters by HarfBuzz: a second opinion on what was written. */
function embedded(face: Face) {
  const clusters = shaped(face)
  const built = buildClusterFont(face, clusters)
  const font = new hb.Font(new hb.Face(new hb.Blob(built.bytes)))
  return { clusters, built, draw: (i: number) => flattened(font.glyphToJson(built.glyphOf[i]!)) }
}
/** The face's own drawing of a cluster's only glyph, pinned by HarfBuzz alone. */
function original(bytes: Uint8Array, weight?: number): (cluster: ClusterGlyph) => ReturnType<typeof flattened> {
  const font = new hb.Font(new hb.Face(new hb.Blob(bytes)))
  if (weight !== undefined) font.setVariations([new hb.Variation('wght', weight)])
  return ({ parts }) => flattened(font.glyphToJson(parts[0]!.glyph))
}

describe.each([
  ['CFF', bytesOf('OTF/SourceCodePro-Regular.otf'), undefined],
  ['CFF2, regular', bytesOf('VF/SourceCodeVF-Upright.otf'), 400],
  ['CFF2, bold', bytesOf('VF/SourceCodeVF-Upright.otf'), 700],
  ['variable TrueType, regular', variable, 400],
  ['variable TrueType, bold', variable, 700],
] as const)('outlines that are not plain TrueType become it: %s', (_, bytes, weight) => {
  const face = new Face('test', bytes, weight)
  const { clusters, built, draw } = embedded(face)
  const source = original(bytes, weight)

  test('each letter is there and is sound', () => {
    expect(clusters.map((c) => c.missing)).not.toContain(true)
    const read = readTrueType(built.bytes)
    expect(built.glyphOf.map((g) => read.sound(g))).not.toContain(false)
  })

  test('no point of an outline is further than 1.25 units of 1000 from the font’s own', () => {
    // Half a unit for the curve, and half a unit each way (0.71) for whole numbers.
    clusters.forEach((cluster, i) => {
      if (!/[aSg&é]/.test(cluster.text)) return
      const [ours, theirs] = [draw(i), source(cluster)]
      expect([cluster.text, ours.length]).toEqual([cluster.text, theirs.length])
      expect(distance(some(ours), theirs)).toBeLessThan(1.25)
      expect(distance(some(theirs), ours)).toBeLessThan(1.25)
    })
  })

  test('widths are those of the shaping', () => {
    const read = readTrueType(built.bytes)
    expect(built.glyphOf.map((g) => read.metrics(g).advance)).toEqual(clusters.map((c) => c.advance))
    const font = new hb.Font(new hb.Face(new hb.Blob(bytes)))
    if (weight !== undefined) font.setVariations([new hb.Variation('wght', weight)])
    expect(clusters.map((c) => c.advance)).toEqual(clusters.map((c) => font.glyphHAdvance(c.parts[0]!.glyph)))
  })
})

describe('a variable font is pinned', () => {
  const at = (weight: number): Face => new Face('test', variable, weight)

  test('at the weight that is asked for: bold has more ink than regular, and neither is the font’s default', () => {
    const stem = (face: Face | Uint8Array, weight?: number): number => {
      const l = face instanceof Face ? embedded(face) : undefined
      const path = l
        ? l.draw(l.clusters.findIndex((c) => c.text === 'l'))
        : original(face as Uint8Array, weight)(shaped(at(400)).find((c) => c.text === 'l')!)
      return area(path)
    }
    const [thin, regular, bold] = [stem(variable), stem(at(400)), stem(at(700))]
    expect(regular).toBeGreaterThan(thin * 1.2)
    expect(bold).toBeGreaterThan(regular * 1.2)
  })

  test('says its weight and a name of its own', () => {
    expect(at(700).trueType).toMatchObject({
      weight: 700,
      postScriptName: expect.stringMatching(/_700wght$/) as string,
    })
    expect(at(400).trueType).toMatchObject({
      weight: 400,
      postScriptName: expect.stringMatching(/_400wght$/) as string,
    })
  })

  test('or refused where its weights do not go so far', () => {
    expect(() => at(1100)).toThrow('its weight goes from 200 to 900, not to 1100')
  })

  test('or refused where it varies in something else only', () => {
    const other = variable.slice()
    other.set(Buffer.from('opsz', 'latin1'), Buffer.from(other).indexOf('wght'))
    expect(() => new Face('test', other, 700)).toThrow('it has no axis for its weight (wght)')
  })
})

type Path = ReturnType<typeof flattened>
type Spot = Path[number][number]

/** Each fifth point of a path: not only the ends of its curves. */
const some = (path: Path): Spot[] => path.flat().filter((_, i) => i % 5 === 0)

/** Furthest distance from any of the points to the lines of the path. */
function distance(points: readonly Spot[], path: Path): number {
  const lines = path.flatMap((contour) => contour.map((p, i) => [p, contour[(i + 1) % contour.length]!] as const))
  return Math.max(0, ...points.map((p) => Math.min(...lines.map(([a, b]) => toLine(p, a, b)))))
}

function toLine(p: Spot, a: Spot, b: Spot): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y]
  const square = dx * dx + dy * dy
  const t = square === 0 ? 0 : Math.max(0, Math.min(1, ((p.x - a.x) * dx + (p.y - a.y) * dy) / square))
  return Math.hypot(p.x - a.x - t * dx, p.y - a.y - t * dy)
}

/** Of the ink, by the shoelace formula. */
function area(path: Path): number {
  const of = (contour: Path[number]): number =>
    contour.reduce((sum, p, i) => {
      const q = contour[(i + 1) % contour.length]!
      return sum + (p.x * q.y - q.x * p.y) / 2
    }, 0)
  return Math.abs(path.reduce((sum, contour) => sum + of(contour), 0))
}
