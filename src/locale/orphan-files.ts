import { fileStart, finding, nearest, type Finding } from '../report/index.js'
import { namespaceOf, type Pair } from './catalogue.js'

/**
 * Files of a language of which nothing is printed: no key can name them, as that of a copy, or the English has no such
 * file. One finding a file, whatever number of texts is in it.
 */
export function orphanFiles(pair: Pair): Finding[] {
  const { target } = pair
  const place = (name: string) => fileStart(`locales/${target.locale.tag}/${name}.json`)
  const orphans = new Set([...target.messages.keys()].filter((key) => isInOrphan(pair, key)).map(namespaceOf))
  return [
    ...target.strays.map((name) => finding('file-orphan', place(name), { why: 'name', near: originalOf(name, pair) })),
    ...[...orphans].map((name) =>
      finding('file-orphan', place(name), { why: 'english', near: missingNear(name, pair) }),
    ),
  ]
}

/** Whether the English lacks the whole file that a text stands in. */
export const isInOrphan = ({ source }: Pair, key: string): boolean => !source.namespaces.has(namespaceOf(key))

/** `visit.json` of `visit (1)`, `Copy of visit`, `visit - Copy`. */
function originalOf(name: string, { target }: Pair): string {
  const known = [...target.namespaces.keys(), 'locale', 'review', 'history', 'waivers']
  const [longest = ''] = known.filter((k) => name.includes(k)).sort((a, b) => b.length - a.length)
  return longest
}

/** A file that the language lacks, and was perhaps meant. */
function missingNear(name: string, { source, target }: Pair): string {
  const missing = [...source.namespaces.keys()].filter((n) => !target.namespaces.has(n))
  return nearest(name, missing, Math.max(1, name.length / 3))[0] ?? ''
}
