import { createHash } from 'node:crypto'

/** Where PDFs wait between the worker who made them and the coordinator who puts them in place. */
export interface Store {
  /** Writes a file whole or not at all. Throws StoreError. */
  put(name: string, bytes: Uint8Array): Promise<void>
  /** Undefined: there is no such file. Throws StoreError. */
  get(name: string): Promise<Uint8Array | undefined>
}

/** A store that cannot be used; the message is for people. */
export class StoreError extends Error {
  override readonly name = 'StoreError'
}

export type StoreAddress =
  | { readonly kind: 'folder'; readonly shown: string; readonly folder: string }
  | { readonly kind: 's3'; readonly shown: string; readonly bucket: string; readonly prefix: string }

/** Two letters of it make a folder: a hundred thousand files in one are slow to list. */
export const pdfName = (sha256: string): string => `pdf/${sha256.slice(0, 2)}/${sha256}.pdf`
export const inputsName = (fingerprint: string): string => `inputs/${fingerprint}.json`
export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
