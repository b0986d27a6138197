import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { finding, type Finding, type Place } from '../report/index.js'
import { Face, type FontSet, type ScaledFace } from '../text/index.js'
import { diskFont } from './disk-font.js'
import { fontFile, type FontWeight } from './font-package.js'

/** What a locale says of its fonts; a part of locale.json. */
export interface FontWish {
  readonly script: string
  readonly fonts: readonly { readonly package: string; readonly scale?: number | undefined }[]
}

/** Opens font packages, each file once. */
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
    const lists: Record<FontWeight, ScaledFace[]> = { regular: [], bold: [] }
    for (const { package: name, scale = 1 } of wish.fonts) {
      const folder = this.#folderOf(name)
      if (folder === undefined) {
        findings.push(finding('font-missing', place, { package: name }))
        continue
      }
      for (const weight of ['regular', 'bold'] as const) {
        const file = fontFile(folder, weight)
        if (file === undefined) {
          findings.push(finding('font-unusable', place, { file: name, problem: `it has no file for ${weight}` }))
          continue
        }
        try {
          lists[weight].push({ face: this.#face(file, weight), scale })
        } catch (error) {
          if (!(error instanceof RangeError)) throw error
          const inside = file.slice(folder.length + 1)
          findings.push(finding('font-unusable', place, { file: inside, problem: error.message }))
        }
      }
    }
    return findings.length > 0 ? { findings } : { fonts: { script: wish.script, ...lists }, findings }
  }

  #face(file: string, weight: FontWeight): Face {
    // A variable font is one file for both weights.
    const key = `${weight} ${file}`
    let face = this.#faces.get(key)
    if (!face) {
      const name = file.slice(file.lastIndexOf('/') + 1).replace(/\.[to]tf$/, '')
      face = new Face(name, diskFont(file), weight === 'bold' ? 700 : 400)
      this.#faces.set(key, face)
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
