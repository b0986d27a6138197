import type { PeerText } from './peer-text.js'

/** A program that makes PDFs, warm. */
export interface Press {
  /**
   * Readies a leaflet: the program's own input files are written as strings, which is not timed. What comes back makes
   * the PDF: from reading those strings, as far as they changed, to the bytes.
   */
  prepare(text: PeerText, issueDate: string): () => Promise<Uint8Array>
  /** What the program should be told after each turn through all languages. */
  endTurn(): void
}

export const PRESSES = ['doorstep', 'typst'] as const
export type PressName = (typeof PRESSES)[number]

/** Loads one program only: the other's code must not count as its memory. */
export async function openPress(name: PressName, texts: readonly PeerText[]): Promise<Press> {
  if (name === 'doorstep') return (await import('./doorstep-press.js')).openDoorstep(texts)
  return (await import('./typst-press.js')).openTypst(texts)
}
