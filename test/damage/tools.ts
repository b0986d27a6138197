import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFPageLeaf,
  PDFRawStream,
  PDFRef,
  PDFString,
  type PDFObject,
} from '@cantoo/pdf-lib'

/** Opens a PDF, does one damage to its objects, and writes it again. */
export async function edit(pdf: Uint8Array, damage: (file: PDFDocument) => void): Promise<Uint8Array> {
  const file = await PDFDocument.load(pdf, { updateMetadata: false })
  damage(file)
  return file.save({ useObjectStreams: false, addDefaultPage: false, updateFieldAppearances: false })
}

export const name = (text: string): PDFName => PDFName.of(text)

/** The structure elements of one role, in tag order. */
export function tags(file: PDFDocument, role: string): PDFDict[] {
  const out: PDFDict[] = []
  const walk = (dict: PDFDict): void => {
    if (dict.get(name('S')) === name(role)) out.push(dict)
    const kids = dict.lookup(name('K'))
    for (const kid of kids instanceof PDFArray ? kids.asArray() : []) {
      const child = kid instanceof PDFRef ? file.context.lookup(kid) : kid
      if (child instanceof PDFDict && child.has(name('S'))) walk(child)
    }
  }
  walk(file.catalog.lookup(name('StructTreeRoot'), PDFDict))
  return out
}

export function tag(file: PDFDocument, role: string, index = 0): PDFDict {
  const found = tags(file, role)[index]
  if (found === undefined) throw new RangeError(`no ${role} number ${index + 1} to damage`)
  return found
}

export const kids = (dict: PDFDict): PDFArray => dict.lookup(name('K'), PDFArray)

export function setText(dict: PDFDict, key: string, text: string): void {
  dict.set(name(key), PDFString.of(text))
}

export const info = (file: PDFDocument): PDFDict => file.context.lookup(file.context.trailerInfo.Info, PDFDict)

/** The content of a page (1-based) but for its foot, changed as text. Throws if there was nothing to change. */
export function editContent(file: PDFDocument, page: number, change: (content: string) => string): void {
  const leaf = leaves(file)[page - 1]
  if (leaf === undefined) throw new RangeError(`no page ${page}`)
  const key = name('Contents')
  const streams = leaf.lookup(key)
  if (streams instanceof PDFArray) streams.set(0, changed(file, streams.get(0), change))
  else leaf.set(key, changed(file, leaf.get(key), change))
}

/** The first embedded font with two-byte codes; the first that has a letter, if one is given. */
export function fontOf(file: PDFDocument, letter = ''): PDFDict {
  for (const [, object] of file.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || object.get(name('Subtype')) !== name('Type0')) continue
    if (letter === '' || entryOf(letter).test(textOf(object.lookup(name('ToUnicode'))))) return object
  }
  throw new RangeError('no such Type0 font to damage')
}

/** The text of a letter's code in a ToUnicode map; marks for readers may stand before it. */
export const entryOf = (letter: string): RegExp => new RegExp(`(?<=> <)(?:200[ef]|061c)*${utf16(letter)}(?=>)`)

/** A letter as ToUnicode maps write it. */
export const utf16 = (letter: string): string => letter.charCodeAt(0).toString(16).padStart(4, '0')

const textOf = (stream: PDFObject | undefined): string =>
  stream instanceof PDFRawStream ? Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1') : ''

/** A copy of a stream with another text, not compressed. */
export function changed(file: PDFDocument, ref: PDFObject | undefined, change: (text: string) => string): PDFRef {
  const stream = ref instanceof PDFRef ? file.context.lookup(ref) : ref
  if (!(stream instanceof PDFRawStream)) throw new RangeError('no stream to damage')
  const before = Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1')
  const after = change(before)
  if (after === before) throw new RangeError('the damage changed nothing')
  return file.context.register(file.context.stream(Buffer.from(after, 'latin1')))
}

function leaves(file: PDFDocument): PDFPageLeaf[] {
  const out: PDFPageLeaf[] = []
  file.catalog.Pages().traverse((node) => {
    if (node instanceof PDFPageLeaf) out.push(node)
  })
  return out
}

/**
 * Puts the first two neighbours of these roles on a page in the other order. The writer names a font only where it
 * changes, so each is given the one that it is painted in.
 */
export function swapPainted(content: string, first: string, second: string): string {
  let font = ''
  const fonts = new Map<number, string>()
  for (const found of content.matchAll(/\/\S+ [\d.]+ Tf|\bBDC\b/g)) {
    if (found[0] === 'BDC') fonts.set(found.index, font)
    else font = found[0]
  }
  const last = (piece: string): string => /[^]*(\/\S+ [\d.]+ Tf)/.exec(piece)?.[1] ?? ''
  const named = (piece: string, at: number): string => {
    const mark = piece.indexOf('BDC')
    return `${piece.slice(0, mark + 3)}\n${fonts.get(at + mark) ?? ''}${piece.slice(mark + 3)}`
  }
  const pattern = new RegExp(`(/${first} <<[^]*?EMC\\s)(/${second} <<[^]*?EMC\\s)`)
  return content.replace(pattern, (whole, one: string, two: string, at: number) => {
    // What follows is painted in the font that was named last.
    const after = last(content.slice(0, at) + whole)
    return `${named(two, at + one.length)}${named(one, at)}${after}\n`
  })
}
