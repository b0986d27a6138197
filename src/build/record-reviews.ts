import { join } from 'node:path'
import { recordDrafts } from '../locale/index.js'
import { isError, mergeFindings, type Finding } from '../report/index.js'
import type { Counter } from './counter.js'
import { putInPlace, unwritable } from './put-in-place.js'

export interface ReviewsRecorded {
  readonly findings: readonly Finding[]
  /** The files, relative to the workspace. */
  readonly written: readonly string[]
}

/**
 * Notes every text that has no entry yet as a draft, in each language's review.json. A language of which some file
 * cannot be read is left alone: its entries would look like those of texts that are gone.
 */
export function recordReviews(counter: Counter, by: { by: string; date: string; note: string }): ReviewsRecorded {
  const { workspace, folder, shelf } = counter
  const findings = [...counter.findings]
  const written: string[] = []
  const source = workspace ? counter.catalogue(workspace.source) : undefined
  findings.push(...(source?.findings ?? []))
  for (const tag of source?.findings.some(isError) ? [] : counter.languages()) {
    const { catalogue: target, findings: reading } = counter.catalogue(tag)
    findings.push(...reading)
    if (!source?.catalogue || !target || reading.some(isError)) continue
    const path = `locales/${tag}/review.json`
    const text = recordDrafts({ source: source.catalogue, target }, by)
    if (text === shelf.read(path)) continue
    try {
      putInPlace(join(folder, path), text)
      written.push(path)
    } catch (error) {
      findings.push(unwritable(error, { folder, out: folder, file: path }))
    }
  }
  return { findings: mergeFindings(findings), written }
}
