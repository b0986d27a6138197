import type { Format, OutUnit } from '../exchange/index.js'
import {
  formerSource,
  isPseudo,
  keysNeeded,
  keyUnknown,
  sourceOf,
  stateOf,
  type Catalogue,
  type Pair,
} from '../locale/index.js'
import { composeNotice, keyPlaces, templatePlaces } from '../notice/index.js'
import { isError, mergeFindings, type Finding, type Place } from '../report/index.js'
import type { Counter } from './counter.js'
import { gather } from './gather.js'
import { lengthLimits } from './length-limits.js'
import { matchKeys } from './match-keys.js'
import { languageUnknown, takeOrders } from './orders.js'

export interface ExportRequest {
  readonly language: string
  readonly format: Format
  /** Texts that nobody has to work on, too; those that are approved are locked. */
  readonly all?: boolean
  /** Keys or patterns with `*`. */
  readonly keys?: readonly string[]
  placeOf(asked: string): Place
}
export interface Exported {
  /** Absent if nothing needs work, or of a request with an error. */
  readonly bytes?: Uint8Array
  readonly keys: readonly string[]
  readonly findings: readonly Finding[]
}

/** What a translator gets: the texts that need work, each with its English and all that is known about it. */
export async function exportTexts(counter: Counter, request: ExportRequest): Promise<Exported> {
  const { pair, findings } = pairFor(counter, request.language, request.placeOf(request.language))
  if (!pair) return { keys: [], findings }
  const { source, target } = pair
  const needed = keysNeeded(source, target.locale.tag).filter((key) => sourceOf(source, key)?.text.trim() !== '')
  const unknown = (request.keys ?? []).filter((asked) => matchKeys([asked], needed).length === 0)
  const strange = unknown.map((key) => keyUnknown(source, key, request.placeOf(key)))
  if (strange.length > 0) return { keys: [], findings: strange }

  const { hintsFor, writeExchange } = await import('../exchange/index.js')
  const asked = request.keys ? matchKeys(request.keys, needed) : needed
  const keys = asked.filter((key) => (request.all ?? false) || NEEDS_WORK.has(stateOf(pair, key)))
  if (keys.length === 0) return { keys, findings }
  const where = wherePrinted(counter, pair)
  const limits = lengthLimits(counter, target)
  const units = keys.map((key): OutUnit => {
    const english = sourceOf(source, key)!
    const translation = target.messages.get(key)?.text
    const former = formerSource(pair, key)
    const limit = limits.get(key)
    return {
      key,
      english: english.text,
      state: stateOf(pair, key),
      where: where(english.key, key),
      terms: hintsFor(source.glossary, english, target.locale.tag),
      note: target.review.get(key)?.note ?? '',
      ...(translation === undefined ? {} : { translation }),
      ...(former === undefined ? {} : { former }),
      ...(limit === undefined ? {} : { limit }),
    }
  })
  const placeOf = (key: string, part: 'english' | 'translation'): Place | undefined =>
    (part === 'english' ? sourceOf(source, key) : target.messages.get(key))?.place
  const out = { source: source.locale.tag, target: target.locale, units }
  const { bytes, findings: wrong } = writeExchange(request.format, out, placeOf)
  return { keys, findings: [...findings, ...wrong], ...(bytes ? { bytes } : {}) }
}

const NEEDS_WORK = new Set(['missing', 'needs-editing', 'draft'])

/** The English and a language to be translated into, both read whole: of a broken file nobody can tell what it lacks. */
export function pairFor(
  counter: Counter,
  language: string,
  place: Place,
): { readonly pair?: Pair; readonly findings: readonly Finding[] } {
  const { workspace } = counter
  if (!workspace) return { findings: counter.findings }
  const have = counter.languages().filter((tag) => tag !== workspace.source && !isPseudo(tag))
  const tag = have.find((t) => t.toLowerCase() === language.toLowerCase())
  if (tag === undefined) return { findings: [languageUnknown(counter, { asked: language, have }, place)] }
  const [english, other] = [counter.catalogue(workspace.source), counter.catalogue(tag)]
  const findings = mergeFindings([...english.findings, ...other.findings])
  const whole = english.catalogue && other.catalogue && !findings.some(isError)
  return whole ? { pair: { source: english.catalogue, target: other.catalogue }, findings } : { findings }
}

/** Where a text stands, and which leaflets print it. */
function wherePrinted(counter: Counter, { source, target }: Pair): (english: string, key: string) => string[] {
  const places = new Map<string, string[]>()
  const join = (more: ReadonlyMap<string, readonly string[]>): void => {
    for (const [key, lines] of more) places.set(key, [...(places.get(key) ?? []), ...lines])
  }
  for (const id of counter.workspace?.notices ?? []) {
    const notice = counter.notice(id).value
    if (notice) join(keyPlaces(notice, source))
  }
  join(templatePlaces(templatesOf(counter)))
  const printed = printedBy(counter, target)
  return (english, key) => {
    const leaflets = printed.get(key) ?? []
    const told = places.get(english) ?? []
    return leaflets.length === 0 ? told : [...told, `Printed by ${leaflets.join(', ')}`]
  }
}

function templatesOf({ shelf }: Counter): string[] {
  const paths = ['templates', 'templates/partials'].flatMap((folder) =>
    shelf.list(folder).map((name) => `${folder}/${name}`),
  )
  return paths.filter((path) => path.endsWith('.hbs')).map((path) => shelf.read(path) ?? '')
}

/** Key → leaflets of the language, without its tag. */
function printedBy(counter: Counter, target: Catalogue): ReadonlyMap<string, readonly string[]> {
  // Which texts a leaflet prints depends on no day, but an order has one.
  const request = {
    languages: [target.locale.tag],
    issueDate: '2000-01-01',
    placeOf: () => ({ file: '', line: 1, column: 1 }),
  }
  const printed = new Map<string, string[]>()
  for (const order of takeOrders(counter, request).orders) {
    const { texts } = gather(order, counter)
    for (const key of texts ? composeNotice(order, texts).keys : [])
      printed.set(key, [...(printed.get(key) ?? []), `${order.notice}.${order.service}.${order.format}`])
  }
  return printed
}
