import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { filesBelow, sha256, type SeenFiles } from './seen.js'

/** What of Node shows in a leaflet: Unicode's data, and how streams are deflated. */
const { icu, unicode, zlib } = process.versions
export const PLATFORM = `icu ${icu ?? ''}; unicode ${unicode ?? ''}; zlib ${zlib}; ${process.arch}`

/** Version of Doorstep, its code and its packages, and {@link PLATFORM}: other engines may make other bytes. */
export function enginePrint(seen: SeenFiles): string {
  const files = programFiles().map((file) => seen.sha256(file) ?? '')
  return sha256(JSON.stringify([PLATFORM, ...files]))
}

let known: readonly string[] | undefined

/** The code that runs: the folder with `cli/main` in it, bundled or not; and package.json, which pins the packages. */
function programFiles(): readonly string[] {
  if (known) return known
  let root = dirname(fileURLToPath(import.meta.url))
  while (dirname(root) !== root && !['js', 'ts'].some((end) => existsSync(join(root, `cli/main.${end}`))))
    root = dirname(root)
  // Beside the bundle lie the modules that it was made of.
  const code = filesBelow(root).filter((f) => /\.(?:js|ts|wasm)$/.test(f) && !/\.d\.ts$|\/(?:modules|node_modules)\//.test(f.slice(root.length))) // prettier-ignore
  const manifest = [join(root, 'package.json'), join(root, '../package.json'), join(root, '../../package.json')].find(isDoorstep) // prettier-ignore
  return (known = manifest === undefined ? code : [...code, manifest])
}

const isDoorstep = (path: string): boolean => existsSync(path) && /"name": "doorstep"/.test(readFileSync(path, 'utf8'))
