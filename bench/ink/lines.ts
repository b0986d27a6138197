import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Document } from '../../src/document/index.js'
import { papers, pt } from '../../src/geometry/index.js'
import { paginate, type FormatStyle, type Theme } from '../../src/layout/index.js'
import { writePdf } from '../../src/pdf/index.js'
import { fileStart } from '../../src/report/index.js'
import type { BenchLanguage } from '../fidelity/languages.js'
import { fontsOf } from '../fidelity/print.js'
import { declaration } from '../fidelity/udhr.js'
import { cropped, readPgm, type Picture } from './picture.js'

/** Size of the text, points. */
export const SIZE = 10
/** Dots per inch: 40 dots an em. */
export const DPI = 288
const MEASURE = 220

/** A line of the declaration as Doorstep prints it. */
export interface OurLine {
  readonly text: string
  readonly picture: Picture
  /** What the size is multiplied with so that the face looks as large as others. */
  readonly scale: number
}

/** The first line of the first paragraph that fills one. */
export function ourLine(language: BenchLanguage): OurLine {
  const paragraph = declaration(language, 'tuning')
    .flatMap((b) => (b.kind === 'paragraph' ? [b.text.map((s) => s.text).join('')] : []))
    .find((text) => text.length > 30)
  if (paragraph === undefined) throw new Error(`${language.tag}: no paragraph of 30 characters`)
  const [first] = setInLines(paragraph, language)
  const text = first!.trim()
  const { pages, pdf } = set(text, language)
  const line = pages[0]!.items.find((i) => i.kind === 'text')!
  return { text, picture: cropped(rasterised(pdf)), scale: line.runs[0]!.shaped.run.font.scale }
}

function setInLines(text: string, language: BenchLanguage): string[] {
  const { pages } = set(text, language)
  return pages[0]!.items.flatMap((i) => (i.kind === 'text' ? [i.runs.map((r) => r.shaped.run.text).join('')] : []))
}

function set(text: string, language: BenchLanguage) {
  const { tag: lang, direction } = language
  const document: Document = {
    lang,
    direction,
    title: language.name,
    notice: 'udhr',
    service: 'whole',
    format: 'line',
    contentDate: '1948-12-10',
    issueDate: '2026-11-23',
    edition: '3KTM7QX9',
    blocks: [{ kind: 'paragraph', id: 'line', style: 'body', text: [{ text, lang, weight: 'regular', origin: { place: fileStart('udhr') } }] }], // prettier-ignore
    furniture: { draft: [], tab: [], foot: [], folio: [], digits: '0123456789' },
  }
  const { pages, missing } = paginate({ document, theme, fonts: fontsOf(language) })
  if (missing.length > 0) throw new Error(`${lang}: no letter for ${missing[0]!.grapheme}`)
  return { pages, pdf: writePdf({ document, pages, author: 'United Nations' }) }
}

const look = { size: pt(SIZE), leading: pt(3 * SIZE), colour: 'text' } as const
const heading = { ...look, before: pt(0), after: pt(0), rule: pt(0) }
const style: FormatStyle = {
  paper: 'A4',
  margins: { top: pt(60), bottom: pt(60), start: pt(60), end: pt(papers.A4.width - 60 - MEASURE) },
  text: { organisation: look, lead: look, draft: look, body: look, small: look, foot: look, tab: look },
  headings: [heading, heading, heading],
  paragraphGap: pt(0),
  list: { indent: pt(20), gap: pt(0) },
  row: { picture: pt(20), gutter: pt(10), gap: pt(0) },
  words: { gap: pt(0) },
  box: { padding: pt(10), border: pt(1) },
}
// Only the text leaves ink.
const theme: Theme = { colours: { text: '#000000', accent: '#FFFFFF', hairline: '#FFFFFF' }, formats: { line: style } }

function rasterised(pdf: Uint8Array): Picture {
  const folder = mkdtempSync(join(tmpdir(), 'doorstep-ink-'))
  try {
    const file = join(folder, 'line.pdf')
    writeFileSync(file, pdf)
    const options = ['-r', String(DPI), '-gray', '-f', '1', '-l', '1', '-x', '0', '-y', '0', '-W', '2300', '-H', '900']
    return readPgm(execFileSync('pdftoppm', [...options, file], { maxBuffer: 1e8 }))
  } finally {
    rmSync(folder, { recursive: true })
  }
}
