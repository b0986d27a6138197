import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Text } from '../../src/document/index.js'
import { paginate } from '../../src/layout/index.js'
import { writePdf } from '../../src/pdf/index.js'
import { readPlainText } from '../../src/proof/pdf-parse.js'
import { documentOf, paragraph, plainTheme, textItems, textOf } from '../layout/helpers/print-shop.js'
import { fontsOf } from '../text/helpers/fonts.js'
import { languages, paragraphOf, type Language } from './texts.js'

const theme = plainTheme(50)
/** Bidi controls and marks that steer readers are not said; U+00A0 joins the digits of a number. */
const words = (text: string): string[] =>
  text
    .replace(/[\u061C\u200B\u200E\u200F\u2066-\u2069]/g, '')
    .split(/\s+/)
    .filter((w) => w !== '')

/** Lines as they are printed, and what pdf-parse gives for them. */
async function reread({ lang, direction }: Language, texts: readonly Text[]): Promise<[printed: string, read: string]> {
  const blocks = texts.map((text, i) => paragraph(`p${i}`, text))
  const document = documentOf(blocks, { lang, direction })
  const { pages } = paginate({ document, theme, fonts: fontsOf(lang) })
  const read = await readPlainText(writePdf({ document, pages, author: 'Test' }))
  return [pages.flatMap(textItems).map(textOf).join('\n'), read.join('\n')]
}

describe.each(languages)('random paragraphs in $lang, re-read by pdf-parse', (language) => {
  const paragraphs = fc.array(paragraphOf(language, 14), { minLength: 1, maxLength: 4 })

  test('have all their words, apart and in order', async () => {
    await fc.assert(
      fc.asyncProperty(paragraphs, async (texts) => {
        const [printed, read] = await reread(language, texts)
        expect(words(read)).toEqual(words(printed))
      }),
      { numRuns: 60 },
    )
  })
})
