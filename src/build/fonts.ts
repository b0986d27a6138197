import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { finding, type Finding, type Place } from '../report/index.js'
import { Face, matchedScale, type FontSet, type ScaledFace } from '../text/index.js'
import { diskFont } from './disk-font.js'
import { fontFile, type FontWeight } from './font-package.js'

/** What a locale says of its fonts; a part of locale.json. */
export interface FontWish {
  readonly script: string
  readonly fonts: readonly (FontChoice & { readonly package: string })[]
}
interface FontChoice {
  readonly scale?: number | undefined
  readonly languages?: readonly string[] | undefined
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
    for (const [i, { package: name, ...set }] of wish.fonts.entries()) {
      // The first font is for the language's own script, the others each for one of their own.
      const script = i === 0 ? wish.script : undefined
      const folder = this.#folderOf(name)
      if (folder === undefined) {
        findings.push(finding('font-missing', place, { package: name }))
        continue
      }
      for (const weight of ['regular', 'bold'] as const) {
        // Symbols come in one weight; a language's own letters need two.
        const file = fontFile(folder, weight) ?? (i > 0 ? fontFile(folder, 'regular') : undefined)
        if (file === undefined) {
          findings.push(finding('font-unusable', place, { file: name, problem: `it has no file for ${weight}` }))
          continue
        }
        try {
          lists[weight].push(scaled(this.#face(file, weight), set, script))
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

/** A face at the size that is wished for, or else at the size that matches; measured when it is first used. */
function scaled(face: Face, { scale, languages }: FontChoice, script: string | undefined): ScaledFace {
  let known = scale
  return {
    face,
    languages,
    get scale() {
      return (known ??= matchedScale(face, script))
    },
  }
}
