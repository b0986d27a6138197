import { PDFParse } from 'pdf-parse'
import { expect, test } from 'vitest'
import { readPlainText } from '../../src/proof/pdf-parse.js'
import { rawPages } from './helpers/raw-page.js'

const byDefault = async (pdf: Uint8Array): Promise<string> => {
  const reader = new PDFParse({ data: pdf })
  const { pages } = await reader.getText()
  await reader.destroy()
  return pages.map((page) => page.text).join('|')
}

test('each page has its own text, without the line between pages', async () => {
  const pdf = await rawPages([[{ text: 'One', x: 20, y: 20 }], [{ text: 'Two', x: 20, y: 20 }]])
  expect(await readPlainText(pdf)).toEqual(['One', 'Two'])
})

test('oddity: the library takes the bytes for itself, so it gets a copy', async () => {
  const pdf = await rawPages([[{ text: 'One', x: 20, y: 20 }]])
  await readPlainText(pdf)
  expect(pdf.length).toBeGreaterThan(0)
  await byDefault(pdf)
  expect(pdf.length).toBe(0)
})

test('oddity: by default a piece further left on the same line gets a tab before it', async () => {
  const pdf = await rawPages([
    [
      { text: 'right', x: 200, y: 20 },
      { text: 'left', x: 174, y: 20 },
    ],
  ])
  expect(await readPlainText(pdf)).toEqual(['rightleft'])
  expect(await byDefault(pdf)).toBe('right\tleft')
})

test('oddity: by default the micro sign comes back as the Greek letter', async () => {
  const pdf = await rawPages([[{ text: '5 \u00B5g', x: 20, y: 20 }]])
  expect(await readPlainText(pdf)).toEqual(['5 \u00B5g'])
  expect(await byDefault(pdf)).toBe('5 \u03BCg')
})
