import { leafletName, type Document } from '../../src/document/index.js'
import { sampleDocument } from '../proof/helpers/sample-document.js'
import { writeSample } from '../proof/helpers/write-sample.js'

export interface Leaflet {
  readonly pdf: Uint8Array
  readonly document: Document
  readonly fileName: string
}

/** A leaflet without fault, for the table of damages. To use the real writer, change the line that makes `pdf`. */
export async function goodLeaflet(): Promise<Leaflet> {
  const document = sampleDocument()
  const pdf = await writeSample(document)
  return { pdf, document, fileName: `${document.lang}/${leafletName(document)}.pdf` }
}
