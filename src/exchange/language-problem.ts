import { finding, type Finding } from '../report/index.js'
import type { HomeFile } from './unit.js'

/** What languages a file should be of. */
export interface WantedLanguages {
  readonly source: string
  readonly target: string
}

/** A file of other languages than it should be of. One that names none is believed. */
export function languageProblem(home: HomeFile, wanted: WantedLanguages): Finding | undefined {
  const same = (a: string | undefined, b: string): boolean => a === undefined || a.toLowerCase() === b.toLowerCase()
  if (same(home.target, wanted.target) && same(home.source, wanted.source)) return undefined
  const found = `${home.source ?? wanted.source} to ${home.target ?? wanted.target}`
  return finding('exchange-language', home.place, { found, wanted: `${wanted.source} to ${wanted.target}` })
}
