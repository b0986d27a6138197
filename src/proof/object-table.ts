import { inflateSync } from 'node:zlib'

/** Where an object stands: on its own at a byte of the file, or as number `index` of an object stream. */
type Entry =
  | { readonly kind: 'own'; readonly offset: number; readonly generation: number }
  | { readonly kind: 'packed'; readonly stream: number; readonly index: number }

/**
 * Follows the file's table of objects (ISO 32000-1 §7.5.4, §7.5.8) from the byte `start` and looks whether each object
 * is where it says. Throws a RangeError that names the first that is not.
 *
 * The readers mend such a file by searching it for objects, and say nothing. pdf.js does worse: looking for the first
 * page it fetches all others ahead (`pageDictCache.put(…, xref.fetchAsync(…))` in Catalog.getPageDict, 5.4.296), and
 * gives up at the first that fails. The promises of the others that fail are then rejected with nobody to hear it,
 * which ends the whole program. They cannot be reached from outside, so that such a file must not reach pdf.js.
 */
export function checkObjectTable(pdf: Uint8Array, start: number): void {
  const file = Buffer.from(pdf).toString('latin1')
  const entries = readTables(file, start)
  const packed = new Map<number, readonly number[]>()
  for (const [id, entry] of entries) {
    if (entry.kind === 'own') {
      const head = match(/\s*(\d+)\s+(\d+)\s+obj\b/y, file, entry.offset)
      if (Number(head?.[1]) !== id || Number(head?.[2]) !== entry.generation) throw misplaced(id)
      continue
    }
    const stream = entries.get(entry.stream)
    if (stream?.kind !== 'own') throw misplaced(id)
    const numbers = packed.get(entry.stream) ?? numbersIn(file, stream.offset)
    packed.set(entry.stream, numbers)
    if (numbers[entry.index] !== id) throw misplaced(id)
  }
}

const misplaced = (id: number): RangeError =>
  new RangeError(`object ${id} is not where the table of objects says: the file was damaged`)
const broken = (): RangeError => new RangeError('the table of objects is not where the file says')

/** All tables, the newest first: a file that was added to has one for each time. */
function readTables(file: string, start: number): Map<number, Entry> {
  const entries = new Map<number, Entry | 'free'>()
  const seen = new Set<number>()
  const next = [start]
  for (let at = next.shift(); at !== undefined; at = next.shift()) {
    if (seen.has(at)) continue
    seen.add(at)
    const { rows, dictionary } = match(/\s*xref\b/y, file, at) ? tableAt(file, at) : streamTableAt(file, at)
    for (const [id, entry] of rows) if (!entries.has(id)) entries.set(id, entry)
    for (const name of ['XRefStm', 'Prev']) next.push(...numbersOf(dictionary, name).slice(0, 1))
  }
  return new Map([...entries].filter((row): row is [number, Entry] => row[1] !== 'free'))
}

interface Table {
  readonly rows: readonly (readonly [id: number, entry: Entry | 'free'])[]
  readonly dictionary: string
}

/** `xref`, sections such as `0 27` with a line of 20 bytes for each object, `trailer` and a dictionary. */
function tableAt(file: string, start: number): Table {
  const rows: [number, Entry | 'free'][] = []
  let at = file.indexOf('xref', start) + 'xref'.length
  for (;;) {
    const section = match(/\s*(\d+)\s+(\d+)(?=\s)/y, file, at)
    if (!section) break
    at += section[0].length
    for (let i = 0; i < Number(section[2]); i++) {
      const row = match(/\s*(\d{10}) (\d{5}) ([nf])/y, file, at)
      if (!row) throw broken()
      at += row[0].length
      const own = { kind: 'own', offset: Number(row[1]), generation: Number(row[2]) } as const
      rows.push([Number(section[1]) + i, row[3] === 'n' ? own : 'free'])
    }
  }
  if (!match(/\s*trailer\b/y, file, at)) throw broken()
  return { rows, dictionary: file.slice(at, file.indexOf('startxref', at)) }
}

/** A stream whose rows have three fields each: kind, and two numbers that mean different things by kind. */
function streamTableAt(file: string, start: number): Table {
  const { dictionary, bytes } = streamAt(file, start)
  const widths = numbersOf(dictionary, 'W')
  const width = widths.reduce((sum, w) => sum + w, 0)
  const [size = 0] = numbersOf(dictionary, 'Size')
  if (widths.length !== 3 || width === 0) throw broken()
  const data = unpredicted(bytes, dictionary, width)
  const sections = numbersOf(dictionary, 'Index')
  const ids = pairsOf(sections.length > 0 ? sections : [0, size]).flatMap(([first, count]) =>
    Array.from({ length: count }, (_, i) => first + i),
  )
  if (ids.length * width > data.length) throw broken()
  const rows = ids.map((id, i): [number, Entry | 'free'] => {
    let at = i * width
    const [kind, second, third] = widths.map((w) => data.subarray(at, (at += w)).reduce((n, byte) => n * 256 + byte, 0))
    // A table without kinds has objects of the first kind only.
    if (widths[0] === 0 || kind === 1) return [id, { kind: 'own', offset: second!, generation: third! }]
    return [id, kind === 2 ? { kind: 'packed', stream: second!, index: third! } : 'free']
  })
  return { rows, dictionary }
}

/** The numbers of the objects in an object stream: its text starts with pairs of number and place (§7.5.7). */
function numbersIn(file: string, start: number): number[] {
  const { dictionary, bytes } = streamAt(file, start)
  const [count = 0] = numbersOf(dictionary, 'N')
  const [first = 0] = numbersOf(dictionary, 'First')
  const head = Buffer.from(bytes.subarray(0, first)).toString('latin1').trim().split(/\s+/).map(Number)
  return pairsOf(head.slice(0, 2 * count)).map(([id]) => id)
}

function streamAt(file: string, start: number): { readonly dictionary: string; readonly bytes: Uint8Array } {
  const head = match(/\s*\d+\s+\d+\s+obj\b/y, file, start)
  const mark = /\bstream\r?\n/g
  mark.lastIndex = start
  const found = head && mark.exec(file)
  if (!found) throw broken()
  const dictionary = file.slice(start + head[0].length, found.index)
  const packed = Buffer.from(file.slice(mark.lastIndex), 'latin1')
  if (!dictionary.includes('/FlateDecode')) return { dictionary, bytes: packed }
  try {
    // What follows the compressed bytes is left alone; a wrong checksum throws, as no reader does.
    return { dictionary, bytes: inflateSync(packed) }
  } catch {
    throw new RangeError('a compressed part of the file cannot be unpacked: it was damaged')
  }
}

/** Undoes PNG's filter "up", which other programs put before the compression of tables (§7.4.4.4). */
function unpredicted(bytes: Uint8Array, dictionary: string, width: number): Uint8Array {
  if ((numbersOf(dictionary, 'Predictor')[0] ?? 1) < 10) return bytes
  const out = new Uint8Array(Math.floor(bytes.length / (width + 1)) * width)
  for (let i = 0; i < out.length; i++) {
    const row = Math.floor(i / width)
    const up = bytes[row * (width + 1)] === 2 ? (out[i - width] ?? 0) : 0
    out[i] = bytes[row * (width + 1) + 1 + (i % width)]! + up
  }
  return out
}

/** The numbers that stand after a name in a dictionary: `/Size 27`, `/W [1 4 2]`. */
function numbersOf(dictionary: string, name: string): number[] {
  const found = new RegExp(`/${name}\\s*(?:\\[([\\d\\s]*)\\]|(\\d+))`).exec(dictionary)
  return (found?.[1] ?? found?.[2] ?? '').trim().split(/\s+/).filter((n) => n !== '').map(Number) // prettier-ignore
}

const pairsOf = (numbers: readonly number[]): [number, number][] =>
  Array.from({ length: Math.floor(numbers.length / 2) }, (_, i) => [numbers[2 * i]!, numbers[2 * i + 1]!])

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}
