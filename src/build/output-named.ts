import { relative, resolve, sep } from 'node:path'
import { readJson } from '../locale/index.js'
import { fileStart, type Place } from '../report/index.js'
import { diskShelf } from './disk-shelf.js'

/** Where an output folder is named: in doorstep.json, if it says so; else the folder itself. */
export function outputNamed(folder: string, out: string): Place {
  const json = readJson(diskShelf(folder), 'doorstep.json')
  const { output } = (json.value ?? {}) as { readonly output?: unknown }
  if (typeof output === 'string' && resolve(folder, output) === out) return json.place(['output'])
  const inside = relative(folder, out)
  return fileStart(inside === '' ? '.' : inside.startsWith('..') ? out : inside.split(sep).join('/'))
}
