import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { finding, type Finding, type Place } from '../report/index.js'
import { Face, type FontSet, type ScaledFace } from '../text/index.js'

/** What a locale says of its fonts; a part of locale.json. */
export interface FontWish {
  readonly script: string
  readonly fonts: readonly { readonly package: string; readonly scale?: number | undefined }[]
}

/** Reads font packages, each file once. */
export class FontShop {
  readonly #require: NodeJS.Require
  readonly #faces = new Map<string, Face>()

  /** `workspace`: absolute folder from which packages are looked for. */
  constructor(workspace: string) {
    this.#require = createRequire(join(workspace, 'package.json'))
  }

  /** The fonts of a language; `place` is where its locale.json names them. */
  fontsFor(wish: FontWish, place: Place): { fonts?: FontSet; findings: Finding[] } {
    const findings: Finding[] = []
    const regular: ScaledFace[] = []
    const bold: ScaledFace[] = []
    for (const { package: name, scale = 1 } of wish.fonts) {
      const folder = this.#folderOf(name)
      if (folder === undefined) {
        findings.push(finding('font-missing', place, { package: name }))
        continue
      }
      for (const [list, weight] of [
        [regular, '400Regular|Regular'],
        [bold, '700Bold|Bold'],
      ] as const) {
        // prettier-ignore
        const file = fontFile(folder, weight)
        if (file === undefined) {
          findings.push(
            finding('font-unusable', place, {
              file: name,
              problem: `it has no file for ${weight.split('|')[1]!.toLowerCase()}`,
            }),
          )
          continue
        }
        try {
          list.push({ face: this.#face(file), scale })
        } catch (error) {
          if (!(error instanceof RangeError)) throw error
          findings.push(
            finding('font-unusable', place, { file: file.slice(folder.length + 1), problem: error.message }),
          )
        }
      }
    }
    return findings.length > 0 ? { findings } : { fonts: { script: wish.script, regular, bold }, findings }
  }

  #face(file: string): Face {
    let face = this.#faces.get(file)
    if (!face) {
      const name = file.slice(file.lastIndexOf('/') + 1).replace(/\.[to]tf$/, '')
      face = new Face(name, readFileSync(file))
      this.#faces.set(file, face)
    }
    return face
  }

  #folderOf(name: string): string | undefined {
    for (const base of [this.#require, createRequire(import.meta.url)]) {
      try {
        return dirname(base.resolve(`${name}/package.json`))
      } catch {
        // Not installed there; the program's own packages come next.
      }
    }
    return undefined
  }
}

/** `…_400Regular.ttf` or `…-Regular.ttf`, in the package or one folder down; upright only. */
function fontFile(folder: string, weight: string): string | undefined {
  const name = new RegExp(`(?:^|[-_])(?:${weight})\\.[to]tf$`)
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const entry of entries) {
    if (entry.isFile() && name.test(entry.name)) return join(folder, entry.name)
    if (!entry.isDirectory() || !new RegExp(`^(?:${weight})$`).test(entry.name)) continue
    const found = readdirSync(join(folder, entry.name)).sort().find((f) => name.test(f)) // prettier-ignore
    if (found !== undefined) return join(folder, entry.name, found)
  }
  return undefined
}
