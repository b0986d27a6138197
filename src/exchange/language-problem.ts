import { finding, type Finding } from '../report/index.js'
import type { HomeFile } from './unit.js'

/** What languages a file should be of. */
export interface WantedLanguages {
  readonly source: string
  /** Absent: any that the workspace has, and what the file names is none of them. */
  readonly target?: string
}

/** A file of other languages than it should be of. One that names none is believed. */
export function languageProblem(home: HomeFile, wanted: WantedLanguages): Finding | undefined {
  const { source = wanted.source, target, sentFor, place } = home
  if (target !== undefined && sentFor !== undefined && !sameLanguage(target, sentFor))
    return finding('exchange-relabelled', place, { says: target, sentFor })
  const named = target ?? sentFor ?? wanted.target ?? ''
  const right = wanted.target !== undefined && sameLanguage(named, wanted.target)
  if (right && sameLanguage(source, wanted.source)) return undefined
  const whole = wanted.target === undefined ? 'a language of this workspace' : `${wanted.source} to ${wanted.target}`
  return finding('exchange-language', place, { found: `${source} to ${named}`, wanted: whole })
}

/** Tools write regions that were not there: `tr-TR` of `tr`, `en-GB` of `en`. `pt-BR` is not `pt-PT`. */
export function sameLanguage(one: string, other: string): boolean {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()]
  return a === b || withoutRegion(a) === b || a === withoutRegion(b)
}

const withoutRegion = (tag: string): string => tag.replace(/-(?:[a-z]{2}|\d{3})$/, '')

/** The language of an exported file, by the path that XLIFF calls its original: tools leave it as it was. */
export const languageOfPath = (original: string | undefined): { readonly sentFor?: string } => {
  const tag = /^locales\/([^/]+)\/[^/]+\.json$/.exec(original ?? '')?.[1]
  return tag === undefined ? {} : { sentFor: tag }
}
