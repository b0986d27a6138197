import { readdirSync, readFileSync } from 'node:fs'
import { Face } from '../../../src/text/index.js'

/** A face of one of the Noto packages that are installed, such as `noto-sans-thai-looped`. */
export function packageFace(name: string, weight = '400Regular'): Face {
  const folder = `node_modules/@expo-google-fonts/${name}/${weight}`
  const file = readdirSync(folder).find((f) => f.endsWith('.ttf'))
  if (file === undefined) throw new RangeError(`no font in ${folder}`)
  return new Face(file.replace('.ttf', ''), new Uint8Array(readFileSync(`${folder}/${file}`)))
}
