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
/** A byte for each code point, filled as far as `known`: most texts have no letter beyond the first few thousand. */
const values = new Uint8Array(LAST + 1)
let known = 0

/** Class of a code point before rule LB1 resolves it. */
export const lineBreakClass = (codePoint: number): LineBreakClass => names[valueOf(codePoint) & ~EAST_ASIAN]!

/** Whether East_Asian_Width is F, W or H (UAX #11): what UAX #14 calls $EastAsian. */
export const isEastAsian = (codePoint: number): boolean => (valueOf(codePoint) & EAST_ASIAN) !== 0

function valueOf(codePoint: number): number {
  if (codePoint >= known) readTable(codePoint)
  return values[codePoint]!
}

const RANGE = /([0-9a-z]*)([A-Z][A-Z0-9])(\*?)/g

/** Reads on until the code point is known. */
function readTable(codePoint: number): void {
  while (known <= codePoint) {
    const range = RANGE.exec(LINE_BREAK_TABLE)
    if (!range) throw new RangeError(`U+${codePoint.toString(16)} is no code point`)
    const [, length, name, star] = range
    let index = names.indexOf(name as LineBreakClass)
    if (index < 0) index = names.push(name as LineBreakClass) - 1
    const end = known + (length === '' ? 1 : parseInt(length!, 36))
    values.fill(star === '*' ? index | EAST_ASIAN : index, known, end)
    known = end
  }
}
