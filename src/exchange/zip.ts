import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib'

/** A file in an archive. */
export interface ZipPart {
  readonly name: string
  readonly bytes: Uint8Array
}

/** An archive of parts, the same bytes from the same parts: its files are of no day. */
export function writeZip(parts: readonly ZipPart[]): Uint8Array {
  const local: Uint8Array[] = []
  const central: Uint8Array[] = []
  let offset = 0
  for (const { name, bytes } of parts) {
    const [id, packed] = [new TextEncoder().encode(name), deflateRawSync(bytes)]
    // Version 2.0, no flags, deflated, 1 January 1980.
    const common = [...two(20), ...two(0), ...two(8), ...two(0), ...two(33), ...four(crc32(bytes)), ...four(packed.length), ...four(bytes.length), ...two(id.length), ...two(0)] // prettier-ignore
    local.push(Uint8Array.from([...four(LOCAL), ...common]), id, packed)
    central.push(Uint8Array.from([...four(CENTRAL), ...two(20), ...common, ...two(0), ...two(0), ...two(0), ...four(0), ...four(offset)]), id) // prettier-ignore
    offset += 30 + id.length + packed.length
  }
  const size = central.reduce((n, part) => n + part.length, 0)
  const n = parts.length
  const end = Uint8Array.from([...four(END), ...two(0), ...two(0), ...two(n), ...two(n), ...four(size), ...four(offset), ...two(0)]) // prettier-ignore
  return joined([...local, ...central, end])
}

/** An archive that is open: its parts are inflated one by one, each no further than its directory says. */
export interface Zip {
  readonly names: readonly string[]
  read(name: string): Uint8Array | { readonly problem: string } | undefined
}

/** No workbook has more files, or larger ones; and none of them shrinks to so little. */
export const ZIP_LIMITS = { parts: 1000, inflated: 64e6, ratio: 200 } as const

/**
 * Opens an archive. All that would make it large when it is unpacked is refused from its directory, before anything is:
 * what the directory says is held against what comes out, which stops there (zlib's maxOutputLength).
 */
export function openZip(bytes: Uint8Array): Zip | { readonly problem: string } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOf(view)
  if (end === undefined) return { problem: 'it is no whole archive: its directory is missing' }
  const [count, at] = [view.getUint16(end + 10, true), view.getUint32(end + 16, true)]
  if (count > ZIP_LIMITS.parts) return { problem: `it holds ${count} files` }
  const entries = new Map<string, Entry>()
  let next = at
  let inflated = 0
  for (let i = 0; i < count; i++) {
    const entry = entryAt(view, next)
    if (!entry) return { problem: 'its directory is damaged' }
    if (entry.encrypted) return { problem: 'it has a password: save it without one' }
    if (entries.has(entry.name)) return { problem: `it holds "${entry.name}" twice` }
    inflated += entry.size
    if (inflated > ZIP_LIMITS.inflated) return { problem: 'it would grow to more than 64 MB when it is unpacked' }
    if (entry.size > 1e6 && entry.size > entry.packed * ZIP_LIMITS.ratio)
      return { problem: `"${entry.name}" would grow more than ${ZIP_LIMITS.ratio} times when it is unpacked` }
    entries.set(entry.name, entry)
    next = entry.next
  }
  return {
    names: [...entries.keys()],
    read(name) {
      const entry = entries.get(name)
      return entry && inflate(bytes, view, entry)
    },
  }
}

const [LOCAL, CENTRAL, END] = [0x04034b50, 0x02014b50, 0x06054b50]
const two = (n: number): number[] => [n & 255, (n >> 8) & 255]
const four = (n: number): number[] => [...two(n), ...two(n >>> 16)]

interface Entry {
  readonly name: string
  readonly encrypted: boolean
  readonly method: number
  readonly crc: number
  readonly packed: number
  readonly size: number
  readonly at: number
  readonly next: number
}

/** The end record; a comment of up to 65,535 bytes may follow it. */
function endOf(view: DataView): number | undefined {
  for (let at = view.byteLength - 22; at >= 0 && at >= view.byteLength - 22 - 0xffff; at--)
    if (view.getUint32(at, true) === END) return at
  return undefined
}

function entryAt(view: DataView, at: number): Entry | undefined {
  if (at + 46 > view.byteLength || view.getUint32(at, true) !== CENTRAL) return undefined
  const [short, long] = [(o: number) => view.getUint16(at + o, true), (o: number) => view.getUint32(at + o, true)]
  const next = at + 46 + short(28) + short(30) + short(32)
  if (next > view.byteLength) return undefined
  const name = new TextDecoder().decode(new Uint8Array(view.buffer, view.byteOffset + at + 46, short(28)))
  return { name, encrypted: (short(8) & 1) === 1, method: short(10), crc: long(16), packed: long(20), size: long(24), at: long(42), next } // prettier-ignore
}

function inflate(bytes: Uint8Array, view: DataView, entry: Entry): Uint8Array | { readonly problem: string } {
  const damaged = { problem: `"${entry.name}" in it is damaged` }
  const { at, packed, size, method, crc } = entry
  if (at + 30 > bytes.length || view.getUint32(at, true) !== LOCAL) return damaged
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
  if (start + packed > bytes.length) return damaged
  const part = bytes.subarray(start, start + packed)
  try {
    const whole =
      method === 0 ? part : method === 8 ? inflateRawSync(part, { maxOutputLength: Math.max(1, size) }) : undefined
    return whole?.length === size && crc32(whole) === crc ? whole : damaged
  } catch {
    // zlib says more than is known to anybody who could mend it.
    return damaged
  }
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((n, part) => n + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
