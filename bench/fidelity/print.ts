import { FontShop } from '../../src/build/fonts.js'
import type { Block, Document, Text } from '../../src/document/index.js'
import { paginate, type Page, type Theme } from '../../src/layout/index.js'
import { writePdf } from '../../src/pdf/index.js'
import { fileStart } from '../../src/report/index.js'
import type { FontSet } from '../../src/text/index.js'
import { openCounter } from '../shop.js'
import type { BenchLanguage } from './languages.js'

export interface Printed {
  readonly document: Document
  readonly pages: readonly Page[]
  readonly pdf: Uint8Array
}

const shop = new FontShop(process.cwd())

export function fontsOf({ tag, script, fonts }: BenchLanguage): FontSet {
  const wish = { script, fonts: fonts.map((name) => ({ package: `@expo-google-fonts/${name}` })) }
  const { fonts: set, findings } = shop.fontsFor(wish, fileStart('bench/fidelity/languages.ts'))
  if (!set) throw new Error(`No fonts for ${tag}: ${findings.map((f) => f.title).join('; ')}`)
  return set
}

let theme: Theme | undefined

/** Blocks through layout and writer, in the looks of this repository's leaflets, with a foot and page numbers. */
export function print(blocks: readonly Block[], language: BenchLanguage): Printed {
  const { tag, direction } = language
  theme ??= openCounter().theme
  if (!theme) throw new Error('No theme: run doorstep check')
  const line = (text: string): Text => [{ text, lang: tag, weight: 'regular', origin: { place: fileStart('bench') } }]
  const order: Document = {
    lang: tag,
    direction,
    title: language.name,
    notice: 'udhr',
    service: 'whole',
    format: 'standard',
    contentDate: '1948-12-10',
    issueDate: '2026-11-23',
    edition: '3KTM7QX9',
    blocks,
    furniture: {
      draft: [],
      tab: [],
      foot: [line('1948-12-10')],
      folio: [{ ...line('')[0]!, field: 'page' }],
      digits: '0123456789',
    },
  }
  const { document, pages, missing } = paginate({ document: order, theme, fonts: fontsOf(language) })
  if (missing.length > 0) throw new Error(`${tag}: no letter for ${missing.map((m) => m.grapheme).join(' ')}`)
  return { document, pages, pdf: writePdf({ document, pages, author: 'United Nations' }) }
}
