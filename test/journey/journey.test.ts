import { beforeAll, describe, expect, test } from 'vitest'
import { dumpDocument, type Document } from '../../src/document/index.js'
import { dumpPages, paginate, type Page } from '../../src/layout/index.js'
import { writePdf } from '../../src/pdf/index.js'
import { dumpReadBack, proofread, readBack } from '../../src/proof/index.js'
import { isolate, itemise, shapeRun, type FontSet } from '../../src/text/index.js'
import { fontsOf } from '../text/helpers/fonts.js'
import { plainTheme } from '../layout/helpers/print-shop.js'
import { say, span } from '../text/helpers/spans.js'
import { sentences, type Sentence } from './sentences.js'

/**
 * One sentence through every stage, each written as text. To add a sentence: give it a line in sentences.ts, run this
 * test with `-u`, and read the four new files in test/goldens before you keep them.
 */
describe.each(sentences)('$name', (sentence) => {
  const document = documentOf(sentence)
  let pages: readonly Page[]
  let pdf: Uint8Array
  beforeAll(() => {
    pages = paginate({ document, theme: plainTheme(10), fonts: fontsFor(sentence) }).pages
    pdf = writePdf({ document, pages, author: 'Hackney Council' })
  })
  const golden = (stage: string): string => `../goldens/${sentence.name}.${stage}.txt`

  test('what it says', async () => {
    await expect(`${dumpDocument(document)}\n`).toMatchFileSnapshot(golden('document'))
  })
  test('in which runs', async () => {
    await expect(`${dumpRuns(sentence)}\n`).toMatchFileSnapshot(golden('runs'))
  })
  test('where it stands', async () => {
    await expect(`${dumpPages(pages)}\n`).toMatchFileSnapshot(golden('lines'))
  })
  test('what a reader gets, re-read from the file', async () => {
    const back = await readBack(pdf)
    const foot = `2018-05-25,2026-12-01,3KTM7QX9,${sentence.lang}1`
    expect(back.pages.map((p) => seen(p.plain).replace(/\s/g, ''))).toEqual([
      seen(sentence.read).replace(/\s/g, '') + foot,
    ])
    await expect(`${seen(dumpReadBack(back))}\n`).toMatchFileSnapshot(golden('tags'))
  })
  test('and the proof has nothing to say', async () => {
    expect(await proofread(pdf, document, `${sentence.lang}/journey.whole.plain.pdf`)).toEqual([])
  })
})

/** Without the marks that steer readers: they don't show them. */
const seen = (text: string): string => text.replace(/[\u061C\u200B\u200E\u200F]/g, '')

/** The language's fonts, all at their own size: a golden shouldn't change with the looks. */
function fontsFor({ lang }: Sentence): FontSet {
  const { script, regular, bold } = fontsOf(lang)
  const plain = (list: FontSet['regular']) => list.map(({ face }) => ({ face, scale: 1 }))
  return { script, regular: plain(regular), bold: plain(bold) }
}

function documentOf({ lang, direction, text, read }: Sentence): Document {
  return {
    lang,
    direction,
    title: read,
    notice: 'journey',
    service: 'whole',
    format: 'plain',
    contentDate: '2018-05-25',
    issueDate: '2026-12-01',
    edition: '3KTM7QX9',
    blocks: [{ kind: 'paragraph', id: 'n1', style: 'body', text }],
    furniture: {
      draft: [],
      tab: [],
      foot: [say(`2018-05-25, 2026-12-01, 3KTM7QX9, ${lang}`)],
      folio: [span('', { lang, field: 'page' })],
      digits: '0123456789',
    },
  }
}

/** Runs with their clusters in the order of printing: text, number of glyphs where there are several, advance. */
function dumpRuns(sentence: Sentence): string {
  const { direction, text } = sentence
  const isolated = isolate(text, direction)
  const { runs } = itemise(isolated, fontsFor(sentence), direction)
  const shown = isolated.map((s) => s.text).join('|').replace(/[\u2066-\u2069\u00A0]/g, named) // prettier-ignore
  const lines = runs.map((run) => {
    const clusters = shapeRun(run).clusters.map(({ glyph }) => {
      const glyphs = glyph.parts.length === 1 ? '' : `×${glyph.parts.length}`
      return `${glyph.text.replace(/\u00A0/g, named)}${glyphs}@${glyph.advance}`
    })
    const head = `level ${run.level} ${run.script} ${run.font.face.id} ${run.span.lang} ${run.range.start}–${run.range.end}`
    return `${head}\n  ${clusters.join(' ')}`
  })
  return [`text ${shown}`, ...lines].join('\n')
}
const named = (c: string): string => `\\u${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
