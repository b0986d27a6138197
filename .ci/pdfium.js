// Opens PDFs as Chrome and Edge do, and paints each page: `node .ci/pdfium.js FILE…`. Exit code 1 if a file is refused or
// a page stays empty.
import { readFile } from 'node:fs/promises'
import process from 'node:process'
import { PDFiumLibrary } from '@hyzyla/pdfium'

const library = await PDFiumLibrary.init()
let pages = 0
for (const file of process.argv.slice(2)) {
  try {
    const document = await library.loadDocument(await readFile(file))
    for (const page of document.pages()) {
      const { data } = await page.render({ scale: 0.25, render: 'bitmap' })
      if (data.every((byte) => byte === 255)) fail(file, `page ${page.number + 1} is empty`)
      pages++
    }
    document.destroy()
  } catch (error) {
    fail(file, error)
  }
}
process.stdout.write(`PDFium painted ${pages} pages\n`)
if (pages === 0) process.exitCode = 1

function fail(file, problem) {
  process.stdout.write(`${file}: ${problem}\n`)
  process.exitCode = 1
}
