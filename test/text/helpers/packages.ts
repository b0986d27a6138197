import { readdirSync, readFileSync } from 'node:fs'
import { Face } from '../../../src/text/index.js'

/** The bytes of a font file of one of the Noto packages that are installed. */
export function packageBytes(name: string, weight = '400Regular'): Uint8Array {
  return new Uint8Array(readFileSync(fileIn(name, weight)))
}

/** A face of one of the Noto packages that are installed, such as `noto-sans-thai-looped`. */
export function packageFace(name: string, weight = '400Regular'): Face {
  const file = fileIn(name, weight)
  return new Face(file.slice(file.lastIndexOf('/') + 1).replace('.ttf', ''), packageBytes(name, weight))
}

function fileIn(name: string, weight: string): string {
  const folder = `node_modules/@expo-google-fonts/${name}/${weight}`
  const file = readdirSync(folder).find((f) => f.endsWith('.ttf'))
  if (file === undefined) throw new RangeError(`no font in ${folder}`)
  return `${folder}/${file}`
}
