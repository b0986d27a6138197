import { LINE_BREAK_TABLE } from './line-break-table.js'

/** Line_Break property values (UAX #14, table 1), by their short names; ZJ is what UAX #14 calls ZWJ. */
export type LineBreakClass =
  | 'AI' | 'AK' | 'AL' | 'AP' | 'AS' | 'B2' | 'BA' | 'BB' | 'BK' | 'CB' | 'CJ' | 'CL' | 'CM' | 'CP' | 'CR' | 'EB'
  | 'EM' | 'EX' | 'GL' | 'H2' | 'H3' | 'HH' | 'HL' | 'HY' | 'ID' | 'IN' | 'IS' | 'JL' | 'JT' | 'JV' | 'LF' | 'NL'
  | 'NS' | 'NU' | 'OP' | 'PO' | 'PR' | 'QU' | 'RI' | 'SA' | 'SG' | 'SP' | 'SY' | 'VF' | 'VI' | 'WJ' | 'XX' | 'ZJ'
  | 'ZW' // prettier-ignore

const LAST = 0x10ffff
const EAST_ASIAN = 0x80
const names: LineBreakClass[] = []
let values: Uint8Array | undefined

/** Class of a code point before rule LB1 resolves it. */
export const lineBreakClass = (codePoint: number): LineBreakClass =>
  names[(values ??= readTable())[codePoint]! & ~EAST_ASIAN]!

/** Whether East_Asian_Width is F, W or H (UAX #11): what UAX #14 calls $EastAsian. */
export const isEastAsian = (codePoint: number): boolean => ((values ??= readTable())[codePoint]! & EAST_ASIAN) !== 0

// A byte for each code point: 1.1 MB, filled in under a millisecond when the first text needs it.
function readTable(): Uint8Array {
  const table = new Uint8Array(LAST + 1)
  let at = 0
  for (const [, length, name, star] of LINE_BREAK_TABLE.matchAll(/([0-9a-z]*)([A-Z][A-Z0-9])(\*?)/g)) {
    let index = names.indexOf(name as LineBreakClass)
    if (index < 0) index = names.push(name as LineBreakClass) - 1
    const end = at + (length === '' ? 1 : parseInt(length!, 36))
    table.fill(star === '*' ? index | EAST_ASIAN : index, at, end)
    at = end
  }
  return table
}
