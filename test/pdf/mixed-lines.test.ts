import { beforeAll, describe, expect, test } from 'vitest'
import { measureLines } from '../../bench/fidelity/measure.js'
import { leftToRight, rightToLeft, type MixedLine } from '../../bench/fidelity/mixed-lines.js'
import { expectedOrder, paintedOrder, printLines } from '../../bench/fidelity/mixed.js'
import { openReaders, READERS, type Reader, type ReaderName } from '../../bench/fidelity/readers.js'

const directions = [
  ['right-to-left', rightToLeft],
  ['left-to-right', leftToRight],
] as const

describe.each(directions)('a %s line in which both directions meet', (_, lines) => {
  let readers: Reader[]
  beforeAll(async () => {
    readers = await openReaders()
  })
  const score = async (reader: ReaderName, some: readonly MixedLine[]) =>
    (await measureLines(some, readers.filter(({ name }) => name === reader)))[reader]! // prettier-ignore

  test('is one of forty', () => {
    expect(lines).toHaveLength(40)
  })

  test('stands on paper in the order of UAX #9', () => {
    for (const lang of new Set(lines.map((line) => line.lang))) {
      const own = lines.filter((line) => line.lang === lang)
      const { pages } = printLines(own)
      const painted = pages.flatMap((page) => page.items.filter((i) => i.kind === 'text' && i.element !== null))
      expect(painted.map((item) => (item.kind === 'text' ? paintedOrder(item) : ''))).toEqual(own.map(expectedOrder))
    }
  })

  test.each(READERS.filter((name) => name !== 'MuPDF'))('comes back word by word by %s', async (reader) => {
    if (!readers.some(({ name }) => name === reader)) return
    expect(await score(reader, lines)).toMatchObject({ wrongCharacters: 0, wrongWords: 0, lostJoiners: 0 })
  })
})

test.each([10, 12])('English in brackets, broken over lines after %i words, comes back by PDFium', async (words) => {
  const text = `${'بچوں '.repeat(words)}والے (|looked after children|) کے لیے`
  const line: MixedLine = { lang: 'ur', text, printed: [], passage: { lang: 'en', from: 1, to: 1 } }
  const [first] = printLines([line]).pages[0]!.items.flatMap((i) => (i.kind === 'text' ? [paintedOrder(i)] : []))
  expect(first).toMatch(/^\(looked(?:after)?ےلاو/)
  const readers = (await openReaders()).filter(({ name }) => name === 'PDFium' || name === 'pdf.js')
  const scores = await measureLines([line], readers)
  expect(scores).toMatchObject({ PDFium: { wrongCharacters: 0 }, 'pdf.js': { wrongCharacters: 0, wrongWords: 0 } })
})
