import { statusOf, type Status } from '../locale/index.js'
import type { Counter } from './counter.js'

export interface LanguageStatus extends Status {
  readonly tag: string
  readonly englishName: string
  readonly ownName: string
}

/** How many texts of each language are missing, stale, draft, reviewed and approved. */
export function workspaceStatus(counter: Counter): LanguageStatus[] {
  const source = counter.workspace ? counter.catalogue(counter.workspace.source).catalogue : undefined
  if (!source) return []
  return counter.languages().flatMap((tag) => {
    const { catalogue } = counter.catalogue(tag)
    if (!catalogue) return []
    const { englishName, ownName } = catalogue.locale
    return [{ tag, englishName, ownName, ...statusOf(source, catalogue) }]
  })
}
