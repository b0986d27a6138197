import { createHash } from 'node:crypto'
import { sampleDocument } from '../../proof/helpers/sample-document.js'
import { say } from '../../text/helpers/spans.js'
import { pdfOf } from './leaflet.js'

/** Fingerprint of the sample in English and of a line in Arabic: the bytes that another process should make too. */
export function fingerprints(): string {
  const arabic = { kind: 'paragraph', id: 'p', style: 'body', text: say('اتصل 020 8356 3000 اليوم', 'ar') } as const
  const sample = sampleDocument()
  const made = [pdfOf(sample), pdfOf({ ...sample, lang: 'ar', direction: 'rtl', title: 'سلام', blocks: [arabic] })]
  return made.map((pdf) => createHash('sha256').update(pdf).digest('hex')).join(' ')
}
