// Knows the inside of pdfkit's writer (with pdfkit.ts the only file that does): each indirect object ends in
// `finalize`, which writes it and calls `_refEnd`; after the last one `_finalize` writes the cross-reference table.
import { deflate } from './deflate.js'

/** What pdfkit's document keeps while it writes. */
export interface Writer {
  _offsets: (number | null)[]
  _offset: number
  readonly _root: WrittenRef
  readonly _info: { readonly id: number }
  readonly _id: Uint8Array
  ref(data: Record<string, unknown>): WrittenRef
  _write(data: string | Uint8Array): void
  _finalize(): void
}
interface WrittenRef {
  readonly id: number
  readonly data: Readonly<Record<string, unknown>>
  readonly buffer: { readonly length: number }
  finalize(): void
}

/** Objects that go into the file together: an object stream (ISO 32000-1 §7.5.7), ready to be written. */
export interface Sheaf {
  /** Number of the first object; the others follow. */
  readonly first: number
  readonly count: number
  readonly stream: Stream
}
interface Stream {
  readonly dictionary: string
  readonly packed: Uint8Array
}

/** `bodies`: Latin-1, one character a byte. */
export function packSheaf(first: number, bodies: readonly string[]): Sheaf {
  return { first, count: bodies.length, stream: objectStream(bodies.map((body, i) => [first + i, body])) }
}

/** Puts the objects of a sheaf into the file, under the numbers that come next. */
export type AddSheaf = (sheaf: Sheaf) => void

/**
 * Makes a pdfkit document put its plain objects into object streams and its table into a cross-reference stream
 * (ISO 32000-1 §7.5.7, §7.5.8). A tagged leaflet has hundreds of small dictionaries: uncompressed they are half of its
 * bytes.
 */
export function useObjectStreams(doc: Writer): AddSheaf {
  const pool: [number, string][] = []
  const sheaves: Sheaf[] = []
  const pooled = (ref: WrittenRef): WrittenRef => {
    const finalize = ref.finalize.bind(ref)
    ref.finalize = () => {
      // Streams can't stand inside a stream.
      if (ref.buffer.length > 0) finalize()
      else pool.push([ref.id, bodyOf(doc, finalize)])
    }
    return ref
  }
  // The catalogue and what hangs on it are made already.
  for (const early of [doc._root, ...Object.values(doc._root.data)]) if (isRef(early)) pooled(early)
  const makeRef = doc.ref.bind(doc)
  doc.ref = (data) => pooled(makeRef(data))
  doc._finalize = () => {
    finish(doc, pool, sheaves)
  }
  return (sheaf) => {
    if (sheaf.first !== doc._offsets.length + 1) throw new RangeError(`Object ${sheaf.first} is not the next`)
    for (let i = 0; i < sheaf.count; i++) doc._offsets.push(null)
    sheaves.push(sheaf)
  }
}

const isRef = (value: unknown): value is WrittenRef =>
  typeof value === 'object' && value !== null && 'finalize' in value

/** What an object would write, without its `n 0 obj` and `endobj`. */
function bodyOf(doc: Writer, finalize: () => void): string {
  const write = doc._write.bind(doc)
  const lines: string[] = []
  doc._write = (data) => void lines.push(typeof data === 'string' ? data : Buffer.from(data).toString('latin1'))
  try {
    finalize()
  } finally {
    doc._write = write
  }
  return lines.slice(1, -1).join('\n')
}

function finish(doc: Writer, pool: [number, string][], sheaves: readonly Sheaf[]): void {
  const table = doc._offsets.map((offset): Entry => [1, offset ?? 0, 0])
  const streams: (readonly [objects: readonly number[], stream: Stream])[] = [
    ...sheaves.map(({ first, count, stream }) => [Array.from({ length: count }, (_, i) => first + i), stream] as const),
    [pool.map(([id]) => id), objectStream(pool)],
  ]
  for (const [objects, stream] of streams) {
    const id = table.push([1, doc._offset, 0])
    objects.forEach((object, i) => (table[object - 1] = [2, id, i]))
    writeStream(doc, id, stream)
  }
  const at = doc._offset
  const id = table.push([1, at, 0])
  const fileId = `<${Buffer.from(doc._id).toString('hex')}>`
  const ends = `/Size ${id + 1} /Root ${doc._root.id} 0 R /Info ${doc._info.id} 0 R /ID [${fileId} ${fileId}]`
  writeStream(doc, id, { dictionary: `/Type /XRef /W [1 4 2] ${ends}`, packed: deflate(tableBytes(table)) })
  doc._write(`startxref\n${at}\n%%EOF`)
}

/** Type; offset, or number of the object stream; generation, or index within the stream (§7.5.8.3). */
type Entry = readonly [type: 1 | 2, second: number, third: number]

function tableBytes(table: readonly Entry[]): Uint8Array {
  const bytes = new DataView(new ArrayBuffer((table.length + 1) * 7))
  bytes.setUint16(5, 65535)
  table.forEach(([type, second, third], i) => {
    bytes.setUint8((i + 1) * 7, type)
    bytes.setUint32((i + 1) * 7 + 1, second)
    bytes.setUint16((i + 1) * 7 + 5, third)
  })
  return new Uint8Array(bytes.buffer)
}

function objectStream(objects: readonly (readonly [number, string])[]): Stream {
  const numbers: string[] = []
  let at = 0
  for (const [id, body] of objects) {
    numbers.push(`${id} ${at}`)
    at += body.length + 1
  }
  const head = `${numbers.join(' ')}\n`
  // Latin-1: pdfkit has one character a byte, strings in UTF-16 included.
  const bytes = Buffer.from(head + objects.map(([, body]) => body).join('\n'), 'latin1')
  return { dictionary: `/Type /ObjStm /N ${objects.length} /First ${head.length}`, packed: deflate(bytes) }
}

function writeStream(doc: Writer, id: number, { dictionary, packed }: Stream): void {
  doc._write(`${id} 0 obj\n<< ${dictionary} /Length ${packed.byteLength} /Filter /FlateDecode >>\nstream`)
  doc._write(packed)
  doc._write('\nendstream\nendobj')
}
