import { Counter, makeOrder } from '../../src/build/index.js'
import { leafletName, type Document } from '../../src/document/index.js'
import { isError } from '../../src/report/index.js'
import { changedShelf, diskShelf } from '../helpers/shelf.js'

export interface Leaflet {
  readonly pdf: Uint8Array
  readonly document: Document
  readonly fileName: string
}

/** Numbers and names that nobody has: Ofcom's numbers for films, IANA's domain for examples. */
const CONTACTS = { phone: '020 7946 0000', email: 'privacy@example.org', web: 'https://example.org/privacy' }

/**
 * A leaflet without fault, for the table of damages: a real one, with contacts (so that it has links) and one row of
 * easy read (so that it has a picture).
 */
export async function goodLeaflet(language: string, service: string): Promise<Leaflet> {
  const settings = JSON.parse(diskShelf.read('doorstep.json') ?? '') as object
  const row = '<row picture="home">{{t title}}</row>\n  {{> furniture}}'
  const shelf = changedShelf(diskShelf, {
    'doorstep.json': JSON.stringify({ ...settings, contacts: CONTACTS }),
    'templates/standard.hbs': diskShelf.read('templates/standard.hbs')?.replace('{{> furniture}}', row),
  })
  const order = { notice: 'children-and-families', language, service, format: 'standard', issueDate: '2026-12-01' }
  const counter = new Counter(process.cwd(), shelf)
  const { pdf, document, findings } = await makeOrder(order, counter, { proof: false, release: false })
  if (!pdf || !document) throw new Error(findings.filter(isError).map((f) => f.title).join('; ')) // prettier-ignore
  return { pdf, document, fileName: `${document.lang}/${leafletName(document)}.pdf` }
}
