import { readFileSync, writeFileSync } from 'node:fs'

/** Puts a report into a page of docs/, between the marks that `begin` starts and END ends. */
const END = '<!-- end of figures -->'

export function writeIntoPage(file: string, begin: string, report: string): void {
  const page = readFileSync(file, 'utf8')
  const [start, end] = [page.indexOf(begin), page.indexOf(END)]
  if (start < 0 || end < start) throw new Error(`${file} has lost its marks`)
  writeFileSync(file, `${page.slice(0, start + begin.length)}\n\n${report}\n\n${page.slice(end)}`)
}
