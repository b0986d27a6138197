import * as hb from 'harfbuzzjs'
import { describe, expect, test } from 'vitest'
import { buildClusterFont, type ClusterGlyph, type Face } from '../../src/text/index.js'
import { readTrueType } from '../../src/text/true-type.js'
import { faceOf } from './helpers/fonts.js'
import { fileOf } from './helpers/font-files.js'

const samples: readonly (readonly [tag: string, script: string, text: string])[] = [
  ['vi', 'Latn', 'Tiếng Việt: Hội đồng, “ộ”'],
  ['ar', 'Arab', 'مُعلومات عن الأسرة'],
  ['ur', 'Arab', 'پاکستان کے بچوں کی معلومات'],
  ['yi', 'Hebr', 'דאָס איז אַ בלעטל פֿאַר אייך'],
  ['bn', 'Beng', 'ক্ষেত্র র‍্যাব তথ্য সংগ্রহ'],
]

function clustersOf(face: Face, [tag, script, text]: (typeof samples)[number]): ClusterGlyph[] {
  const direction = ['Arab', 'Hebr'].includes(script) ? 'rtl' : 'ltr'
  const clusters = face.shape({ text, direction, script, language: tag })
  return [...new Set(clusters.map((c) => c.glyph))]
}

/** Outlines as HarfBuzz draws them: a second opinion, for it knows nothing of how the font was made. */
function draw(bytes: Uint8Array): (glyph: number) => string {
  const font = new hb.Font(new hb.Face(new hb.Blob(bytes)))
  return (glyph) => font.glyphToPath(glyph)
}
/** An SVG path moved; HarfBuzz writes absolute coordinates. */
function moved(path: string, dx: number, dy: number): string {
  return path.replace(/(-?[\d.]+),(-?[\d.]+)/g, (_, x: string, y: string) => `${Number(x) + dx},${Number(y) + dy}`)
}

describe.each(samples)('the font of the clusters of %s', (...sample) => {
  const face = faceOf(sample[0])
  const clusters = clustersOf(face, sample)
  const font = buildClusterFont(face, clusters)
  const [before, after] = [draw(fileOf(face)), draw(font.bytes)]
  const read = readTrueType(font.bytes)

  test('has composites to speak of', () => {
    expect(clusters.some((c) => c.parts.length > 1)).toBe(sample[0] !== 'vi')
  })

  test('draws each cluster as its glyphs at their offsets', () => {
    clusters.forEach((cluster, i) => {
      const expected = cluster.parts.map((p) => moved(before(p.glyph), p.dx, p.dy)).join('')
      expect([cluster.text, moved(after(font.glyphOf[i]!), 0, 0)]).toEqual([cluster.text, expected])
    })
  })

  test('gives each cluster its advance', () => {
    expect(font.advances).toEqual(clusters.map((c) => c.advance))
    expect(font.glyphOf.map((g) => read.metrics(g).advance)).toEqual(clusters.map((c) => c.advance))
  })

  test('begins with .notdef as the face draws it', () => {
    expect(after(0)).toBe(before(0))
    expect(font.glyphOf).not.toContain(0)
  })

  test('has the six tables that PDF asks for, and tables of lengths that agree', () => {
    const tables = tablesOf(font.bytes)
    expect([...tables.keys()]).toEqual(['glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp'])
    const [head, hhea, maxp] = ['head', 'hhea', 'maxp'].map((tag) => tables.get(tag)!)
    const glyphs = maxp!.getUint16(4)
    const entry = head!.getInt16(50) === 1 ? 4 : 2
    expect(tables.get('loca')!.byteLength).toBe((glyphs + 1) * entry)
    expect(hhea!.getUint16(34)).toBe(glyphs)
    expect(tables.get('hmtx')!.byteLength).toBe(glyphs * 4)
    const loca = tables.get('loca')!
    const last = entry === 4 ? loca.getUint32(glyphs * 4) : loca.getUint16(glyphs * 2) * 2
    expect(last).toBe(tables.get('glyf')!.byteLength)
  })

  test('has right checksums', () => {
    // OpenType 1.9, head: checkSumAdjustment makes the sum of the whole file 0xB1B0AFBA.
    expect(sumOf(font.bytes)).toBe(0xb1b0afba)
    for (const [tag, table] of tablesOf(font.bytes)) {
      if (tag === 'head') continue
      expect([tag, sumOf(bytesOf(table))]).toEqual([tag, entryOf(font.bytes, tag).sum])
    }
  })

  test('says how far its ink reaches', () => {
    const [xMin, yMin, xMax, yMax] = font.bounds
    for (const glyph of font.glyphOf) {
      for (const [x, y] of pointsOf(after(glyph))) {
        expect(x! >= xMin && x! <= xMax && y! >= yMin && y! <= yMax).toBe(true)
      }
    }
  })
})

test('one cluster of one glyph at the origin is that glyph, with the bytes of its outline', () => {
  const face = faceOf('en')
  const clusters = clustersOf(face, ['en', 'Latn', 'l'])
  const read = readTrueType(buildClusterFont(face, clusters).bytes)
  expect(read.glyphCount).toBe(2)
  // The outline may end in a byte of padding, and its instructions are left out.
  expect(read.outline(1).subarray(0, 10)).toEqual(face.trueType.outline(clusters[0]!.parts[0]!.glyph).subarray(0, 10))
})

test('the same ink with two texts is one outline for each, and both are drawn', () => {
  const face = faceOf('en')
  const [glyph] = clustersOf(face, ['en', 'Latn', 'x'])
  const font = buildClusterFont(face, [glyph!, { ...glyph!, text: 'X' }])
  const path = draw(font.bytes)
  expect(font.glyphOf.map(path)).toEqual([path(font.glyphOf[0]!), path(font.glyphOf[0]!)])
})

test('no clusters make a font of .notdef alone', () => {
  const font = buildClusterFont(faceOf('en'), [])
  expect(readTrueType(font.bytes).glyphCount).toBe(1)
})

const pointsOf = (path: string): number[][] =>
  [...path.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map((m) => [Number(m[1]), Number(m[2])])
const bytesOf = (view: DataView): Uint8Array => new Uint8Array(view.buffer, view.byteOffset, view.byteLength)

/** Sum of big-endian words, the last one filled up with zeros. */
function sumOf(bytes: Uint8Array): number {
  const whole = new Uint8Array((bytes.length + 3) & ~3)
  whole.set(bytes)
  const view = new DataView(whole.buffer)
  let sum = 0
  for (let at = 0; at < whole.length; at += 4) sum = (sum + view.getUint32(at)) % 2 ** 32
  return sum
}

function entryOf(bytes: Uint8Array, tag: string): { sum: number; table: DataView } {
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  for (let at = 12; ; at += 16) {
    if (Buffer.from(bytes.subarray(at, at + 4)).toString('latin1') !== tag) continue
    const [start, length] = [view.getUint32(at + 8), view.getUint32(at + 12)]
    return { sum: view.getUint32(at + 4), table: new DataView(bytes.buffer, bytes.byteOffset + start, length) }
  }
}

function tablesOf(bytes: Uint8Array): Map<string, DataView> {
  const count = new DataView(bytes.buffer, bytes.byteOffset).getUint16(4)
  const tags = Array.from({ length: count }, (_, i) =>
    Buffer.from(bytes.subarray(12 + i * 16, 16 + i * 16)).toString('latin1'),
  )
  return new Map(tags.map((tag) => [tag, entryOf(bytes, tag).table]))
}
