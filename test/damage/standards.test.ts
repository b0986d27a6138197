import {
  decodePDFRawStream,
  PDFArray,
  PDFBool,
  PDFDict,
  PDFName,
  PDFNumber,
  PDFRawStream,
  type PDFDocument,
} from '@cantoo/pdf-lib'
import { beforeAll, describe, expect, test } from 'vitest'
import { proofread } from '../../src/proof/index.js'
import { goodLeaflet, type Leaflet } from './good-leaflet.js'
import { changed, edit, fontOf, info, kids, name, setText, tag } from './tools.js'

/** Right to left: the font has clusters of several glyphs, and marks of direction. */
let good: Leaflet
beforeAll(async () => {
  good = await goodLeaflet('ar', 'clinical')
})

type Damage = readonly [what: string, damage: (file: PDFDocument) => void]

const claims: readonly Damage[] = [
  ['no XMP metadata', deletes((file) => file.catalog, 'Metadata')],
  ['no identifier of PDF/UA', xmp(/<pdfuaid:part>1<.pdfuaid:part>/, '')],
  ['another part of PDF/UA', xmp('<pdfuaid:part>1', '<pdfuaid:part>2')],
  ['no identifier of PDF/A', xmp(/<pdfaid:part>2<.pdfaid:part>/, '')],
  ['a lower level of PDF/A', xmp('<pdfaid:conformance>A', '<pdfaid:conformance>B')],
  ['an identifier of PDF/UA that nothing explains', xmp(/<pdfaExtension[^]*pdfaExtension:schemas>/, '')],
  ['XMP metadata that are no XML', xmp('</rdf:RDF>', '')],
  ['XMP metadata compressed', compressXmp],
  ['no output intent', deletes((file) => file.catalog, 'OutputIntents')],
  ['a colour profile cut short', profile((p) => p.slice(0, -40))],
  ['a colour profile of grey', profile((p) => p.replace('RGB ', 'GRAY'))],
  ['a form in the catalogue', sets((file) => file.catalog, 'AcroForm', {})],
  ['layers', sets((file) => file.catalog, 'OCProperties', {})],
  ['an embedded file', sets((file) => file.catalog, 'Names', { EmbeddedFiles: { Names: [] } })],
  ['roles mapped to others', sets((file) => file.catalog.lookup(name('StructTreeRoot'), PDFDict), 'RoleMap', {})],
  ['tags under suspicion', sets((file) => file.catalog.lookup(name('MarkInfo'), PDFDict), 'Suspects', PDFBool.True)],
]
const fonts: readonly Damage[] = [
  ['a width other than that of the font', width((w) => w + 1)],
  ['a width other by a tenth of a thousandth', width((w) => w - 0.1)],
  ['a font that is not embedded', deletes(descriptorOf, 'FontFile2')],
  ['a font without a map to its glyphs', deletes(descendantOf, 'CIDToGIDMap')],
  ['a font file cut short', cutFont],
]
const pages: readonly Damage[] = [
  ['a picture that has no place', deletes((file) => tag(file, 'Figure'), 'A')],
  ['a link that is not printed', deletes(annotation, 'F')],
  ['a link that is hidden', sets(annotation, 'F', 6)],
  ['an annotation that is no link', sets(annotation, 'Subtype', 'Text')],
  ['links in no order', (file) => { file.getPages().forEach((page) => page.node.delete(name('Tabs'))); }], // prettier-ignore
]

describe('a file that is not what it claims to be is held', () => {
  test.each([...claims, ...fonts, ...pages])('%s', async (_, damage) => {
    expect(await codesAfter(damage)).toEqual(['proof-standard'])
  })
  test('a level of headings left out', async () => {
    const damage = sets((file) => tag(file, 'H2'), 'S', 'H3')
    expect(await codesAfter(damage)).toEqual(['proof-standard', 'proof-structure'])
  })
  // Readers then see each letter an em further on, and the words of the foot in pieces.
  test('no widths', async () => {
    expect(await codesAfter(deletes(descendantOf, 'W'))).toContain('proof-standard')
  })
  test('codes without text', async () => {
    expect(await codesAfter(deletes(fontOf, 'ToUnicode'))).toContain('proof-standard')
  })
})

describe('XMP and Info say the same', () => {
  const different: readonly Damage[] = [
    ['another title', xmp('x-default">', 'x-default">Another ')],
    ['another language', xmp('<dc:language><rdf:Bag><rdf:li>', '$&x-')],
    ['another author', xmp('Hackney Council', 'Hackney')],
    ['another day', xmp('<xmp:CreateDate>2026', '<xmp:CreateDate>2027')],
    [
      'another subject in Info',
      (file) => {
        setText(info(file), 'Subject', 'Another')
      },
    ],
  ]
  test.each(different)('%s', async (_, damage) => {
    expect(await codesAfter(damage)).toEqual(['proof-metadata'])
  })
})

async function codesAfter(damage: (file: PDFDocument) => void): Promise<string[]> {
  const findings = await proofread(await edit(good.pdf, damage), good.document, good.fileName)
  return [...new Set(findings.map((f) => f.code))].sort()
}

function deletes(owner: (file: PDFDocument) => PDFDict, key: string): (file: PDFDocument) => void {
  return (file) => {
    if (!owner(file).delete(name(key))) throw new RangeError(`no ${key} to delete`)
  }
}

/** A text is set as a name. */
function sets(owner: (file: PDFDocument) => PDFDict, key: string, value: object | number | string) {
  return (file: PDFDocument): void => {
    owner(file).set(name(key), file.context.obj(value as string))
  }
}

function xmp(from: string | RegExp, to: string): (file: PDFDocument) => void {
  return (file) => {
    const packet = file.catalog.get(name('Metadata'))
    file.catalog.set(
      name('Metadata'),
      changed(file, packet, (text) => text.replace(from, to)),
    )
  }
}

function compressXmp(file: PDFDocument): void {
  const packet = file.catalog.lookup(name('Metadata'))
  if (!(packet instanceof PDFRawStream)) throw new RangeError('no XMP metadata')
  const packed = file.context.flateStream(decodePDFRawStream(packet).decode())
  file.catalog.set(name('Metadata'), file.context.register(packed))
}

function profile(change: (profile: string) => string): (file: PDFDocument) => void {
  return (file) => {
    const intent = file.catalog.lookup(name('OutputIntents'), PDFArray).lookup(0, PDFDict)
    const made = changed(file, intent.get(name('DestOutputProfile')), change)
    const stream = file.context.lookup(made)
    if (stream instanceof PDFRawStream) stream.dict.set(name('N'), file.context.obj(3))
    intent.set(name('DestOutputProfile'), made)
  }
}

/** Changes the first width of the first font. */
function width(change: (width: number) => number): (file: PDFDocument) => void {
  return (file) => {
    const widths = descendantOf(file).lookup(name('W'), PDFArray).lookup(1, PDFArray)
    widths.set(0, file.context.obj(change(widths.lookup(0, PDFNumber).asNumber())))
  }
}

function cutFont(file: PDFDocument): void {
  const descriptor = descriptorOf(file)
  descriptor.set(
    name('FontFile2'),
    changed(file, descriptor.get(name('FontFile2')), (font) => font.slice(0, 200)),
  )
}

function descendantOf(file: PDFDocument): PDFDict {
  return fontOf(file).lookup(name('DescendantFonts'), PDFArray).lookup(0, PDFDict)
}
function descriptorOf(file: PDFDocument): PDFDict {
  return descendantOf(file).lookup(name('FontDescriptor'), PDFDict)
}
function annotation(file: PDFDocument): PDFDict {
  const link = kids(tag(file, 'Link'))
  const reference = link.asArray().map((_, i) => link.lookup(i)).find((kid) => kid instanceof PDFDict) // prettier-ignore
  if (!reference) throw new RangeError('no link to damage')
  return reference.lookup(PDFName.of('Obj'), PDFDict)
}
