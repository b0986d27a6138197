import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import * as mupdf from 'mupdf'
import { readBack, type Tag } from '../../src/proof/index.js'
import { openPdfium, openPdftotext } from '../readers.js'

/** A program that reads PDFs. */
export interface Reader {
  readonly name: ReaderName
  readonly version: string
  /** The plain text of each page; of the tags, one text for the whole file: content only. */
  readonly read: (pdf: Uint8Array) => Promise<readonly string[]>
}
export const READERS = ['pdf.js', 'PDFium', 'Poppler', 'MuPDF', 'tags'] as const
export type ReaderName = (typeof READERS)[number]

/** All readers that are here; Poppler is a program and may be missing, which it says. */
export async function openReaders(): Promise<Reader[]> {
  const pdfium = await openPdfium()
  const poppler = openPdftotext()
  const readers: Reader[] = [
    { name: 'pdf.js', version: `${versionOf('pdfjs-dist')} by pdf-parse ${versionOf('pdf-parse')}`, read: byPdfjs },
    { name: 'PDFium', version: `@hyzyla/pdfium ${versionOf('@hyzyla/pdfium')}`, read: pdfium },
    { name: 'MuPDF', version: versionOf('mupdf'), read: byMupdf },
    {
      name: 'tags',
      version: `pdf-lib ${versionOf('@cantoo/pdf-lib')}, pdf.js ${versionOf('pdfjs-dist')}`,
      read: byTags,
    },
  ]
  if (poppler) readers.push({ name: 'Poppler', version: popplerVersion(), read: poppler })
  return readers
}

async function byPdfjs(pdf: Uint8Array): Promise<string[]> {
  return (await readBack(pdf)).pages.map((page) => page.plain)
}

/** The structure tree from its root, each piece of marked content in its order; a new page begins a new line. */
async function byTags(pdf: Uint8Array): Promise<string[]> {
  let text = ''
  let page = 1
  const add = (tag: Tag): void => {
    for (const kid of tag.kids) {
      if (kid.kind === 'tag') add(kid)
      if (kid.kind !== 'piece') continue
      if (kid.page !== page) text += '\n'
      page = kid.page
      text += kid.text
    }
    if (BLOCKS.test(tag.role)) text += '\n'
  }
  for (const root of (await readBack(pdf)).roots) add(root)
  return [text]
}
const BLOCKS = /^(?:Document|Div|H\d|P|L|LI|Lbl|LBody|TOCI?)$/

function byMupdf(pdf: Uint8Array): Promise<string[]> {
  const document = mupdf.Document.openDocument(pdf, 'application/pdf')
  try {
    const pages = Array.from({ length: document.countPages() }, (_, i) => {
      const page = document.loadPage(i)
      const text = page.toStructuredText('')
      const plain = text.asText()
      text.destroy()
      page.destroy()
      return plain
    })
    return Promise.resolve(pages)
  } finally {
    document.destroy()
  }
}

/** Read as a file: some packages don't let their package.json be imported. */
const versionOf = (name: string): string =>
  (JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')) as { version: string }).version

const popplerVersion = (): string =>
  /\d+\.\d+\.\d+/.exec(spawnSync('pdftotext', ['-v'], { encoding: 'utf8' }).stderr)?.[0] ?? 'unknown'
