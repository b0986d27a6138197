import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { openZip } from '../../src/exchange/zip.js'
import { pairOf } from '../locale/shop.js'
import { bring, decode, encode, parcelOf, placed, readBack, sent } from './shop.js'
import { changeSheet, partsOf, textCell, withCell, workbookOf } from './workbook.js'

const PAIR = pairOf({ say: 'We visit' }, { say: 'Geliyoruz' })
const said = (file: string | Uint8Array): string[] => {
  const { changes, findings } = bring(PAIR, file)
  expect(changes).toEqual([])
  return findings.map((f) => `${f.code}: ${f.title}`)
}
const XLIFF = decode(sent('xliff', PAIR)).replace('Geliyoruz', 'Geliriz')
const withDoctype = (doctype: string, text = 'Geliriz'): string =>
  XLIFF.replace('?>\n', `?>\n${doctype}\n`).replace('Geliriz', text)

describe('XML', () => {
  test.each([
    ['a file of this machine (XXE)', withDoctype('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>', '&e;')],
    [
      'entities in entities (billion laughs)',
      withDoctype(
        `<!DOCTYPE x [<!ENTITY a "ha">${Array.from('bcdefghij', (c, i) => `<!ENTITY ${c} "${`&${'abcdefghij'[i]};`.repeat(10)}">`).join('')}]>`,
        '&j;',
      ),
    ],
    ['a document type from elsewhere', withDoctype('<!DOCTYPE xliff SYSTEM "http://example.org/x.dtd">')],
  ])('%s', (_, file) => {
    expect(said(file)).toEqual([
      'exchange-broken: This file cannot be read: it has a <!DOCTYPE>, which could declare entities',
    ])
  })
  test('an entity out of nowhere', () => {
    expect(said(XLIFF.replace('Geliriz', '&e;'))).toEqual([
      'exchange-broken: This file cannot be read: it uses an entity that is not declared, &e;',
    ])
  })
  test('elements in elements without end', () => {
    expect(said(`<xliff>${'<a>'.repeat(100_000)}`)[0]).toContain('nested deeper than 200')
  })
  test.each([
    ['cut off', XLIFF.slice(0, -30)],
    ['a tag lost', XLIFF.replace('</source>', '')],
    ['an attribute twice', XLIFF.replace('srcLang="en"', 'srcLang="en" srcLang="tr"')],
    ['a prefix that stands for nothing', XLIFF.replace('<segment', '<q:segment')],
    ['empty', ''],
    ['another kind of XML', '<html/>'],
    ['XLIFF of the future', XLIFF.replace('version="2.1"', 'version="3.0"')],
    ['no format at all', 'Geliriz'],
  ])('%s', (_, file) => {
    expect(said(file).map((s) => s.split(':')[0])).toEqual(['exchange-broken'])
  })
})

describe('bytes', () => {
  const utf16 = (text: string, mark = ''): Uint8Array => Buffer.from(mark + text, 'utf16le')
  test.each([
    ['UTF-16 with its mark', utf16(XLIFF, '\uFEFF'), 'it is in UTF-16'],
    ['UTF-16 without', utf16(XLIFF), 'it is in UTF-16'],
    ['PO in UTF-16', utf16(decode(sent('po', PAIR)), '\uFEFF'), 'it is in UTF-16'],
    ['UTF-8 with a byte order mark', encode(`\uFEFF${XLIFF}`), 'it starts with a byte order mark'],
    ['PO with a byte order mark', encode(`\uFEFF${decode(sent('po', PAIR))}`), 'it starts with a byte order mark'],
    ['Latin-1', Buffer.from(XLIFF.replace('Geliriz', 'Gelirüz'), 'latin1'), 'a byte stands here that is none of UTF-8'],
    ['says Latin-1', encode(XLIFF.replace('UTF-8', 'ISO-8859-1')), 'it says that it is in ISO-8859-1, and is not'],
    [
      'PO that says Latin-1',
      encode(decode(sent('po', PAIR)).replace('charset=utf-8', 'charset=ISO-8859-1')),
      'it says that it is in ISO-8859-1, and is not',
    ],
  ])('%s', (_, file, found) => {
    expect(said(file)).toEqual([`exchange-encoding: This file is not in plain UTF-8: ${found}`])
  })
  test('the byte that is wrong is where the finding points', () => {
    const at = XLIFF.indexOf('Geliriz')
    const bytes = Buffer.from(XLIFF)
    bytes[at + 2] = 0xe9
    const line = XLIFF.slice(0, at).split('\n').length
    expect(placed(bring(PAIR, bytes).findings)).toEqual([
      `exchange-encoding ${line}:${at + 2 - XLIFF.lastIndexOf('\n', at)}`,
    ])
  })
  test('200 MB are refused before they are read', () => {
    expect(parcelOf(200_000_000).map((f) => f.code)).toEqual(['exchange-large'])
    expect(parcelOf(1).map((f) => f.code)).toEqual([])
  })
})

describe('PO', () => {
  const po = decode(sent('po', PAIR))
  test.each([
    ['an entry twice', `${po}\nmsgctxt "visit:say"\nmsgid "We visit"\nmsgstr "Geliriz"\n`, 'exchange-unit-twice'],
    [
      'an entry twice, of another English',
      `${po}\nmsgctxt "visit:say"\nmsgid "We come"\nmsgstr "Geliriz"\n`,
      'exchange-unit-twice',
    ],
    ['a quotation mark lost', po.replace('"Geliyoruz"', '"Geliyoruz'), 'exchange-broken'],
    ['cut off', po.slice(0, po.indexOf('msgstr "Gel')), 'exchange-broken'],
    ['a word nobody knows', `${po}\nmsgfoo "x"\n`, 'exchange-broken'],
    [
      'plural forms of gettext',
      `${po}\nmsgctxt "a:b"\nmsgid "c"\nmsgid_plural "d"\nmsgstr[0] ""\nmsgstr[1] ""\n`,
      'exchange-broken',
    ],
    ['an entry without a key', `${po}\nmsgid "We visit"\nmsgstr "Geliriz"\n`, 'exchange-unit-unknown'],
  ])('%s', (_, file, code) => {
    expect(said(file).map((s) => s.split(':')[0])).toEqual([code])
  })
})

describe('PO that was cut between two entries', () => {
  const pair = pairOf({ say: 'We visit', tell: 'We tell', ask: 'We ask' }, { say: 'Geliyoruz' })
  const po = decode(sent('po', pair)).replace('Geliyoruz', 'Geliriz')
  const [head = '', first = '', second = ''] = po.split(/\n\n/)
  const come = (file: string) => {
    const { changes, findings } = bring(pair, file)
    return [changes.map((c) => c.after), findings.map((f) => `${f.code} ${f.place.line}: ${f.title}`)]
  }
  test('brings nothing home, and says how many entries it lacks', () => {
    const said = (n: number) => [
      `exchange-cut 11: This file was exported with 3 entries and has ${n}: it was cut on its way, or some were deleted`,
    ]
    expect(come([head, first, second].join('\n\n'))[1]).toEqual(said(2))
    expect(come(head)[1]).toEqual(said(0))
  })
  test('is whole when it has all entries, and when it says of none how many went out', () => {
    expect(come(po)).toEqual([['Geliriz'], []])
    const plain = head.replace(/^"X-Doorstep-Entries.*\n?/m, '')
    expect(come([plain, first].join('\n\n'))).toEqual([['Geliriz'], []])
  })
  test('comes home after all when somebody says how many are meant', () => {
    expect(come([head.replace('Entries: 3', 'Entries: 1'), first].join('\n\n'))).toEqual([['Geliriz'], []])
  })
})

describe('workbooks', () => {
  const book = sent('xlsx', PAIR)
  test.each([
    ['a formula', '<c r="E2"><f>HYPERLINK("http://example.org")</f><v>x</v></c>', 'a formula'],
    ['a formula that gives text', '<c r="E2" t="str"><f>A1&amp;B1</f><v>Geliriz</v></c>', 'a formula'],
    ['a number', '<c r="E2"><v>44000</v></c>', 'a number or a date, 44000'],
    ['an error', '<c r="E2" t="e"><v>#NAME?</v></c>', 'an error, #NAME?'],
  ])('%s in a cell, by the name of the cell', (_, cell, found) => {
    const { findings } = bring(PAIR, withCell(book, 'E2', cell), { format: 'xlsx' })
    expect(placed(findings)).toEqual(['exchange-cell Texts!E2'])
    expect(findings[0]?.title).toBe(`The cell E2 holds ${found}, where only text may stand`)
  })
  test('a text that looks like a formula is a text', () => {
    const { changes, findings } = bring(PAIR, withCell(book, 'E2', textCell('E2', '=Geliriz')), { format: 'xlsx' })
    expect([changes.map((c) => c.after), findings]).toEqual([['=Geliriz'], []])
  })
  test('a row twice, a key changed, English changed', () => {
    const row =
      (n: number): ((xml: string) => string) =>
      (xml) =>
        xml.replace('</sheetData>', `${/<row r="2".*?<\/row>/s.exec(xml)![0].replaceAll('2"', `${n}"`)}</sheetData>`)
    expect(placed(bring(PAIR, changeSheet(book, row(3))).findings)).toEqual(['exchange-unit-twice Texts!A3'])
    expect(placed(bring(PAIR, withCell(book, 'A2', textCell('A2', 'visit:sya'))).findings)).toEqual([
      'exchange-unit-unknown Texts!A2',
    ])
    expect(placed(bring(PAIR, withCell(book, 'C2', textCell('C2', 'We come'))).findings)).toEqual([
      'exchange-source-changed Texts!C2',
    ])
    expect(placed(bring(PAIR, withCell(book, 'F2', textCell('F2', 'yes'))).findings)).toEqual([
      'exchange-cell Texts!F2',
    ])
  })
  test('shared strings, runs of several looks, moved columns', () => {
    const parts = partsOf(book)
    const shared =
      '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><r><rPr><b/></rPr><t>Geli</t></r><r><t>riz_x000D_</t></r><rPh><t>no</t></rPh></si></sst>'
    const sheet = 'xl/worksheets/sheet2.xml'
    const moved = workbookOf({ ...parts, 'xl/sharedStrings.xml': shared, [sheet]: parts[sheet]!.replace(/<c r="E2".*?<\/c>/s, '<c r="E2" t="s"><v>0</v></c>').replace(/r="([AE])(\d)"/g, (_, c, n) => `r="${c === 'A' ? 'E' : 'A'}${n}"`) }) // prettier-ignore
    const { changes, findings } = bring(PAIR, moved)
    expect(changes.map((c) => c.after)).toEqual(['Geliriz\r'])
    expect(findings.map((f) => f.code)).toEqual(['space-odd'])
  })
  test.each([
    ['no workbook in the archive', zipSync({ a: encode('b') }), 'exchange-broken'],
    [
      'another sheet',
      workbookOf({ ...partsOf(book), 'xl/workbook.xml': partsOf(book)['xl/workbook.xml']!.replace('Texts', 'Sheet1') }),
      'exchange-broken',
    ],
    ['cut off', book.slice(0, 2000), 'exchange-broken'],
    ['an old or locked one', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'exchange-broken'],
    [
      'entities in its XML',
      changeSheet(book, (xml) => xml.replace('?>', '?><!DOCTYPE x [<!ENTITY e "x">]>')),
      'exchange-broken',
    ],
    ['a bomb: zeros that shrink to nothing', zipSync({ 'xl/workbook.xml': new Uint8Array(30e6) }), 'exchange-large'],
    [
      'many files',
      zipSync(Object.fromEntries(Array.from({ length: 1001 }, (_, i) => [`f${i}`, encode('')]))),
      'exchange-large',
    ],
  ])('%s', (_, file, code) => {
    expect(said(file).map((s) => s.split(':')[0])).toEqual([code])
  })
})

describe('archives', () => {
  /** The archive with a number of its directory changed, as 4 bytes at an offset of the record of its first file. */
  const lying = (zip: Uint8Array, offset: number, value: number): Uint8Array => {
    const copy = zip.slice()
    const view = new DataView(copy.buffer)
    let at = copy.length - 22
    at = view.getUint32(at + 16, true)
    view.setUint32(at + offset, value, true)
    return copy
  }
  const zeros = zipSync({ a: new Uint8Array(900_000) })

  test('that grow further than their directory says stop there', () => {
    const zip = openZip(lying(zeros, 24, 1000))
    expect('problem' in zip ? zip : zip.read('a')).toEqual({ problem: '"a" in it is damaged' })
  })
  test('whose bytes are not those that were packed are damaged', () => {
    const zip = openZip(lying(zeros, 16, 1))
    expect('problem' in zip ? zip : zip.read('a')).toEqual({ problem: '"a" in it is damaged' })
  })
  test.each([
    ['packed size out of the file', lying(zeros, 20, 1e9)],
    ['start out of the file', lying(zeros, 42, 1e9)],
  ])('%s', (_, bytes) => {
    const zip = openZip(bytes)
    expect('problem' in zip ? zip : zip.read('a')).toEqual({ problem: '"a" in it is damaged' })
  })
  test('with more in them than any machine should hold are refused from the directory', () => {
    expect(openZip(lying(zeros, 24, 100e6))).toEqual({
      problem: 'it would grow to more than 64 MB when it is unpacked',
    })
    expect(readBack(PAIR, lying(zeros, 24, 60e6)).findings.map((f) => f.code)).toEqual(['exchange-large'])
  })
  test('with a password are named', () => {
    expect(openZip(lying(zeros, 8, 0x00080001))).toEqual({ problem: 'it has a password: save it without one' })
  })
})
