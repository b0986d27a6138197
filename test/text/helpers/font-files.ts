import { readdirSync, readFileSync } from 'node:fs'
import type { Face } from '../../../src/text/index.js'

const PACKAGES = 'node_modules/@expo-google-fonts'

/** The bytes of a face's file, found by its name, such as NotoSans_400Regular. */
export const fileOf = (face: Face): Uint8Array => new Uint8Array(readFileSync(pathOf(face)))

/** Path of a face's file from the repository's root. */
export function pathOf({ id }: Face): string {
  const weight = id.slice(id.indexOf('_') + 1)
  for (const name of readdirSync(PACKAGES)) {
    const folder = `${PACKAGES}/${name}/${weight}`
    const file = readdirSync(folder).find((f) => f === `${id}.ttf`)
    if (file) return `${folder}/${file}`
  }
  throw new RangeError(`no file of ${id}`)
}
