import { describe, expect, test } from 'vitest'
import { readXmp, said } from '../../src/proof/xmp.js'

const packet = (inside: string, names = ''): string =>
  `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">
  <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
  xmlns:dc="http://purl.org/dc/elements/1.1/" ${names}>${inside}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`
const ua = 'xmlns:q="http://www.aiim.org/pdfua/ns/id/"'
const of = (inside: string, names = '') => readXmp(packet(inside, names)).properties

describe('a property is read however it is written', () => {
  test('as an element', () => {
    expect(said(of('<q:part>1</q:part>', ua), 'pdfuaid:part')).toBe('1')
  })
  test('as an attribute, under any prefix', () => {
    expect(said(of('', `${ua} q:part="1"`), 'pdfuaid:part')).toBe('1')
  })
  test('as a list', () => {
    const xmp = of('<dc:creator><rdf:Seq><rdf:li>A</rdf:li><rdf:li>B</rdf:li></rdf:Seq></dc:creator>')
    expect(xmp.get('dc:creator')).toEqual([{ text: 'A' }, { text: 'B' }])
  })
  test('of several languages the default is said', () => {
    const items = '<rdf:li xml:lang="ar">ا</rdf:li><rdf:li xml:lang="x-default">A</rdf:li>'
    const xmp = of(`<dc:title><rdf:Alt>${items}</rdf:Alt></dc:title>`)
    expect(xmp.get('dc:title')).toHaveLength(2)
    expect(said(xmp, 'dc:title')).toBe('A')
  })
  test('a name in a namespace that it does not belong to is no such property', () => {
    expect(said(of('<q:part>1</q:part>', 'xmlns:q="http://example.org/"'), 'pdfuaid:part')).toBe('')
  })
})

test.each(['', 'no XML', packet('<dc:title>'), packet('&unknown;'), '\u0000'])(
  'what is no XML is a problem: %j',
  (text) => {
    const { problem, properties } = readXmp(text)
    expect(problem).toMatch(/./)
    expect(properties.size).toBe(0)
  },
)
