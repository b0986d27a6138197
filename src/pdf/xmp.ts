import type { FileFacts } from './pdfkit.js'

/** Who wrote the file and who made its text: Info and XMP say the same of both. */
export const PRODUCER = 'Doorstep'

/**
 * The XMP packet (ISO 16684-1) of a file that is PDF/UA-1 and PDF/A-2a at once: both identifiers (ISO 14289-1 §5,
 * ISO 19005-2 §6.6.4), and all that Info says. UTF-8, to be stored without compression: programs that know no PDF look
 * for it, too. Without padding: nobody changes a leaflet in place.
 */
export function xmpPacket(facts: FileFacts): Uint8Array {
  const day = `${facts.created.toISOString().slice(0, 19)}Z`
  const title = text(facts.title)
  const said =
    `<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${title}</rdf:li>` +
    `<rdf:li xml:lang="${text(facts.language)}">${title}</rdf:li></rdf:Alt></dc:title>` +
    `<dc:creator><rdf:Seq><rdf:li>${text(facts.author)}</rdf:li></rdf:Seq></dc:creator>` +
    `<dc:description><rdf:Alt><rdf:li xml:lang="x-default">${text(facts.subject)}</rdf:li></rdf:Alt></dc:description>` +
    `<dc:language><rdf:Bag><rdf:li>${text(facts.language)}</rdf:li></rdf:Bag></dc:language>` +
    `<pdf:Keywords>${text(facts.keywords)}</pdf:Keywords>` +
    `<xmp:CreateDate>${day}</xmp:CreateDate><xmp:ModifyDate>${day}</xmp:ModifyDate>` +
    `<xmp:MetadataDate>${day}</xmp:MetadataDate>`
  return Buffer.from(HEAD + said + TAIL, 'utf8')
}

const PDFA = 'http://www.aiim.org/pdfa/ns/'
const HEAD =
  '<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>\n' +
  '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n' +
  '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"' +
  ` xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="${PDFA}id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">` +
  '<pdfuaid:part>1</pdfuaid:part><pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>' +
  `<dc:format>application/pdf</dc:format><pdf:Producer>${PRODUCER}</pdf:Producer>` +
  `<xmp:CreatorTool>${PRODUCER}</xmp:CreatorTool>\n`

// PDF/A knows no pdfuaid, so the packet has to explain it (ISO 19005-2 §6.6.2.3.3).
const TAIL =
  `\n</rdf:Description>\n<rdf:Description rdf:about="" xmlns:pdfaExtension="${PDFA}extension/"` +
  ` xmlns:pdfaSchema="${PDFA}schema#" xmlns:pdfaProperty="${PDFA}property#">` +
  '<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification' +
  '</pdfaSchema:schema><pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>' +
  '<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">' +
  '<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>' +
  '<pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Part of ISO 14289' +
  '</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>' +
  '</rdf:Description>\n</rdf:RDF></x:xmpmeta>\n<?xpacket end="r"?>'

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' } // prettier-ignore

/** Character data. What XML 1.0 cannot hold at all (§2.2: most controls, lone surrogates) becomes U+FFFD. */
const text = (value: string): string =>
  value
    .toWellFormed()
    // eslint-disable-next-line no-control-regex -- they are what is looked for
    .replace(/[\x00-\x08\v\f\x0E-\x1F\uFFFE\uFFFF]/g, '\uFFFD')
    .replace(/[&<>"\r]/g, (c) => ESCAPES[c]!)
