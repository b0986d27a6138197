import { fileStart, finding, placeAt, type Finding } from '../report/index.js'
import { placesWithin } from './places-within.js'
import { readText } from './read-text.js'
import { readXliff1 } from './read-xliff-1.js'
import { readXliff2 } from './read-xliff-2.js'
import { looksLikePo, readPo } from './read-po.js'
import { readXlsx } from './read-xlsx.js'
import type { HomeFile } from './unit.js'
import { readTree, type XmlProblem } from './xml-tree.js'

/** A file as a translator sent it. */
export interface Parcel {
  /** Its name, for findings. */
  readonly file: string
  readonly bytes: Uint8Array
  /** The English of today, by key. */
  readonly english: (key: string) => string | undefined
}

/** Reads a translator's file by what is in it; its name says nothing that could be relied on. */
export function readHome(parcel: Parcel): { readonly home?: HomeFile; readonly findings: readonly Finding[] } {
  const { file, bytes } = parcel
  const start = fileStart(file)
  if (startsWith(bytes, [0x50, 0x4b])) return readXlsx(parcel)
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]))
    return broken('it is a workbook of the old kind (.xls), or one with a password: save it as .xlsx, without one')
  const { text, findings } = readText(file, bytes)
  if (text === undefined) return { findings }
  if (/^\s*</.test(text)) return readXliff(parcel, text)
  if (looksLikePo(text)) return readPo(parcel, text)
  if (/^\s*\{/.test(text))
    return broken('it is JSON: a file of texts goes into its folder in locales/, where "doorstep check" reads it')
  if (/^[^\n]*[;,\t][^\n]*[;,\t]/.test(text))
    return broken('it seems to be a table of plain text (CSV): save the workbook that was exported as .xlsx')
  return broken('it is neither XLIFF nor PO nor XLSX')

  function broken(problem: string): { readonly findings: readonly Finding[] } {
    return { findings: [finding('exchange-broken', start, { problem })] }
  }
}

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean => magic.every((byte, i) => bytes[i] === byte)

function readXliff({ file, english }: Parcel, text: string): ReturnType<typeof readHome> {
  const { root, problem, encoding } = readTree(text)
  if (encoding !== undefined && !/^(utf-8|us-ascii)$/i.test(encoding)) {
    const found = `it says that it is in ${encoding}, and is not`
    return { findings: [finding('exchange-encoding', fileStart(file), { found })] }
  }
  if (problem || !root) {
    const { words, at, mend }: XmlProblem = problem ?? { words: 'it has no element', at: 0 }
    return { findings: [finding('exchange-broken', placeAt(file, text, at), { problem: words, fix: mend })] }
  }
  const version = root.name === 'xliff' ? (root.attributes.get('version') ?? '') : ''
  const read = /^2\.[0-9]$/.test(version) ? readXliff2 : /^1\.[0-2]$/.test(version) ? readXliff1 : undefined
  if (!read) {
    const found = root.name === 'xliff' ? `XLIFF of version "${version}"` : `XML with <${root.name}>`
    return {
      findings: [
        finding('exchange-broken', placeAt(file, text, root.at), {
          problem: `it is ${found}; Doorstep reads XLIFF 1.2 and 2.1`,
        }),
      ],
    }
  }
  const home = read({ root, english, place: placesWithin(file, text), findings: [] })
  return { home, findings: home.findings }
}
