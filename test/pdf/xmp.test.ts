import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import type { FileFacts } from '../../src/pdf/pdfkit.js'
import { xmpPacket } from '../../src/pdf/xmp.js'

const facts: FileFacts = {
  title: 'What we know',
  subject: 'sample.whole.standard',
  author: 'Hackney Council',
  keywords: 'sample; en',
  language: 'en',
  direction: 'ltr',
  created: new Date('2026-12-01T00:00:00Z'),
}
const packet = (change: Partial<FileFacts> = {}): string =>
  Buffer.from(xmpPacket({ ...facts, ...change })).toString('utf8')

/** Every element's text by its name, in order. */
function read(xml: string): Map<string, string[]> {
  const out = new Map<string, string[]>()
  const open: { name: string; text: string }[] = []
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (e) => {
    throw e
  })
  parser.on('opentag', (tag) => void open.push({ name: tag.name, text: '' }))
  parser.on('text', (text) => {
    for (const element of open) element.text += text
  })
  parser.on('closetag', () => {
    const { name, text } = open.pop()!
    out.set(name, [...(out.get(name) ?? []), text])
  })
  parser.write(xml).close()
  return out
}

describe('the packet is XMP (ISO 16684-1 §7)', () => {
  test('between its processing instructions, with no attribute that PDF/A forbids', () => {
    expect(packet()).toMatch(/^<\?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"\?>\n[^]*<\?xpacket end="r"\?>$/)
    expect(packet()).not.toMatch(/bytes=|encoding=/)
  })
  test('both standards are claimed (ISO 14289-1 §5, ISO 19005-2 §6.6.4)', () => {
    const found = read(packet())
    expect(found.get('pdfuaid:part')).toEqual(['1'])
    expect(found.get('pdfaid:part')).toEqual(['2'])
    expect(found.get('pdfaid:conformance')).toEqual(['A'])
    expect(found.get('pdfaSchema:namespaceURI')).toEqual(['http://www.aiim.org/pdfua/ns/id/'])
  })
  test('the title is there in its own language, too', () => {
    const xml = packet({ title: 'ما نعرفه', language: 'ar' })
    expect(xml).toContain('<rdf:li xml:lang="ar">ما نعرفه</rdf:li>')
    expect(read(xml).get('dc:title')).toEqual(['ما نعرفهما نعرفه'])
    expect(read(xml).get('dc:language')).toEqual(['ar'])
  })
  test('the dates are those of the order', () => {
    const found = read(packet())
    for (const name of ['xmp:CreateDate', 'xmp:ModifyDate', 'xmp:MetadataDate'])
      expect(found.get(name)).toEqual(['2026-12-01T00:00:00Z'])
  })
  test('signs of XML in a text stay text', () => {
    const author = `A & B <"Council">\r\n&amp;`
    expect(read(packet({ author })).get('dc:creator')).toEqual([author])
  })
  test('what XML cannot hold does not break it', () => {
    expect(read(packet({ author: 'a\u0000b\uD800c\uFFFEd\u{1F600}' })).get('dc:creator')).toEqual(['a\uFFFDb\uFFFDc\uFFFDd\u{1F600}']) // prettier-ignore
  })
})
