import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, test } from 'vitest'
import { readMarkedText } from '../../src/proof/pdfjs.js'
import { changed, edit, fontOf, name } from '../damage/tools.js'
import { rawPages } from './helpers/raw-page.js'

const texts = async (pdf: Uint8Array): Promise<string[][]> =>
  (await readMarkedText(pdf)).pages.map((page) => [...page.tagged.values()])

test('oddity: what parts two pieces of marked content stands at the start of the second', async () => {
  const pdf = await rawPages([
    [
      { text: 'home ', x: 20, y: 20 },
      { text: 'visit', x: 50, y: 20 },
      { text: 'today', x: 20, y: 40 },
    ],
    [{ text: 'after', x: 20, y: 20 }],
  ])
  expect(await texts(pdf)).toEqual([['home', ' visit', '\ntoday'], ['after']])
})

/** The same page with another text for one letter: ToUnicode is a list of code points in this font. */
const withText = (pdf: Uint8Array, from: string, to: string): Promise<Uint8Array> =>
  edit(pdf, (file) => {
    const font = fontOf(file)
    font.set(
      name('ToUnicode'),
      changed(file, font.get(name('ToUnicode')), (cmap) => cmap.replace(`<${from}>`, `<${to}>`)),
    )
  })

test('oddity: a glyph whose text is one unseen character is dropped', async () => {
  const pdf = await rawPages([[{ text: 'abc', x: 20, y: 20 }]])
  expect(await texts(await withText(pdf, '0062', '200C'))).toEqual([['ac']])
  expect(await texts(await withText(pdf, '0062', '00AD'))).toEqual([['ac']])
})

test('oddity: the space before a piece that starts further left is lost, wherever it was painted', async () => {
  // As the runs of a right-to-left line are painted: in logical order, so each further left than the last.
  const pdf = await rawPages([
    [
      { text: ' abc', x: 200, y: 20 },
      { text: '123 ', x: 170, y: 20 },
      { text: 'xyz', x: 140, y: 20 },
    ],
  ])
  expect(await texts(pdf)).toEqual([['abc', '123', 'xyz']])
  // A space whose text is a direction mark and a space is no whitespace for pdf.js: it stays.
  const kept = await texts(await withText(pdf, '0020', '200F 0020'))
  expect(kept.map((page) => page.map((text) => text.replace('\u200F', '')))).toEqual([[' abc', '123 ', 'xyz']])
})

test('text that runs off the paper is lost', async () => {
  const pdf = await rawPages([
    [
      { text: 'here', x: 20, y: 20 },
      { text: 'there', x: 400, y: 20 },
    ],
  ])
  expect(await texts(pdf)).toEqual([['here']])
})

test('oddity: the library takes the bytes for itself, so it gets a copy', async () => {
  const pdf = await rawPages([[{ text: 'One', x: 20, y: 20 }]])
  await readMarkedText(pdf)
  expect(pdf.length).toBeGreaterThan(0)
  const task = getDocument({ data: pdf, verbosity: 0 })
  await task.promise
  expect(pdf.length).toBe(0)
  await task.destroy()
})

test('oddity: its tag tree of a page does not tell whether a list goes on', async () => {
  const page = [{ text: 'One', x: 20, y: 20 }]
  const task = getDocument({ data: await rawPages([page, page]), verbosity: 0 })
  const document = await task.promise
  const trees = await Promise.all([1, 2].map(async (n) => (await document.getPage(n)).getStructTree()))
  expect(trees.map((tree) => tree.children.map((child) => ('role' in child ? child.role : '')))).toEqual([['L'], ['L']])
  await task.destroy()
})
