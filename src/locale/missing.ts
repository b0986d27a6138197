import { keep, keptForPair } from '../memory/index.js'
import { distance, fileStart, finding, type Finding, type Place } from '../report/index.js'
import { isUnread, namespaceOf, placeForKey, type Catalogue, type Pair } from './catalogue.js'
import { keysNeeded } from './plural.js'

/** So many texts missing from a file are said one by one; of a file that nobody has begun one finding says more. */
const FEW = 5

/** Says that a text is not there, or what its file lacks if that is much: the same finding for each of its texts. */
export function missingText(pair: Pair, key: string): Finding[] {
  const { source, target } = pair
  const namespace = namespaceOf(key)
  const { missing, all } = missingByFile(source, target).get(namespace) ?? { missing: [], all: 0 }
  if (missing.length <= FEW || isUnread(target, key)) return oneMissing(target, key)
  const { tag, englishName: language } = target.locale
  const place = fileStart(`locales/${tag}/${namespace}.json`)
  return [finding('texts-missing', place, { keys: missing, all, language, tag })]
}

/** The text that is missing from a file and was perhaps meant by a key that nobody knows: a slip, or another place. */
export function missingNear({ source, target }: Pair, key: string): string {
  const { missing = [] } = missingByFile(source, target).get(namespaceOf(key)) ?? {}
  const last = (k: string): string => k.slice(Math.max(k.lastIndexOf('.'), k.indexOf(':')) + 1)
  const slips = missing.filter(
    (k) => distance(k, key) <= MOST_SLIPS && distance(last(k), last(key)) <= last(k).length / 2,
  )
  return slips[0] ?? missing.find((k) => last(k) === last(key)) ?? ''
}

/** Letters; two that change places are two. */
const MOST_SLIPS = 3

/** For whoever asks about this one text. */
export function oneMissing(target: Catalogue, key: string): Finding[] {
  const place = placeForKey(target, key)
  if (isUnread(target, key) || isRefused(target, place)) return []
  return [finding('key-missing', place, { key, language: target.locale.englishName })]
}

/** A list or a number stands where the text should: that is said, and holds the leaflet. */
const isRefused = ({ findings }: Catalogue, { file, line, column }: Place): boolean =>
  findings.some(
    ({ place: p, code }) => code === 'json-shape' && p.file === file && p.line === line && p.column === column,
  )

interface OfFile {
  readonly missing: string[]
  /** How many texts the language needs in it. */
  all: number
}

const missingByFile = keptForPair((source: Catalogue, target: Catalogue) => {
  const files = new Map<string, OfFile>()
  for (const key of keysNeeded(source, target.locale.tag)) {
    const file = keep(files, namespaceOf(key), (): OfFile => ({ missing: [], all: 0 }))
    file.all++
    if (!target.messages.has(key)) file.missing.push(key)
  }
  return files
})
