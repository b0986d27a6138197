import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream, PDFRef, type PDFObject } from '@cantoo/pdf-lib'
import { sum } from './statistics.js'

export const PARTS = ['fonts', 'content', 'pictures', 'structure', 'rest'] as const
export type Part = (typeof PARTS)[number]
/** Bytes of each part in the file. */
export type ByteParts = Readonly<Record<Part, number>>

/** Bytes around a stream: `12 0 obj`, `stream`, `endstream`, `endobj` and their line ends. */
const FRAME = 35

/**
 * What the bytes of a PDF are spent on. A stream counts with its compressed length and its dictionary. Objects within an object stream are
 * compressed together: each counts with its share of the stream, by its length before compression.
 */
export async function bytePartsOf(pdf: Uint8Array): Promise<ByteParts> {
  const { context } = await PDFDocument.load(pdf, { updateMetadata: false })
  const objects = context.enumerateIndirectObjects()
  const owners = ownersOf(objects)
  const bytes = { fonts: 0, content: 0, pictures: 0, structure: 0, rest: 0 }
  const loose = { fonts: 0, content: 0, pictures: 0, structure: 0, rest: 0 }
  let pooled = 0
  for (const [ref, object] of objects) {
    const part = owners.get(ref) ?? 'rest'
    if (!(object instanceof PDFRawStream)) loose[part] += object.toString().length
    else if (typeOf(object.dict) === 'ObjStm') pooled += object.contents.length
    else bytes[part] += object.contents.length + object.dict.toString().length + FRAME
  }
  const all = sum(Object.values(loose))
  for (const part of PARTS) bytes[part] += all === 0 ? 0 : Math.round((pooled * loose[part]) / all)
  return { ...bytes, rest: bytes.rest + pdf.byteLength - sum(Object.values(bytes)) }
}

function ownersOf(objects: readonly [PDFRef, PDFObject][]): ReadonlyMap<PDFRef, Part> {
  const owners = new Map<PDFRef, Part>()
  for (const [ref, object] of objects) {
    const dict = object instanceof PDFRawStream ? object.dict : object
    if (!(dict instanceof PDFDict)) continue
    const type = typeOf(dict)
    const own = (part: Part, ...refs: readonly PDFRef[]): void => {
      for (const r of refs) owners.set(r, part)
    }
    if (type === 'Font' || type === 'FontDescriptor') own('fonts', ref, ...refsOf(dict))
    else if (type === 'Page') own('content', ...refsOf(dict.get(PDFName.of('Contents'))))
    else if (dict.get(PDFName.of('Subtype')) === PDFName.of('Form')) own('pictures', ref)
    else if (type === 'StructTreeRoot') own('structure', ref, ...refsOf(dict.get(PDFName.of('ParentTree'))))
    else if (type === 'StructElem' || dict.has(PDFName.of('S'))) own('structure', ref)
  }
  return owners
}

function typeOf(dict: PDFDict): string {
  const type = dict.get(PDFName.of('Type'))
  return type instanceof PDFName ? type.decodeText() : ''
}

function refsOf(object: PDFObject | undefined): PDFRef[] {
  if (object instanceof PDFRef) return [object]
  if (object instanceof PDFArray) return object.asArray().flatMap(refsOf)
  return object instanceof PDFDict ? object.values().flatMap(refsOf) : []
}
