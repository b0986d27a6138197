import { realpathSync } from 'node:fs'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { finding, type Finding, type Place } from '../report/index.js'

/** Folders of a workspace that leaflets are made from. */
const INPUTS = ['locales', 'templates', 'pictures']

export interface OutputChoice {
  /** Absolute path of the workspace. */
  readonly folder: string
  /** Absolute path of the output folder. */
  readonly out: string
  /** Where it was named, if not in doorstep.json. */
  readonly outPlace?: Place
}

/**
 * An output folder among the files that leaflets are made from, or with them in it: languages of leaflets would stand
 * among those of texts, and what a build clears away would be looked for there.
 */
export async function amongInputs(choice: OutputChoice): Promise<Finding | undefined> {
  const facts = meeting(choice)
  if (!facts) return undefined
  // A build in which nothing differs reads no JSON with its places.
  const place = choice.outPlace ?? (await import('./output-named.js')).outputNamed(choice.folder, choice.out)
  return finding('output-among-inputs', place, facts)
}

/** How the two meet, if they do. */
export function meeting({ folder, out }: OutputChoice): { how: 'is' | 'holds' | 'in'; input: string } | undefined {
  const [home, there] = [trueName(folder), trueName(out)]
  const input = INPUTS.find((name) => isWithin(there, trueName(join(folder, name))))
  if (input !== undefined) return { how: 'in', input }
  return isWithin(home, there) ? { how: home === there ? 'is' : 'holds', input: '' } : undefined
}

const isWithin = (path: string, folder: string): boolean => {
  const way = relative(folder, path)
  return way === '' || !(way === '..' || way.startsWith(`..${sep}`) || resolve(way) === way)
}

/** As the disk calls it: links followed, letters as they are there, as far as anything is there. */
function trueName(path: string): string {
  try {
    return realpathSync.native(path)
  } catch {
    return dirname(path) === path ? path : join(trueName(dirname(path)), basename(path))
  }
}
