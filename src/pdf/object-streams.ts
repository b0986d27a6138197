import { deflateSync } from 'node:zlib'

// Knows the inside of pdfkit's writer (with pdfkit.ts the only file that does): each indirect object ends in
// `finalize`, which writes it and calls `_refEnd`; after the last one `_finalize` writes the cross-reference table.

/** What pdfkit's document keeps while it writes. */
export interface Writer {
  _offsets: (number | null)[]
  _offset: number
  readonly _root: { readonly id: number }
  readonly _info: { readonly id: number }
  readonly _id: Uint8Array
  ref(data: Record<string, unknown>): WrittenRef
  _write(data: string | Uint8Array): void
  _finalize(): void
  push(end: null): void
}
interface WrittenRef {
  readonly id: number
  readonly buffer: { readonly length: number }
  finalize(): void
}

/**
 * Makes a pdfkit document put its plain objects into object streams and its table into a cross-reference stream
 * (ISO 32000-1 §7.5.7, §7.5.8). A tagged leaflet has hundreds of small dictionaries: uncompressed they are half of its
 * bytes.
 */
export function useObjectStreams(doc: Writer): void {
  const pool = new Map<number, string>()
  const makeRef = doc.ref.bind(doc)
  doc.ref = (data) => {
    const ref = makeRef(data)
    const finalize = ref.finalize.bind(ref)
    ref.finalize = () => {
      // Streams can't stand inside a stream.
      if (ref.buffer.length > 0) finalize()
      else pool.set(ref.id, bodyOf(doc, finalize))
    }
    return ref
  }
  doc._finalize = () => {
    finish(doc, pool)
  }
}

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

function finish(doc: Writer, pool: ReadonlyMap<number, string>): void {
  const streamId = doc._offsets.length + 1
  const tableId = streamId + 1
  const index = new Map([...pool.keys()].map((id, i) => [id, i]))
  const streamAt = doc._offset
  writeStream(doc, streamId, objectStream(pool))
  const tableAt = doc._offset

  // Three fields an entry: type, offset or number of the stream, generation or index within the stream.
  const table = new DataView(new ArrayBuffer((tableId + 1) * 7))
  const entry = (id: number, type: number, [second, third]: readonly [number, number]): void => {
    table.setUint8(id * 7, type)
    table.setUint32(id * 7 + 1, second)
    table.setUint16(id * 7 + 5, third)
  }
  entry(0, 0, [0, 65535])
  doc._offsets.forEach((offset, i) => {
    const pooled = index.get(i + 1)
    if (pooled === undefined) entry(i + 1, 1, [offset ?? 0, 0])
    else entry(i + 1, 2, [streamId, pooled])
  })
  entry(streamId, 1, [streamAt, 0])
  entry(tableId, 1, [tableAt, 0])
  const fileId = `<${Buffer.from(doc._id).toString('hex')}>`
  writeStream(doc, tableId, {
    dictionary: `/Type /XRef /Size ${tableId + 1} /W [1 4 2] /Root ${doc._root.id} 0 R /Info ${doc._info.id} 0 R /ID [${fileId} ${fileId}]`,
    bytes: new Uint8Array(table.buffer),
  })
  doc._write(`startxref\n${tableAt}\n%%EOF`)
  doc.push(null)
}

interface Stream {
  readonly dictionary: string
  readonly bytes: Uint8Array
}

function objectStream(pool: ReadonlyMap<number, string>): Stream {
  const numbers: string[] = []
  let at = 0
  for (const [id, body] of pool) {
    numbers.push(`${id} ${at}`)
    at += body.length + 1
  }
  const head = `${numbers.join(' ')}\n`
  // Latin-1: pdfkit has one character a byte, strings in UTF-16 included.
  const bytes = Buffer.from(head + [...pool.values()].join('\n'), 'latin1')
  return { dictionary: `/Type /ObjStm /N ${pool.size} /First ${head.length}`, bytes }
}

function writeStream(doc: Writer, id: number, { dictionary, bytes }: Stream): void {
  const packed = deflateSync(bytes, { level: 9 })
  doc._write(`${id} 0 obj\n<< ${dictionary} /Length ${packed.byteLength} /Filter /FlateDecode >>\nstream`)
  doc._write(packed)
  doc._write('\nendstream\nendobj')
}
