import { fileStart, finding, unreachable, type Finding, type Place } from '../report/index.js'
import { forbiddenLetter } from './letters.js'
import type { Format, OutFile } from './unit.js'
import { writePo } from './write-po.js'
import { writeXliff } from './write-xliff.js'
import { writeXlsx } from './write-xlsx.js'

/** A file for a translator, or why some text cannot stand in one. `placeOf`: where the text of a key stands. */
export function writeExchange(
  format: Format,
  out: OutFile,
  placeOf: (key: string, part: 'english' | 'translation') => Place | undefined,
): { readonly bytes?: Uint8Array; readonly findings: readonly Finding[] } {
  const findings = out.units.flatMap((unit) =>
    (['english', 'translation'] as const).flatMap((part) => {
      const place = placeOf(unit.key, part) ?? fileStart(unit.key)
      const text = unit[part] ?? ''
      const letter = forbiddenLetter(text)
      if (letter) return [finding('exchange-letter', place, { codePoint: letter.codePoint })]
      if (format !== 'xlsx' || text.length <= MOST_IN_A_CELL) return []
      const facts = { what: `This text has ${text.length} characters`, limit: `${MOST_IN_A_CELL} in a cell` }
      return [finding('exchange-large', place, facts)]
    }),
  )
  return findings.length > 0 ? { findings } : { bytes: bytesOf(format, out), findings: [] }
}

/** Excel's own limit: it cuts the rest off. */
const MOST_IN_A_CELL = 32_767

function bytesOf(format: Format, out: OutFile): Uint8Array {
  switch (format) {
    case 'xliff':
      return new TextEncoder().encode(writeXliff(out))
    case 'po':
      return writePo(out)
    case 'xlsx':
      return writeXlsx(out)
    default:
      return unreachable(format)
  }
}
