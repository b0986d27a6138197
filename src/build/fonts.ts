import { basename } from 'node:path'
import { Kept } from '../memory/index.js'
import { finding, type Finding, type Place } from '../report/index.js'
import { Face, matchedScale, type FaceForm, type FontSet, type ScaledFace } from '../text/index.js'
import { diskFont } from './disk-font.js'
import { fontFile, packageFolder, type FontWeight } from './font-package.js'
import { SeenFiles, statOf } from './seen.js'

/** What a locale says of its fonts; a part of locale.json. */
export interface FontWish {
  readonly script: string
  readonly fonts: readonly (FontChoice & { readonly package: string })[]
}
interface FontChoice {
  readonly scale?: number | undefined
  /** Bold is the regular file with strokes that are this much of an em thicker. */
  readonly bolder?: number | undefined
  /** The least distance of the ink of two words, in em. */
  readonly apart?: number | undefined
  readonly languages?: readonly string[] | undefined
}

/** Open fonts, by weight, file, and what the disk says of the file. */
export type Faces = Kept<string, Face>
/** Those of a few languages: a build takes one language after another. */
export const openFaces = (): Faces => new Kept(4)

/** Opens font packages, each file once. */
export class FontShop {
  /** `workspace`: absolute folder from which packages are looked for. `faces`: those that are open already. */
  constructor(
    readonly workspace: string,
    readonly seen = new SeenFiles(workspace),
    readonly faces = openFaces(),
  ) {}

  /** Name and SHA-256 of each file that a language's leaflets are set with; none is opened. */
  filesOf(wish: FontWish): (readonly [name: string, sha256: string])[] {
    return wish.fonts.flatMap(({ package: name, bolder }, i) => {
      const folder = packageFolder(name, this)
      if (folder === undefined) return []
      return (['regular', 'bold'] as const).flatMap((weight) => {
        const file = this.#fileOf(folder, bolder === undefined ? weight : 'regular', i)
        return file === undefined ? [] : [[basename(file), this.seen.sha256(file) ?? ''] as const]
      })
    })
  }

  /** The fonts of a language; `place` is where its locale.json names them. */
  fontsFor(wish: FontWish, place: Place): { fonts?: FontSet; findings: Finding[] } {
    const findings: Finding[] = []
    const lists: Record<FontWeight, ScaledFace[]> = { regular: [], bold: [] }
    for (const [i, { package: name, ...set }] of wish.fonts.entries()) {
      // The first font is for the language's own script, the others each for one of their own.
      const script = i === 0 ? wish.script : undefined
      const folder = packageFolder(name, this)
      if (folder === undefined) {
        findings.push(finding('font-missing', place, { package: name }))
        continue
      }
      for (const weight of ['regular', 'bold'] as const) {
        const file = this.#fileOf(folder, set.bolder === undefined ? weight : 'regular', i)
        if (file === undefined) {
          findings.push(finding('font-unusable', place, { file: name, problem: `it has no file for ${weight}` }))
          continue
        }
        try {
          lists[weight].push(scaled(this.#face(file, formOf(weight, set)), set, script))
        } catch (error) {
          if (!(error instanceof RangeError)) throw error
          const inside = file.slice(folder.length + 1)
          findings.push(finding('font-unusable', place, { file: inside, problem: error.message }))
        }
      }
    }
    return findings.length > 0 ? { findings } : { fonts: { script: wish.script, ...lists }, findings }
  }

  #face(file: string, form: FaceForm): Face {
    // A variable font is one file for both weights.
    const key = `${JSON.stringify(form)} ${file} ${statOf(file)?.stat}`
    let face = this.faces.get(key)
    if (!face) {
      const name = file.slice(file.lastIndexOf('/') + 1).replace(/\.[to]tf$/, '')
      face = new Face(form.bolder === undefined ? name : `${name} bolder`, diskFont(file), form)
      this.faces.set(key, face)
    }
    return face
  }

  /** Symbols come in one weight; a language's own letters, in its first font, need two. */
  #fileOf(folder: string, weight: FontWeight, place: number): string | undefined {
    return fontFile(folder, weight, this.seen) ?? (place > 0 ? fontFile(folder, 'regular', this.seen) : undefined)
  }
}

/** Bold is the file's own weight, or the regular one made bolder. */
function formOf(weight: FontWeight, { bolder }: FontChoice): FaceForm {
  if (weight === 'regular') return { weight: 400 }
  return bolder === undefined ? { weight: 700 } : { weight: 400, bolder }
}

/** A face at the size that is wished for, or else at the size that matches; measured when it is first used. */
function scaled(face: Face, { scale, languages, apart }: FontChoice, script: string | undefined): ScaledFace {
  let known = scale
  return {
    face,
    languages,
    apart,
    get scale() {
      return (known ??= matchedScale(face, script))
    },
  }
}
