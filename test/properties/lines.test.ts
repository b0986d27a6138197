import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Text } from '../../src/document/index.js'
import { pt } from '../../src/geometry/index.js'
import { breakLines } from '../../src/layout/break-lines.js'
import { setLine } from '../../src/layout/line.js'
import { composition, setText, type SetText } from '../../src/layout/set-text.js'
import { offsetsOf } from '../../src/text/index.js'
import { fontsOf } from '../text/helpers/fonts.js'
import { languages, paragraphOf, type Language } from './texts.js'

const CONTROL = /[\u2066-\u2069]/
const set = ({ lang, direction }: Language, text: Text): SetText =>
  setText(text, pt(10), composition(fontsOf(lang), direction))
/** From less than a word to a whole line of a leaflet. */
const measure = fc.integer({ min: 5, max: 300 }).map(pt)

describe.each(languages)('random paragraphs in $lang', (language) => {
  const cases = fc.tuple(paragraphOf(language, 12), measure)
  const runs = { numRuns: 150 }

  test('the lines together are the paragraph', () => {
    fc.assert(
      fc.property(cases, ([text, width]) => {
        const paragraph = set(language, text)
        const lines = breakLines(paragraph, width, { rag: 'even', hyphens: undefined })
        expect(lines.map((l) => paragraph.text.slice(l.start, l.end)).join('')).toBe(paragraph.text)
        expect(lines.every((l) => l.start < l.end)).toBe(true)
      }),
      runs,
    )
  })

  test('each cluster is placed once', () => {
    fc.assert(
      fc.property(cases, ([text, width]) => {
        const paragraph = set(language, text)
        const placed = new Uint8Array(paragraph.text.length)
        for (const line of breakLines(paragraph, width, { rag: 'even', hyphens: undefined })) {
          for (const { shaped } of setLine(paragraph, line).runs) {
            const starts = offsetsOf(shaped)
            shaped.clusters.forEach(({ glyph }, k) => {
              for (let i = 0; i < glyph.text.length; i++) placed[shaped.run.range.start + starts[k]! + i]!++
            })
          }
        }
        expect([...placed]).toEqual([...paragraph.text].map((c) => (CONTROL.test(c) ? 0 : 1)))
      }),
      runs,
    )
  })

  test('the runs of a line stand side by side, without gap or overlap', () => {
    fc.assert(
      fc.property(cases, ([text, width]) => {
        const paragraph = set(language, text)
        for (const range of breakLines(paragraph, width, { rag: 'even', hyphens: undefined })) {
          const inOrder = [...setLine(paragraph, range).runs].sort((a, b) => a.x - b.x)
          let x = 0
          for (const run of inOrder) {
            expect(run.x).toBeCloseTo(x, 6)
            x += run.width
          }
        }
      }),
      runs,
    )
  })

  // A word wider than the measure is cut between clusters as they stood in the word; cut, a letter may lose its kerning
  // or take its final form, and the line be wider by that.
  test('no line is wider than its measure, unless a word or an address had to be cut', () => {
    fc.assert(
      fc.property(cases, ([text, width]) => {
        const paragraph = set(language, text)
        const allowed = new Set([0, ...paragraph.breaks().flatMap((o) => (o.kind === 'kept' ? [] : [o.at]))])
        for (const range of breakLines(paragraph, width, { rag: 'even', hyphens: undefined })) {
          if (!allowed.has(range.start) || !allowed.has(range.end)) continue
          const { width: wide, runs: placed } = setLine(paragraph, range)
          const clusters = placed.flatMap((r) => r.shaped.clusters.filter((c) => !/^\s*$/.test(c.glyph.text)))
          if (clusters.length > 1) expect(wide).toBeLessThanOrEqual(width + 1e-6)
        }
      }),
      { numRuns: 400 },
    )
  })

  test('no line starts with a space', () => {
    fc.assert(
      fc.property(cases, ([text, width]) => {
        const paragraph = set(language, text)
        for (const { start, end } of breakLines(paragraph, width, { rag: 'even', hyphens: undefined })) {
          expect(paragraph.text.slice(start, end).replace(/[\u2066-\u2069]/g, '')).not.toMatch(/^\s/)
        }
      }),
      runs,
    )
  })
})
