import { deflateSync } from 'node:zlib'
import type { PdfFile, Ref } from './pdfkit.js'

// sRGB-v4.icc of github.com/saucecontrol/Compact-ICC-Profiles, CC0 1.0: IEC 61966-2-1 with its exact curve, in 480
// bytes. Made by colour science, not by hand: don't edit.
const SRGB = Buffer.from(
  'AAAB4GxjbXMEIAAAbW50clJHQiBYWVogB+IAAwAUAAkADgAdYWNzcE1TRlQAAAAAc2F3c2N0cmwAAAAAAAAAAAAAAAAAAPbWAAEA' +
    'AAAA0y1oYW5keem/Vlo+AbaDI4VVRvdPqgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAKZGVzYwAAAPwAAAAkY3BydAAA' +
    'ASAAAAAid3RwdAAAAUQAAAAUY2hhZAAAAVgAAAAsclhZWgAAAYQAAAAUZ1hZWgAAAZgAAAAUYlhZWgAAAawAAAAUclRSQwAAAcAA' +
    'AAAgZ1RSQwAAAcAAAAAgYlRSQwAAAcAAAAAgbWx1YwAAAAAAAAABAAAADGVuVVMAAAAIAAAAHABzAFIARwBCbWx1YwAAAAAAAAAB' +
    'AAAADGVuVVMAAAAGAAAAHABDAEMAMAAAWFlaIAAAAAAAAPbWAAEAAAAA0y1zZjMyAAAAAAABDD8AAAXd///zJgAAB5AAAP2S///7' +
    'of///aIAAAPcAADAcVhZWiAAAAAAAABvoAAAOPIAAAOPWFlaIAAAAAAAAGKWAAC3iQAAGNpYWVogAAAAAAAAJKAAAA+FAAC2xHBh' +
    'cmEAAAAAAAMAAAACZmkAAPKnAAANWQAAE9AAAApb',
  'base64',
)
const PACKED = deflateSync(SRGB, { level: 9 })

/** What the colours mean (ISO 19005-2 §6.2.3, ISO 32000-1 §14.11.5): all are red, green and blue of sRGB. */
export function outputIntent(file: PdfFile): Ref {
  return file.write({
    Type: 'OutputIntent',
    S: 'GTS_PDFA1',
    OutputConditionIdentifier: new String('sRGB IEC61966-2.1'),
    Info: new String('sRGB IEC61966-2.1'),
    RegistryName: new String('http://www.color.org'),
    DestOutputProfile: file.stream({ N: 3 }, PACKED),
  })
}
