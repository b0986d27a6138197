import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, test } from 'vitest'
import { readMarkedText } from '../../src/proof/pdfjs.js'
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

test('oddity: a glyph whose text is one unseen character is dropped', async () => {
  const pdf = await rawPages([[{ text: 'a\u200Cb\u00ADc', x: 20, y: 20 }]])
  expect(await texts(pdf)).toEqual([['abc']])
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
