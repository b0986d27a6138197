import { PDFRawStream, type PDFDocument, type PDFObject } from '@cantoo/pdf-lib'
import { describe, expect, test } from 'vitest'
import type { Document } from '../../src/document/index.js'
import { toUnicodeMap } from '../../src/pdf/to-unicode.js'
import { readTrueType } from '../../src/text/true-type.js'
import { sampleDocument } from '../proof/helpers/sample-document.js'
import { say } from '../text/helpers/spans.js'
import { pdfOf } from './helpers/leaflet.js'
import { all, at, bytesOf, items, open, unicodeOf, valueOf } from './helpers/open.js'

const RTL = ['ar', 'ur', 'yi']
const samples: readonly (readonly [lang: string, text: string])[] = [
  ['en', 'Office of the “affinity”'],
  ['vi', 'Tiếng Việt có dấu'],
  ['ar', 'معلومات عن الأسرة 020 8356 3000'],
  ['ur', 'یہ معلومات (GDPR) کے مطابق ہیں'],
  // A hah before a reh leads back in Nastaliq: its advance is negative.
  ['ur', 'تحریری محروم حرکت'],
  ['yi', 'דאָס איז פֿאַר אייך'],
  ['bn', 'ক্ষেত্র তথ্য সংগ্রহ'],
  ['zh-Hans', '我们收集的信息。'],
]
const document = (lang: string, text: string): Document => ({
  ...sampleDocument(),
  lang,
  direction: RTL.includes(lang) ? 'rtl' : 'ltr',
  title: text,
  blocks: [{ kind: 'paragraph', id: 'p', style: 'body', text: say(text, lang) }],
  furniture: { draft: [], tab: [], foot: [], folio: [], digits: '0123456789' },
})
const fontsIn = async (lang: string, text: string): Promise<[PDFDocument, PDFObject[]]> => {
  const file = await open(pdfOf(document(lang, text)))
  return [file, all(file, 'Subtype', 'Type0')]
}
const stream = (object: PDFObject | undefined): Uint8Array =>
  object instanceof PDFRawStream ? bytesOf(object) : new Uint8Array()

describe.each(samples)('fonts of a leaflet in %s', (lang, text) => {
  test('descriptors say what the font files say (ISO 32000-1 §9.8)', async () => {
    const [, fonts] = await fontsIn(lang, text)
    for (const font of fonts) {
      const descriptor = at(font, 'DescendantFonts', 0, 'FontDescriptor')
      const program = stream(at(descriptor, 'FontFile2'))
      const embedded = readTrueType(program)
      const { unitsPerEm, glyphCount, ascender, descender } = embedded
      const boxes = Array.from({ length: glyphCount }, (_, i) => embedded.outline(i)).filter((o) => o.length >= 10)
      const sides = boxes.map((o) => [0, 1, 2, 3].map((k) => Buffer.from(o).readInt16BE(2 + 2 * k)))
      const most = (k: number): number => (k < 2 ? Math.min : Math.max)(0, ...sides.map((s) => s[k]!))
      const scale = (n: number): number => (n * 1000) / unitsPerEm
      const box = items(at(descriptor, 'FontBBox')).map(valueOf) as number[]
      box.forEach((side, k) => {
        expect(side).toBeCloseTo(scale(most(k)), 2)
      })
      expect(valueOf(at(descriptor, 'Ascent'))).toBeCloseTo(scale(ascender), 2)
      expect(valueOf(at(descriptor, 'Descent'))).toBeCloseTo(scale(descender), 2)
      // Symbolic, not Nonsymbolic; Italic only where the angle says so.
      const [flags, angle] = ['Flags', 'ItalicAngle'].map((key) => valueOf(at(descriptor, key)) as number)
      expect(flags! & 36).toBe(4)
      expect((flags! & 64) !== 0).toBe(angle !== 0)
    }
  })
  test('every code has a text, a width and a glyph, and they agree', async () => {
    const [, fonts] = await fontsIn(lang, text)
    expect(fonts.length).toBeGreaterThan(0)
    for (const font of fonts) {
      const codes = [...unicodeOf(font).keys()].map((code) => parseInt(code, 16))
      const descendant = at(font, 'DescendantFonts', 0)
      const [from, widths] = items(at(descendant, 'W'))
      const glyphs = stream(at(descendant, 'CIDToGIDMap'))
      const embedded = readTrueType(stream(at(descendant, 'FontDescriptor', 'FontFile2')))
      // Codes run from 1 without a gap; code 0 stays .notdef.
      expect(codes).toEqual(codes.map((_, i) => i + 1))
      expect(valueOf(from)).toBe(1)
      expect(items(widths)).toHaveLength(codes.length)
      expect(glyphs).toHaveLength((codes.length + 1) * 2)
      items(widths).forEach((width, i) => {
        const glyph = glyphs[(i + 1) * 2]! * 256 + glyphs[(i + 1) * 2 + 1]!
        expect(glyph).toBeLessThan(embedded.glyphCount)
        const { advance } = embedded.metrics(glyph)
        // ISO 14289-1 §7.21.5; written to a thousandth.
        expect(valueOf(width)).toBeCloseTo((advance * 1000) / embedded.unitsPerEm, 2)
      })
    }
  })

  test('they are subsets with a name of six capitals, and small', async () => {
    const [, fonts] = await fontsIn(lang, text)
    for (const font of fonts) {
      const descriptor = at(font, 'DescendantFonts', 0, 'FontDescriptor')
      expect(valueOf(at(font, 'BaseFont'))).toMatch(/^[A-Z]{6}\+Noto/)
      expect(valueOf(at(descriptor, 'FontName'))).toBe(valueOf(at(font, 'BaseFont')))
      expect(stream(at(descriptor, 'FontFile2')).length).toBeLessThan(30_000)
    }
  })
})

describe('the text of a cluster of several code points', () => {
  // Marks that steer readers may stand before a text; they are not part of the cluster.
  const texts = async (lang: string, text: string): Promise<string[]> => {
    const [, fonts] = await fontsIn(lang, text)
    return fonts.flatMap((f) => [...unicodeOf(f).values()].map((t) => t.replace(/[\u061C\u200B\u200E\u200F]/g, '')))
  }
  test('is stored in reverse where the run is right-to-left', async () => {
    expect(await texts('yi', 'דאָס')).toContain('\u05B8\u05D0')
    expect(await texts('ar', 'كَتب')).toContain('\u064E\u0643')
  })
  test('is stored as it is where the run is left-to-right', async () => {
    expect(await texts('bn', 'ক্ষেত্র')).toEqual(expect.arrayContaining(['ক্ষে', 'ত্র']))
  })
})

test('a map has at most 100 entries a block (Adobe Technical Note 5014), and UTF-16 above U+FFFF', () => {
  const glyph = { id: 0, parts: [], advance: 0, rtl: false, inkTop: 0, inkBottom: 0, missing: false } as never
  const glyphs = Array.from({ length: 201 }, (_, i) => Object.assign({}, glyph, { text: i === 200 ? '👩' : 'x' }))
  const map = toUnicodeMap(glyphs)
  expect([...map.matchAll(/^(\d+) beginbfchar$/gm)].map((m) => m[1])).toEqual(['100', '100', '1'])
  expect(map).toContain('<00c9> <d83ddc69>')
})
