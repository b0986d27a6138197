import {
  checkMessage,
  isPseudo,
  namespaceOf,
  readCatalogue,
  sourceOf,
  stateOf,
  type Catalogue,
  type Pair,
} from '../locale/index.js'
import { keptFor } from '../memory/index.js'
import { isError, type Finding } from '../report/index.js'
import type { Counter } from './counter.js'
import { family, type Asked } from './dependencies.js'
import type { LedgerEntry } from './ledger.js'
import type { LeafletOrder } from './orders.js'
import type { Bench } from './plan.js'

/** A leaflet that stays as it is, with what is said of it now. */
export interface Rechecked {
  readonly entry: LedgerEntry
  readonly asked: Asked
}

/**
 * The most frequent change: an English sentence, and a leaflet in another language that says it in its own words. These
 * words did not change, so neither does the leaflet, unless it becomes a draft by it or is none any more. Only what is
 * said of these sentences is worked out anew, without composing hundreds of leaflets. Undefined where that is not certain.
 */
export function recheck(order: LeafletOrder, entry: LedgerEntry, bench: Bench): Rechecked | undefined {
  const { touch, counter, moved } = bench
  const { language } = order
  const source = counter.workspace ? counter.catalogue(counter.workspace.source).catalogue : undefined
  const asked = bench.dependencies.asked.get(`${language}/${order.notice}.${order.service}.${order.format}`)
  if (!asked || !source || language === source.locale.tag || isPseudo(language) || entry.release) return undefined
  if (touch.everything || touch.languages.size > 0 || touch.keys.get(language)) return undefined
  const keys = touch.keys.get(source.locale.tag) ?? new Set<string>()
  const changed = asked.own.filter((key) => keys.has(family(key)))
  if (asked.foreign.some((key) => keys.has(family(key))) || entry.findings.some((f) => moved.has(f.place.file)))
    return undefined
  // One draft that did not change keeps it a draft.
  if (!asked.drafts.some((key) => !changed.includes(key))) return undefined

  const target = partFor(counter)(language, changed)
  if (!target || !changed.every((key) => isPlain(key, { source, target }))) return undefined
  const pair = { source, target }
  const said = changed.map((key): readonly [string, readonly Finding[]] => [key, checkMessage(pair, key)])
  if (said.some(([, findings]) => findings.some(isError))) return undefined
  const findings = withChecks(entry, asked.own, new Map(said))
  if (!findings) return undefined
  const drafts = asked.own.filter((key) => changed.includes(key) ? !key.startsWith('leaflet:') && stateOf(pair, key) !== 'approved' : asked.drafts.includes(key)) // prettier-ignore
  return { entry: { ...entry, findings }, asked: { ...asked, drafts } }
}

/** A text without plural forms or slots, whose English is still there: nothing but its check can say something of it. */
function isPlain(key: string, { source, target }: Pair): boolean {
  const [own, english] = [target.messages.get(key), source.messages.get(key)]
  if (!own || !english || key !== family(key) || sourceOf(source, key) !== english) return false
  return !own.text.includes('{{') && !english.text.includes('{{')
}

/** The findings of a leaflet with others in place of those of some keys: checks stand in the order of the keys. */
function withChecks(
  { findings, later }: LedgerEntry,
  keys: readonly string[],
  checks: ReadonlyMap<string, readonly Finding[]>,
): Finding[] | undefined {
  const places = new Map(keys.map((key, i) => [key, i]))
  const placeOf = (f: Finding): number | undefined => (f.place.key === undefined ? undefined : places.get(f.place.key))
  const end = findings.length - later
  const kept = findings.slice(0, end).filter((f) => f.place.key === undefined || !checks.has(f.place.key))
  const ofTexts = kept.filter((f) => placeOf(f) !== undefined)
  const rest = kept.filter((f) => placeOf(f) === undefined)
  // What is not about a text is about the contacts, which stand last; anything else is not certain.
  if (rest.some((f) => f.code !== 'contact-missing')) return undefined
  const all = [...ofTexts, ...[...checks.values()].flat()]
  if (all.some((f) => placeOf(f) === undefined)) return undefined
  return [...all.sort((a, b) => placeOf(a)! - placeOf(b)!), ...rest, ...findings.slice(end)]
}

/** Of a language only the files and reviews of some keys: to read all of one takes longer than to check a sentence. */
const partFor = keptFor((counter: Counter) => {
  const parts = new Map<string, Catalogue | undefined>()
  return (tag: string, keys: readonly string[]): Catalogue | undefined => {
    const id = `${tag} ${keys.join(' ')}`
    if (!parts.has(id)) parts.set(id, readPart(counter, tag, keys))
    return parts.get(id)
  }
})

function readPart({ shelf }: Counter, tag: string, keys: readonly string[]): Catalogue | undefined {
  const names = new Set(keys.map((key) => `${namespaceOf(key)}.json`))
  const folder = `locales/${tag}`
  const review = `${folder}/review.json`
  // Asked for several times, and some thousand lines long.
  const part = only(shelf.read(review), keys)
  return readCatalogue(
    {
      ...shelf,
      list: (path) => (path === folder ? [...names] : shelf.list(path)),
      read: (path) => (path === review ? part : shelf.read(path)),
    },
    tag,
  ).catalogue
}

/** Entries of some keys; the file as it is if it is no JSON. */
function only(text: string | undefined, keys: readonly string[]): string | undefined {
  if (text === undefined) return undefined
  try {
    const all = JSON.parse(text.replace(/^\uFEFF/, '')) as Readonly<Record<string, unknown>>
    return JSON.stringify(Object.fromEntries(keys.flatMap((key) => (Object.hasOwn(all, key) ? [[key, all[key]]] : []))))
  } catch {
    return text
  }
}
