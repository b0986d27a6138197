import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFPageLeaf,
  PDFRawStream,
  PDFString,
  type PDFObject,
} from '@cantoo/pdf-lib'

/** A finished file, opened by a library that has no part in writing it. */
export const open = (pdf: Uint8Array): Promise<PDFDocument> =>
  PDFDocument.load(pdf, { updateMetadata: false, throwOnInvalidObject: true })

/** Follows names from one dictionary to the next; undefined where there is no such entry. */
export function at(start: PDFObject | undefined, ...names: readonly (string | number)[]): PDFObject | undefined {
  return names.reduce<PDFObject | undefined>((object, name) => {
    if (object instanceof PDFArray && typeof name === 'number') return object.lookup(name)
    if (object instanceof PDFRawStream) return object.dict.lookup(PDFName.of(String(name)))
    return object instanceof PDFDict ? object.lookup(PDFName.of(String(name))) : undefined
  }, start)
}
export function valueOf(object: PDFObject | undefined): string | number | undefined {
  if (object instanceof PDFString || object instanceof PDFHexString || object instanceof PDFName) return object.decodeText() // prettier-ignore
  return object instanceof PDFNumber ? object.asNumber() : object?.toString()
}
export const items = (object: PDFObject | undefined): PDFObject[] =>
  object instanceof PDFArray ? object.asArray().map((_, i) => object.lookup(i)!) : []

export const textOf = (stream: PDFObject | undefined): string =>
  stream instanceof PDFRawStream ? Buffer.from(bytesOf(stream)).toString('latin1') : ''
export const bytesOf = (stream: PDFRawStream): Uint8Array => decodePDFRawStream(stream).decode()

export function pagesIn(file: PDFDocument): PDFPageLeaf[] {
  const pages: PDFPageLeaf[] = []
  file.catalog.Pages().traverse((node) => {
    if (node instanceof PDFPageLeaf) pages.push(node)
  })
  return pages
}

/** All objects of the file whose entry has this value, such as Type, Font. */
export function all(file: PDFDocument, entry: string, value: string): PDFObject[] {
  return file.context
    .enumerateIndirectObjects()
    .map(([, object]) => object)
    .filter((object) => at(object, entry) === PDFName.of(value))
}

/** A ToUnicode map: code → text. */
export function unicodeOf(font: PDFObject): Map<string, string> {
  const map = textOf(at(font, 'ToUnicode'))
  const blocks = [...map.matchAll(/beginbfchar\n([\s\S]*?)endbfchar/g)].map((m) => m[1]!)
  return new Map(
    [...blocks.join('').matchAll(/^<([0-9a-f]+)> <([0-9a-f]*)>$/gm)].map((m) => [
      m[1]!,
      String.fromCharCode(...(m[2]!.match(/.{4}/g) ?? []).map((h) => parseInt(h, 16))),
    ]),
  )
}
