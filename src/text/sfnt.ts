/**
 * A font file's bytes, as far as they are asked for: a Chinese font has 10 MB, a leaflet needs a few hundred of its
 * letters. `offset + length` is never beyond `byteLength`; the answer is the caller's to keep, not to change.
 */
export interface FontBytes {
  readonly byteLength: number
  read(offset: number, length: number): Uint8Array
}

/** The tables of an sfnt file (OpenType 1.9, "Organization of an OpenType Font"). */
export interface Sfnt {
  /** Length of a table in bytes; undefined when there is none. */
  lengthOf(tag: string): number | undefined
  /** A table, or a part of it cut off at the table's end; undefined when there is none. */
  table(tag: string, start?: number, length?: number): Uint8Array | undefined
}

/** Reads the list of tables. Throws RangeError, in words for people, when it leads out of the file. */
export function readSfnt(bytes: FontBytes): Sfnt {
  if (bytes.byteLength < 12) throw new RangeError('the file is too short')
  const start = bytes.read(0, 12)
  const kind = tagAt(start, 0)
  const known = CONTAINERS[kind]
  if (known !== undefined) throw new RangeError(known)
  const count = viewOf(start).getUint16(4)
  if (12 + count * 16 > bytes.byteLength) throw new RangeError('its list of tables is cut short')
  const list = bytes.read(12, count * 16)
  const tables = new Map<string, { readonly offset: number; readonly length: number }>()
  for (let at = 0; at < list.byteLength; at += 16) {
    const tag = tagAt(list, at)
    const offset = viewOf(list).getUint32(at + 8)
    const length = viewOf(list).getUint32(at + 12)
    if (offset + length > bytes.byteLength) throw new RangeError(`its ${tag.trim()} table is cut short`)
    tables.set(tag, { offset, length })
  }
  return {
    lengthOf: (tag) => tables.get(tag)?.length,
    table(tag, from = 0, length = Infinity) {
      const table = tables.get(tag)
      if (!table) return undefined
      const first = Math.min(Math.max(0, from), table.length)
      return bytes.read(table.offset + first, Math.max(0, Math.min(length, table.length - first)))
    },
  }
}

/** Files that hold a font in another wrapping. */
const CONTAINERS: Readonly<Record<string, string>> = {
  ttcf: 'it is a collection of fonts (.ttc), not one font',
  wOFF: 'it is packed for the web (.woff)',
  wOF2: 'it is packed for the web (.woff2)',
}

/** A font file of these tables, with right checksums. Tags may come in any order; the file has them sorted. */
export function writeSfnt(given: readonly (readonly [tag: string, table: Uint8Array])[]): Uint8Array {
  const { bytes, tables } = joinTables(given)
  const view = viewOf(bytes)
  const head = tables.find(({ tag }) => tag === 'head')
  if (head) view.setUint32(head.offset + 8, 0) // checkSumAdjustment: set below
  let whole = 0
  for (const { entry, offset, length } of tables) {
    const sum = checksum(bytes.subarray(offset, offset + padded(length)))
    view.setUint32(entry + 4, sum)
    whole += sum
  }
  // What stands before the tables is summed up last: their checksums are part of it.
  if (head) view.setUint32(head.offset + 8, (0xb1b0afba - checksum(bytes.subarray(0, tables[0]!.offset)) - whole) >>> 0)
  return bytes
}

/** The same without checksums, for whoever does not ask for them: HarfBuzz does not. */
export const joinSfnt = (given: readonly (readonly [tag: string, table: Uint8Array])[]): Uint8Array =>
  joinTables(given).bytes

interface JoinedTable {
  readonly tag: string
  /** Where it stands in the list of tables, and in the file, in bytes. */
  readonly entry: number
  readonly offset: number
  readonly length: number
}

function joinTables(given: readonly (readonly [tag: string, table: Uint8Array])[]): {
  readonly bytes: Uint8Array
  readonly tables: readonly JoinedTable[]
} {
  const tables = [...given].sort(([a], [b]) => (a < b ? -1 : 1))
  const size = tables.reduce((sum, [, t]) => sum + padded(t.byteLength), 12 + tables.length * 16)
  const bytes = new Uint8Array(size)
  const view = viewOf(bytes)
  const power = 2 ** Math.floor(Math.log2(tables.length))
  view.setUint32(0, 0x00010000)
  view.setUint16(4, tables.length)
  view.setUint16(6, power * 16)
  view.setUint16(8, Math.log2(power))
  view.setUint16(10, (tables.length - power) * 16)
  let offset = 12 + tables.length * 16
  const joined = tables.map(([tag, table], i): JoinedTable => {
    const entry = 12 + i * 16
    for (let k = 0; k < 4; k++) bytes[entry + k] = tag.charCodeAt(k)
    bytes.set(table, offset)
    view.setUint32(entry + 8, offset)
    view.setUint32(entry + 12, table.byteLength)
    const at = offset
    offset += padded(table.byteLength)
    return { tag, entry, offset: at, length: table.byteLength }
  })
  return { bytes, tables: joined }
}

const padded = (length: number): number => (length + 3) & ~3

function checksum(bytes: Uint8Array): number {
  const view = viewOf(bytes)
  let sum = 0
  for (let i = 0; i + 4 <= bytes.byteLength; i += 4) sum = (sum + view.getUint32(i)) >>> 0
  return sum
}

/** A font that is in memory already. */
export const inMemory = (bytes: Uint8Array): FontBytes => ({
  byteLength: bytes.byteLength,
  read: (offset, length) => bytes.subarray(offset, offset + length),
})

const tagAt = (bytes: Uint8Array, at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4))
export const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
