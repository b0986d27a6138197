import { resolve } from 'node:path'
import { FolderStore } from './folder-store.js'
import { S3Store } from './s3-store.js'
import type { Store, StoreAddress } from './store.js'

/** `s3://bucket/prefix`, or a folder that all hosts see. */
export function storeAddress(text: string): StoreAddress | undefined {
  if (!/^\w+:\/\//.test(text)) {
    if (text === '') return undefined
    return { kind: 'folder', shown: text, folder: resolve(text) }
  }
  const s3 = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/(.*))?$/.exec(text)
  if (!s3) return undefined
  return { kind: 's3', shown: text, bucket: s3[1]!, prefix: (s3[2] ?? '').replace(/\/+$/, '') }
}

/** Opens a store and proves that it can be written to: by a file that says what it is. Throws StoreError. */
export async function openStore(
  address: StoreAddress,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Store> {
  const store = address.kind === 'folder' ? new FolderStore(address.folder) : new S3Store(address, environment)
  await store.put('about.txt', new TextEncoder().encode(ABOUT))
  return store
}

const ABOUT = `Leaflets on their way from workers to whoever asked for them, by the SHA-256 of their PDF.
Made and filled by Doorstep; files that no build waits for may be deleted.
`
