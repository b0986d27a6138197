import { spawnSync } from 'node:child_process'
import { PDFiumLibrary } from '@hyzyla/pdfium'

/** Plain text of each page by PDFium: what a person gets who copies from Chrome or Edge. */
export async function openPdfium(): Promise<(pdf: Uint8Array) => Promise<string[]>> {
  const library = await PDFiumLibrary.init()
  return async (pdf) => {
    const document = await library.loadDocument(pdf)
    try {
      return [...document.pages()].map((page) => page.getText())
    } finally {
      document.destroy()
    }
  }
}

/** Plain text of each page by Poppler's pdftotext with no options; undefined where the program is missing. */
export function openPdftotext(): ((pdf: Uint8Array) => Promise<string[]>) | undefined {
  const version = spawnSync('pdftotext', ['-v'], { encoding: 'utf8' })
  if (version.error) {
    process.stderr.write('NOT MEASURED: pdftotext is not installed (Debian: poppler-utils)\n')
    return undefined
  }
  return (pdf) => {
    const { status, stdout, stderr } = spawnSync('pdftotext', ['-enc', 'UTF-8', '-', '-'], {
      input: pdf,
      encoding: 'utf8',
    })
    if (status !== 0) throw new Error(`pdftotext cannot read a leaflet: ${stderr}`)
    // Each page ends with a form feed.
    return Promise.resolve(stdout.split('\f').slice(0, -1))
  }
}
