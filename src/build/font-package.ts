import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { SeenFiles } from './seen.js'

export type FontWeight = 'regular' | 'bold'

/** Names of upright files of one weight, as packages have them: `…_400Regular.ttf`, `…-Bold.otf`. */
const STATIC: Readonly<Record<FontWeight, RegExp>> = {
  regular: /(?:^|[-_])(?:400)?Regular\.[to]tf$/,
  bold: /(?:^|[-_])(?:700)?Bold\.[to]tf$/,
}
/** Names of files with an axis for the weight: `…[wght].ttf`, `…-VariableFont_wght.ttf`, `…VF-Upright.ttf`. */
const VARIABLE = /(?:\[[\w,]*wght[\w,]*\]|VariableFont_[\w,]*wght|VF)(?:[-_](?:Upright|Roman))?\.[to]tf$/
/** Folders in a package in which its fonts may stand. */
const FOLDER = /^(?:400Regular|700Bold|regular|bold|fonts?|static|[to]tf|vf|variable)$/i

/**
 * The file of a font package for one weight, upright: of one weight before variable, TrueType before OpenType (its
 * outlines go into the PDF as they are). Paths in the order of their characters, so that the choice is always the same.
 */
export function fontFile(folder: string, weight: FontWeight, seen?: SeenFiles): string | undefined {
  const files = filesIn(folder, 2, seen)
  for (const name of [STATIC[weight], VARIABLE]) {
    for (const ending of ['.ttf', '.otf']) {
      const file = files.find((f) => f.endsWith(ending) && name.test(f) && !/italic/i.test(f))
      if (file !== undefined) return file
    }
  }
  return undefined
}

function filesIn(folder: string, depth: number, seen?: SeenFiles): string[] {
  seen?.names(folder)
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return depth > 0 && FOLDER.test(entry.name) ? filesIn(path, depth - 1, seen) : []
    return [path]
  })
}

/** Folder of a package that is installed for the workspace, or else for the program. */
export function packageFolder(
  name: string,
  { workspace, seen }: { readonly workspace: string; readonly seen: SeenFiles },
): string | undefined {
  for (const base of [join(workspace, 'package.json'), import.meta.url]) {
    const require = createRequire(base)
    // One that is installed nearer would come first.
    for (const folder of require.resolve.paths(name) ?? []) if (seen.text(join(folder, name, 'package.json')) !== undefined) break // prettier-ignore
    try {
      return dirname(require.resolve(`${name}/package.json`))
    } catch {
      // Not installed there; the program's own packages come next.
    }
  }
  return undefined
}
