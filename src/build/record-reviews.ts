import { join } from 'node:path'
import { recordDrafts } from '../locale/index.js'
import type { Counter } from './counter.js'
import { putInPlace } from './put-in-place.js'

/** Notes every text that has no entry yet as a draft, in each language's review.json. Gives the files written. */
export function recordReviews(counter: Counter, by: { by: string; date: string; note: string }): string[] {
  const source = counter.workspace ? counter.catalogue(counter.workspace.source).catalogue : undefined
  if (!source) return []
  return counter.languages().flatMap((tag) => {
    const target = counter.catalogue(tag).catalogue
    const path = `locales/${tag}/review.json`
    if (!target) return []
    const text = recordDrafts({ source, target }, by)
    if (text === counter.shelf.read(path)) return []
    putInPlace(join(counter.folder, path), text)
    return [path]
  })
}
