import {
  decodePDFRawStream,
  PDFArray,
  PDFBool,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFString,
} from '@cantoo/pdf-lib'

// What is looked up in a dictionary of pdf-lib, as plain values; absent and of another type are the same.

export function dict(owner: PDFDict, key: string): PDFDict | undefined {
  const value = owner.lookup(PDFName.of(key))
  return value instanceof PDFDict ? value : undefined
}
/** The dictionaries of an array. */
export function dicts(owner: PDFDict, key: string): PDFDict[] {
  const value = owner.lookup(PDFName.of(key))
  if (!(value instanceof PDFArray)) return []
  return value.asArray().flatMap((_, i) => {
    const item = value.lookup(i)
    return item instanceof PDFDict ? [item] : []
  })
}
export function text(owner: PDFDict, key: string): string | undefined {
  const value = owner.lookup(PDFName.of(key))
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : undefined
}
/** Without its slash; empty if there is none. */
export function name(owner: PDFDict, key: string): string {
  const value = owner.lookup(PDFName.of(key))
  return value instanceof PDFName ? value.decodeText() : ''
}
export function integer(owner: PDFDict, key: string): number | undefined {
  const value = owner.lookup(PDFName.of(key))
  return value instanceof PDFNumber ? value.asNumber() : undefined
}
export const yes = (owner: PDFDict | undefined, key: string): boolean => owner?.lookup(PDFName.of(key)) === PDFBool.True

/** An array as numbers and arrays of numbers; anything else in it is NaN. */
export type Numbers = readonly (number | Numbers)[]
export function numbers(owner: PDFDict, key: string): Numbers | undefined {
  const value = owner.lookup(PDFName.of(key))
  return value instanceof PDFArray ? numbersOf(value) : undefined
}
function numbersOf(array: PDFArray): Numbers {
  return array.asArray().map((_, i) => {
    const item = array.lookup(i)
    if (item instanceof PDFNumber) return item.asNumber()
    return item instanceof PDFArray ? numbersOf(item) : NaN
  })
}

export interface Stream {
  readonly dictionary: PDFDict
  /** Decoded. */
  readonly bytes: Uint8Array
  readonly filtered: boolean
}
export function stream(owner: PDFDict, key: string): Stream | undefined {
  const value = owner.lookup(PDFName.of(key))
  if (!(value instanceof PDFRawStream)) return undefined
  const filtered = value.dict.has(PDFName.of('Filter'))
  return { dictionary: value.dict, bytes: decodePDFRawStream(value).decode(), filtered }
}
