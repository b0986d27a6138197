import { join } from 'node:path'
import { diskProblem, putInPlace, readBytes } from '../build/index.js'
import { StoreError, type Store } from './store.js'

/** A folder that all hosts see at the same path or another, such as one on a file server. */
export class FolderStore implements Store {
  constructor(readonly folder: string) {}

  // eslint-disable-next-line @typescript-eslint/require-await -- stores share one form
  async put(name: string, bytes: Uint8Array): Promise<void> {
    try {
      putInPlace(join(this.folder, name), bytes)
    } catch (error) {
      throw new StoreError(diskProblem(error))
    }
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- stores share one form
  async get(name: string): Promise<Uint8Array | undefined> {
    try {
      return readBytes(join(this.folder, name))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
      throw new StoreError(diskProblem(error))
    }
  }
}
