import { openSync, ftruncateSync, closeSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  readHome,
  takeHome,
  writeExchange,
  type Bringer,
  type Format,
  type HomeFile,
  type OutUnit,
  type TakenHome,
} from '../../src/exchange/index.js'
import { readParcel } from '../../src/build/read-parcel.js'
import { formerSource, keysNeeded, sourceOf, stateOf, type Pair } from '../../src/locale/index.js'
import { fileStart, isError, type Finding } from '../../src/report/index.js'

/** What goes to the translator of a pair: all texts, or those of some keys. */
export function unitsOf(pair: Pair, keys?: readonly string[], changes: Partial<OutUnit> = {}): OutUnit[] {
  const needed = keysNeeded(pair.source, pair.target.locale.tag)
  return (keys ?? needed).map((key) => {
    const translation = pair.target.messages.get(key)?.text
    const former = formerSource(pair, key)
    return {
      key,
      english: sourceOf(pair.source, key)?.text ?? '',
      state: stateOf(pair, key),
      where: [],
      terms: [],
      note: '',
      ...(translation === undefined ? {} : { translation }),
      ...(former === undefined ? {} : { former }),
      ...changes,
    }
  })
}

export function sent(format: Format, pair: Pair, units: readonly OutUnit[] = unitsOf(pair)): Uint8Array {
  const out = { source: pair.source.locale.tag, target: pair.target.locale, units }
  const { bytes, findings } = writeExchange(format, out, () => undefined)
  if (!bytes) throw new Error(findings.map((f) => f.title).join('\n'))
  return bytes
}

export const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
export const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

const FILES: Readonly<Record<Format, string>> = { xliff: 'tr.xlf', po: 'tr.po', xlsx: 'tr.xlsx' }

export function readBack(
  pair: Pair,
  bytes: Uint8Array,
  format: Format = 'xliff',
): { home?: HomeFile; findings: readonly Finding[] } {
  const english = (key: string): string | undefined => sourceOf(pair.source, key)?.text
  return readHome({ file: FILES[format], bytes, english })
}

/** Home: what a file changes, with all findings. */
export function bring(pair: Pair, bytes: Uint8Array | string, bringer: Bringer & { format?: Format } = {}): TakenHome {
  const { home, findings } = readBack(pair, typeof bytes === 'string' ? encode(bytes) : bytes, bringer.format)
  if (!home || findings.some(isError)) return { changes: [], said: new Map(), untranslated: 0, findings }
  const taken = takeHome(pair, home, bringer)
  return { ...taken, findings: [...findings, ...taken.findings] }
}

/** The codes of findings, each with its place. */
export const placed = (findings: readonly Finding[]): string[] =>
  findings.map(({ code, place }) => `${code} ${place.cell ?? `${place.line}:${place.column}`}`)

/** What is said of a file of so many bytes; the disk holds none of them. */
export function parcelOf(size: number): readonly Finding[] {
  const folder = mkdtempSync(join(tmpdir(), 'doorstep-'))
  const file = join(folder, 'tr.xlf')
  try {
    const open = openSync(file, 'w')
    ftruncateSync(open, size)
    closeSync(open)
    return readParcel(file, fileStart('command line')).findings.map((f) => ({
      ...f,
      place: { ...f.place, file: 'tr.xlf' },
    }))
  } finally {
    rmSync(folder, { recursive: true })
  }
}
