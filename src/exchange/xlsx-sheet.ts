import { readText } from './read-text.js'
import { childrenOf, readTree, textOf, type XmlElement } from './xml-tree.js'
import { openZip, type Zip } from './zip.js'

export interface SheetCell {
  /** `E` */
  readonly column: string
  readonly text: string
  /** What it holds instead of text, in words. */
  readonly wrong?: string
}
export interface SheetRow {
  readonly number: number
  readonly cells: readonly SheetCell[]
}
interface Problem {
  readonly problem: string
}

/** The rows of one sheet of a workbook. Of the archive only what leads there is unpacked; macros and links never are. */
export function openWorkbook(bytes: Uint8Array, sheet: string): readonly SheetRow[] | Problem {
  const zip = openZip(bytes)
  if ('problem' in zip) return zip
  const book = part(zip, 'xl/workbook.xml')
  const relations = part(zip, 'xl/_rels/workbook.xml.rels')
  if ('problem' in book) return book
  if ('problem' in relations) return relations
  const entry = childrenOf(book, 'sheets').flatMap((s) => childrenOf(s, 'sheet')).find((s) => s.attributes.get('name') === sheet) // prettier-ignore
  if (!entry) return { problem: `it has no sheet "${sheet}"` }
  const id = [...entry.attributes].find(([name]) => name.endsWith('/relationships id'))?.[1]
  const target =
    childrenOf(relations)
      .find((r) => r.attributes.get('Id') === id)
      ?.attributes.get('Target') ?? ''
  const content = part(zip, target.startsWith('/') ? target.slice(1) : `xl/${target}`)
  if ('problem' in content) return content
  const shared = zip.names.includes('xl/sharedStrings.xml') ? part(zip, 'xl/sharedStrings.xml') : undefined
  if (shared && 'problem' in shared) return shared
  const strings = shared ? childrenOf(shared, 'si').map(richText) : []
  return childrenOf(content, 'sheetData')
    .flatMap((d) => childrenOf(d, 'row'))
    .map((row, i) => rowOf(row, i, strings))
}

function part(zip: Zip, name: string): XmlElement | Problem {
  const bytes = zip.read(name)
  if (bytes === undefined) return { problem: `it is no workbook: "${name}" is not in it` }
  if ('problem' in bytes) return bytes
  // Here a byte order mark is fine: some programs write one, and no person ever sees it.
  const { text } = readText(name, bytes[0] === 0xef ? bytes.subarray(3) : bytes)
  if (text === undefined) return { problem: `"${name}" in it is not in UTF-8` }
  const { root, problem } = readTree(text)
  return problem || !root ? { problem: `"${name}" in it: ${problem?.words ?? 'it is empty'}` } : root
}

function rowOf(row: XmlElement, i: number, strings: readonly string[]): SheetRow {
  const number = Number(row.attributes.get('r') ?? i + 1)
  const cells = childrenOf(row, 'c').map((cell, c) => {
    const column = /^[A-Z]+/.exec(cell.attributes.get('r') ?? '')?.[0] ?? String.fromCharCode(65 + (c % 26))
    return { column, ...contentOf(cell, strings) }
  })
  return { number, cells }
}

function contentOf(cell: XmlElement, strings: readonly string[]): { text: string; wrong?: string } {
  const value = childrenOf(cell, 'v').map(textOf).join('')
  if (childrenOf(cell, 'f').length > 0) return { text: decoded(value), wrong: 'a formula' }
  switch (cell.attributes.get('t') ?? 'n') {
    case 's':
      return { text: strings[Number(value)] ?? '' }
    case 'inlineStr':
      return { text: childrenOf(cell, 'is').map(richText).join('') }
    case 'str':
      return { text: decoded(value) }
    case 'b':
      return { text: value, wrong: 'a yes or no' }
    case 'e':
      return { text: value, wrong: `an error, ${value}` }
    default:
      return value === '' ? { text: '' } : { text: value, wrong: `a number or a date, ${value}` }
  }
}

/** Text in runs of several looks; readings beside it (`rPh`) are not part of it. */
const richText = (item: XmlElement): string =>
  decoded(
    childrenOf(item)
      .flatMap((c) => (c.name === 't' ? [c] : c.name === 'r' ? childrenOf(c, 't') : []))
      .map(textOf)
      .join(''),
  )

const decoded = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
