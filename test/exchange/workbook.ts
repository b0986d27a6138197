// fflate: another writer and reader of archives than the program's own.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

const TEXTS = 'xl/worksheets/sheet2.xml'

/** The parts of a workbook, as text. */
export const partsOf = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]))

export const workbookOf = (parts: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, strToU8(part)])))

/** The workbook with other XML in its sheet of texts. */
export function changeSheet(bytes: Uint8Array, change: (xml: string) => string): Uint8Array {
  const parts = partsOf(bytes)
  return workbookOf({ ...parts, [TEXTS]: change(parts[TEXTS] ?? '') })
}

/** The workbook with another cell in the place of one. */
export const withCell = (bytes: Uint8Array, cell: string, xml: string): Uint8Array =>
  changeSheet(bytes, (sheet) => {
    const old = new RegExp(`<c r="${cell}"[^>]*?(?:/>|>.*?</c>)`, 's')
    if (!old.test(sheet)) throw new RangeError(`There is no cell ${cell}`)
    return sheet.replace(old, () => xml)
  })

/** A cell of text. */
export const textCell = (cell: string, text: string): string =>
  `<c r="${cell}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`
