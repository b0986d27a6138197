import { readFileSync } from 'node:fs'
import { PDFParse } from 'pdf-parse'
import { expect, test } from 'vitest'
import { Counter, makeOrder } from '../../src/build/index.js'

/** Headings, bullets (without their mark) and sentences of the text that the council published. */
const published = readFileSync('test/fixtures/children-and-families-privacy-notice.txt', 'utf8')
  .split('\n')
  .map((line) => line.replace(/^\s*•/, '').replace(/\s+/g, ' ').trim())
  .filter((line) => line !== '')
  // A sentence ends with a full stop before a capital: "Art.9" and "ie. the" hold none.
  .flatMap((line) => line.split(/(?<=\.) (?=[A-Z])/))

test('the English leaflet says, read by pdf-parse, every published sentence, in order', async () => {
  const order = { notice: 'children-and-families', language: 'en', service: 'whole', format: 'standard' }
  const options = { proof: false, release: true }
  const { pdf } = await makeOrder({ ...order, issueDate: '2026-12-01' }, new Counter(process.cwd()), options)
  const reader = new PDFParse({ data: new Uint8Array(pdf!), verbosity: 0 })
  const { text } = await reader.getText({ cellSeparator: '' })
  await reader.destroy()

  // Lines end where the paper does; what stands at the head and foot of a page may fall into a sentence.
  const read = withoutFurniture(text).replace(/\s+/g, ' ')
  expect(published).toHaveLength(58)
  let at = 0
  for (const sentence of published) {
    const found = read.indexOf(sentence, at)
    expect(found, `"${sentence}" after "${read.slice(Math.max(0, at - 40), at)}"`).toBeGreaterThanOrEqual(at)
    at = found + sentence.length
  }
})

/** The lines that every page has are no part of the notice. */
function withoutFurniture(text: string): string {
  const pages = text.split(/\n*-- \d+ of \d+ --\n*/)
  const onEach = (line: string): boolean => pages.filter((p) => p.split('\n').includes(line)).length >= pages.length - 1
  return pages
    .flatMap((page) => page.split('\n').filter((line) => !onEach(line) && !/^Page \d+ of \d+$/.test(line)))
    .join('\n')
}
