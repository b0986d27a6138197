import { hash } from 'node:crypto'

/** Twelve hex digits of SHA-256 of the text, in NFC: an editor that stores é in two parts changed no sentence. */
export function fingerprint(text: string): string {
  return hash('sha256', text.normalize('NFC'), 'hex').slice(0, 12)
}
