import { createHash } from 'node:crypto'

/** Twelve hex digits of SHA-256 of the text, in NFC: an editor that stores é in two parts changed no sentence. */
export function fingerprint(text: string): string {
  return createHash('sha256').update(text.normalize('NFC'), 'utf8').digest('hex').slice(0, 12)
}
