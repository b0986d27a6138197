import { deflateSync } from 'node:zlib'

/**
 * Deflated (RFC 1950) as PDF wants it, in a buffer of its own size: zlib's is 16 kB or more, and all of it would be kept
 * with what is kept.
 */
export const deflate = (bytes: Uint8Array): Uint8Array => new Uint8Array(deflateSync(bytes, LEVEL))
/** Leaflets are 5 % larger than with zlib's own level 6; fonts and pages are deflated in half the time or less. */
const LEVEL = { level: 1 }

/** The same for operators: one character a byte. */
export const deflateLatin1 = (operators: string): Uint8Array => deflate(Buffer.from(operators, 'latin1'))
