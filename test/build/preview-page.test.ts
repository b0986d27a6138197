import * as mupdf from 'mupdf'
import { describe, expect, test } from 'vitest'
import { Counter } from '../../src/build/index.js'
import { makePreview, type MadePreview } from '../../src/build/preview.js'
import { previewPage, versionScript, type PreviewPage } from '../../src/build/preview-page.js'
import { drawPages } from '../../src/preview/index.js'
import { fileStart, finding } from '../../src/report/index.js'

const counter = new Counter(process.cwd())
const placeOf = fileStart
function make(language: string, keys: readonly string[], format = 'standard', proofCopy = false): MadePreview {
  const request = { language, keys, formats: [format], proofCopy, issueDate: '2026-12-01', placeOf }
  return makePreview(counter, request).made!
}

describe('a page in the browser has its letters where the PDF has them', () => {
  type Spot = readonly [x: number, y: number]
  /** By MuPDF, which knows nothing of how pages are drawn. */
  function inPdf(pdf: Uint8Array, page: number): Spot[] {
    const spots: Spot[] = []
    const text = mupdf.Document.openDocument(pdf, 'application/pdf').loadPage(page).toStructuredText('')
    text.walk({
      onChar(letter, [x, y]) {
        if (letter.trim() !== '') spots.push([x, y])
      },
    })
    return spots
  }
  const inSvg = (svg: string): Spot[] =>
    [...svg.matchAll(/<g transform="translate\((\S+) (\S+)\) scale\((\S+) \S+\)">(.*?)<\/g>/g)].flatMap(
      ([, x, y, unit, letters]) =>
        [...letters!.matchAll(/ x="(\d+)"/g)].map(([, at]) => [Number(x) + Number(at) * Number(unit), Number(y)] as const), // prettier-ignore
    )
  const lacking = (some: readonly Spot[], others: readonly Spot[]): Spot[] =>
    some.filter(([x, y]) => !others.some(([a, b]) => Math.abs(a - x) < 0.1 && Math.abs(b - y) < 0.1))

  test.each([
    ['tr', 'standard', 5],
    ['ru', 'easy-read', 17],
  ])('%s, %s', (language, format, count) => {
    const made = make(language, ['leaflet:folio'], format)
    const { pages } = drawPages(made.sheets)
    expect(pages).toHaveLength(count)
    pages.forEach((page, i) => {
      const [svg, pdf] = [inSvg(page), inPdf(made.pdf, i)]
      expect(svg.length).toBeGreaterThan(500)
      expect([lacking(svg, pdf), lacking(pdf, svg)]).toEqual([[], []])
    })
  })

  test('a proof copy', () => {
    const made = make('tr', [], 'standard', true)
    const { pages } = drawPages(made.sheets)
    // MuPDF gives the letters of a ligature each a place of its own.
    pages.forEach((page, i) => {
      expect(lacking(inSvg(page), inPdf(made.pdf, i))).toEqual([])
    })
  })
})

describe('the page', () => {
  const made = make('tr', ['children-and-families:rights.heading', 'collect.items.housing'])
  const pageOf = (more: Partial<PreviewPage> = {}) =>
    previewPage({ made, language: 'tr', source: 'en', findings: [], renewed: true, ...more })
  const { html, stamp } = pageOf()

  test('points only at letters, marks and files that are there', () => {
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((m) => m[1]!)
    expect(new Set(ids).size).toBe(ids.length)
    const ways = [...html.matchAll(/ href="#([^"]+)"/g)].map((m) => m[1]!)
    expect(ways.filter((way) => way.startsWith('mark-'))).toEqual(['mark-1', 'mark-2'])
    expect(ways.filter((way) => !ids.includes(way))).toEqual([])
    expect(html).toContain('<a href="tr.children-and-families.whole.standard.2-texts.pdf">')
    expect(html).toContain('data-version="tr.children-and-families.whole.standard.2-texts.version.js"')
  })

  test('asks nobody for anything, names its pages, and says what language a text is in', () => {
    expect(html).not.toMatch(/https?:|\bfetch\(|XMLHttpRequest|@import|url\(/)
    expect(html).toMatch(/role="img" aria-label="Page \d of 5, as it is printed"/)
    expect(html).toContain('<dd lang="tr" dir="auto">konut bilgileri</dd>')
    expect(html).toContain('<dd lang="en" dir="auto">housing information</dd>')
    // Empty until there is news, so that a screen reader says the news and nothing else.
    expect(html).toContain('<p role="status"></p>')
  })

  test('is the same again, and has another stamp when it or its PDF says anything else', () => {
    expect(pageOf()).toEqual({ html, stamp })
    const others = [
      pageOf({ findings: [finding('key-missing', placeOf('a.json'), { key: 'a', language: 'Turkish' })] }),
      pageOf({ renewed: false }),
      pageOf({ made: { ...made, pdf: made.pdf.subarray(1) } }),
    ]
    expect(new Set([stamp, ...others.map((o) => o.stamp)]).size).toBe(4)
    expect(html).toContain(`<main data-stamp="${stamp}" data-news="The preview was renewed">`)
    expect(versionScript(stamp)).toBe(`doorstepPreview('${stamp}')\n`)
  })

  test('shows what is wrong as text, whatever is in it', () => {
    const wrong = finding(
      'json-syntax',
      { file: 'locales/<b>.json', line: 3, column: 7 },
      { problem: '<script>"&', fix: 'Delete it' },
    )
    const page = pageOf({ findings: [wrong], renewed: false })
    expect(page.html).toContain('What is wrong: 1 error')
    expect(page.html).toContain('these pages are the last good ones')
    expect(page.html).toContain('<code>locales/&lt;b&gt;.json:3:7</code>')
    expect(page.html).toContain('&lt;script&gt;&quot;&amp;')
    expect(page.html.match(/<script/g)).toHaveLength(1)
  })
})
