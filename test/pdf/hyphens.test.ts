import { describe, expect, test } from 'vitest'
import { openPdfium, openPdftotext } from '../../bench/readers.js'
import { readTheme } from '../../src/build/read-theme.js'
import { plain, type Document } from '../../src/document/index.js'
import { paginate, type Item, type Page } from '../../src/layout/index.js'
import { writePdf } from '../../src/pdf/index.js'
import { checkPlainText } from '../../src/proof/check-text.js'
import { checkHyphens } from '../../src/proof/check-hyphens.js'
import { readBack } from '../../src/proof/read-back.js'
import { readMarkedText } from '../../src/proof/pdfjs.js'
import { readPlainText } from '../../src/proof/pdf-parse.js'
import { changedShelf, diskShelf } from '../helpers/shelf.js'
import { documentOf, paragraph, textItems } from '../layout/helpers/print-shop.js'
import { fontsOf } from '../text/helpers/fonts.js'
import { say } from '../text/helpers/spans.js'

/** The theme of the repository with one narrow format more. */
function theme(hyphenate: boolean) {
  const file = JSON.parse(diskShelf.read('templates/themes/doorstep.json')!) as { formats: Record<string, object> }
  const margins = { top: '20mm', bottom: '20mm', start: '20mm', end: '145mm' }
  const formats = { narrow: { ...file.formats['standard'], margins, hyphenate } }
  const shelf = changedShelf(diskShelf, { 'templates/themes/narrow.json': JSON.stringify({ ...file, formats }) })
  const { value, findings } = readTheme(shelf, 'narrow')
  expect(findings).toEqual([])
  return value!
}

const texts: readonly (readonly [lang: string, text: string])[] = [
  ['en', 'We share information with organisations that have responsibilities for safeguarding children and understanding legislation.'],
  ['pl', 'Przetwarzamy informacje dotyczące odpowiedzialności organizacyjnej, bezpieczeństwa oraz przeciwdziałania niebezpieczeństwu.'],
  ['tr', 'Çocuklarınızın bilgilerini değerlendirebileceğimiz kuruluşlarla paylaşabiliriz, bu da sorumluluklarımızdandır.'],
] // prettier-ignore

function set(lang: string, text: string, hyphenate = true): { document: Document; pages: readonly Page[] } {
  const document = documentOf([paragraph('p', say(text, lang))], { lang, format: 'narrow' })
  return { document, pages: paginate({ document, theme: theme(hyphenate), fonts: fontsOf(lang) }).pages }
}
const ends = (pages: readonly Page[]): string[] =>
  pages.flatMap(textItems).map((i) => i.runs.map((r) => r.shaped.run.text).join('')).filter((l) => l.endsWith('\u00AD')) // prettier-ignore

describe.each(texts)('words divided in a narrow format: %s', (lang, text) => {
  test('lines end with a hyphen, none in the same format without them', () => {
    expect(ends(set(lang, text).pages).length).toBeGreaterThan(0)
    expect(ends(set(lang, text, false).pages)).toEqual([])
  })

  test('every reader gives each letter back; PDFium joins the words, the others say where a line ends', async () => {
    const { document, pages } = set(lang, text)
    const pdf = writePdf({ document, pages, author: 'Test' })
    const plainText = await readPlainText(pdf)
    expect(checkPlainText(plainText, document, { file: 'x', line: 1, column: 1 })).toEqual([])
    // pdf.js drops the soft hyphen. A line end within a word is all that is left of it.
    const joined = (read: string): string => read.replace(/\s+/g, '')
    expect(joined(plainText[0]!)).toBe(joined(text))
    const [page] = (await readMarkedText(pdf)).pages
    expect([...page!.tagged.values()].map(joined)).toEqual([joined(text)])
    // PDFium writes U+FFFE for a hyphen that divides a word; Chrome leaves it out of what is copied.
    const read = (await (await openPdfium())(pdf)).join('').replaceAll('\uFFFE', '')
    expect(read.trim().split(/\s+/)).toEqual(plain(say(text)).split(' '))
    // pdftotext keeps the soft hyphen; where it is missing, openPdftotext says so.
    const byPoppler = await openPdftotext()?.(pdf)
    if (byPoppler) expect(byPoppler.join('').replaceAll('\u00AD\n', '').trim().split(/\s+/)).toEqual(text.split(' '))
  })
})

test('the proof sees a hyphen that does not end its line', async () => {
  const [, text] = texts[2]!
  const { document, pages } = set('tr', text)
  const place = { file: 'x', line: 1, column: 1 }
  const good = await readBack(writePdf({ document, pages, author: 'Test' }))
  expect(checkHyphens(good, place)).toEqual([])
  // The same pages with each divided line on the baseline of the one below it.
  const torn = pages.map((page) => ({
    ...page,
    parts: page.parts.map((part) => part.map((item, i) => ontoNext(item, part[i + 1]))) as unknown as Page['parts'],
  }))
  const bad = await readBack(writePdf({ document, pages: torn, author: 'Test' }))
  expect(checkHyphens(bad, place).map((f) => f.code)).toEqual(['proof-structure'])
})

const ontoNext = (item: Item, next: Item | undefined): Item =>
  item.kind === 'text' && next?.kind === 'text' && item.runs.at(-1)?.shaped.run.text === '\u00AD'
    ? { ...item, baseline: next.baseline }
    : item

test('no format of the repository divides words', () => {
  const { value } = readTheme(diskShelf, 'doorstep')
  expect(Object.values(value!.formats).filter((f) => f.hyphens)).toEqual([])
})
