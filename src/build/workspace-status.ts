import { statusOf, type Status } from '../locale/index.js'
import { mergeFindings, type Finding } from '../report/index.js'
import type { Counter } from './counter.js'

export interface LanguageStatus extends Status {
  readonly tag: string
  readonly englishName: string
  readonly ownName: string
}
export interface WorkspaceStatus {
  readonly languages: readonly LanguageStatus[]
  /** Files that cannot be read: their texts count as missing, and a language without a locale.json is not counted. */
  readonly findings: readonly Finding[]
}

/** How many texts of each language are missing, stale, draft, reviewed and approved. */
export function workspaceStatus(counter: Counter): WorkspaceStatus {
  const findings = [...counter.findings]
  const languages: LanguageStatus[] = []
  const source = counter.workspace ? counter.catalogue(counter.workspace.source) : undefined
  findings.push(...(source?.findings ?? []))
  for (const tag of source?.catalogue ? counter.languages() : []) {
    const { catalogue, findings: reading } = counter.catalogue(tag)
    findings.push(...reading)
    if (!source?.catalogue || !catalogue) continue
    const { englishName, ownName } = catalogue.locale
    languages.push({ tag, englishName, ownName, ...statusOf(source.catalogue, catalogue) })
  }
  return { languages, findings: mergeFindings(findings) }
}
