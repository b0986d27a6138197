import type { Bringer, Change, HomeFile } from '../exchange/index.js'
import { editMessages, keysNeeded, ledgerText, namespaceOf, readCatalogue, withReviews, withVersions, type Catalogue, type Pair, type Shelf, type Verdict } from '../locale/index.js' // prettier-ignore
import { fileStart, finding, isError, mergeFindings, type Finding, type Place } from '../report/index.js'
import type { Counter } from './counter.js'
import { pairFor } from './export-texts.js'
import { checkDay } from './orders.js'
import { putAllInPlace, unwritable, type NewText } from './put-in-place.js'
import { readParcel, sameOnDisk } from './read-parcel.js'

export interface ImportRequest extends Bringer {
  /** As it was typed; absolute, or relative to where the program runs. */
  readonly file: string
  /** Tag; what the file says when absent. */
  readonly language?: string
  /** ISO 8601 day, for the ledger. */
  readonly date: string
  /** Whether what is sound comes home although something else is not. */
  readonly partial?: boolean
  /** Whether nothing is written, whatever would be. */
  readonly dryRun?: boolean
  placeOf(asked: string): Place
}
export interface Imported {
  readonly language?: string
  readonly changes: readonly {
    readonly key: string
    readonly before?: string
    readonly after: string
    readonly shown: string
  }[]
  /** What is said of texts from now on, by key. */
  readonly said: Readonly<Record<string, 'draft' | 'reviewed'>>
  readonly untranslated: number
  /** Files that were written, or would have been. */
  readonly files: readonly string[]
  readonly written: boolean
  readonly findings: readonly Finding[]
}

/** Brings a translator's file home: all of it or nothing, unless what is sound was asked for. */
export async function importTexts(counter: Counter, request: ImportRequest): Promise<Imported> {
  const nothing = (findings: readonly Finding[]): Imported => ({ changes: [], said: {}, untranslated: 0, files: [], written: false, findings: mergeFindings(findings) }) // prettier-ignore
  const { workspace } = counter
  const english = workspace && counter.catalogue(workspace.source)
  if (!english?.catalogue) return nothing([...counter.findings, ...(english?.findings ?? [])])
  const source = english.catalogue
  const day = checkDay(request.date, request.placeOf(request.date))
  if (day.length > 0) return nothing(day)
  const { bytes, findings: unread } = readParcel(request.file, request.placeOf(request.file))
  if (!bytes) return nothing(unread)

  const exchange = await import('../exchange/index.js')
  const { readHome, showChange, takeHome } = exchange
  const texts = englishFor(source)
  const { home, findings: reading } = readHome({ file: request.file, bytes, english: texts })
  if (!home || reading.some(isError)) return nothing(reading)
  const { pair, findings: wrong } = pairOf(counter, { home, request, exchange })
  if (!pair) return nothing([...reading, ...wrong])
  const language = pair.target.locale.tag

  const taken = takeHome(pair, home, request)
  const before = [...reading, ...wrong, ...taken.findings]
  const refused = before.some(isError) && request.partial !== true
  const files = refused || (taken.changes.length === 0 && taken.said.size === 0) ? { files: [], findings: [] } : newFiles(counter, pair, { ...taken, request }) // prettier-ignore
  const findings = [...before, ...files.findings]
  const stopped = refused || files.findings.some(isError) || request.dryRun === true
  const failed = stopped ? [] : write(counter, files.files)
  return {
    language,
    changes: taken.changes.map((change) => ({ key: change.key, ...(change.before === undefined ? {} : { before: change.before }), after: change.after, shown: showChange(change) })), // prettier-ignore
    said: Object.fromEntries(taken.said),
    untranslated: taken.untranslated,
    files: files.files.map((f) => f.path),
    written: files.files.length > 0 && !stopped && failed.length === 0,
    findings: mergeFindings([...findings, ...failed]),
  }
}

/** Of a plural form that the English lacks, its general form. */
function englishFor(source: Catalogue): (key: string) => string | undefined {
  return (key) => (source.messages.get(key) ?? source.messages.get(key.replace(/_[a-z]+$/, '_other')))?.text
}

interface Home {
  readonly home: HomeFile
  readonly request: ImportRequest
  /** Loaded by now: see decision 014. */
  readonly exchange: Pick<typeof import('../exchange/index.js'), 'languageProblem' | 'sameLanguage'>
}

/** The languages of a file: what was asked for and what it says itself must agree. */
function pairOf(counter: Counter, { home, request, exchange }: Home): ReturnType<typeof pairFor> {
  const source = counter.workspace?.source ?? ''
  const { file, language } = request
  const says = home.target ?? home.sentFor
  if (language === undefined && says === undefined) {
    const wanted = 'a language that it names; say which with --language'
    return { findings: [finding('exchange-language', fileStart(file), { found: 'no language', wanted })] }
  }
  const have = counter.languages().filter((tag) => tag !== source)
  const tag = language ?? have.find((t) => t === says) ?? have.find((t) => exchange.sameLanguage(t, says ?? ''))
  const asked = tag === undefined ? undefined : pairFor(counter, tag, request.placeOf(tag))
  if (asked && !asked.pair) return asked
  const target = asked?.pair?.target.locale.tag
  const strange = exchange.languageProblem(home, { source, ...(target === undefined ? {} : { target }) })
  return strange || !asked ? { findings: strange ? [strange] : [] } : asked
}

interface Taken {
  readonly changes: readonly Change[]
  readonly said: ReadonlyMap<string, 'draft' | 'reviewed'>
  readonly request: ImportRequest
}

/** The files as they will be: messages, what was said of them, and the history of the English that it was said of. */
function newFiles(counter: Counter, pair: Pair, taken: Taken): { files: NewText[]; findings: Finding[] } {
  const { shelf } = counter
  const { tag } = pair.target.locale
  const order = keysNeeded(pair.source, tag)
  const edited = new Map<string, string>()
  const findings: Finding[] = []
  for (const namespace of new Set(taken.changes.map((c) => namespaceOf(c.key)))) {
    const path = `locales/${tag}/${namespace}.json`
    const own = (key: string): string => key.slice(namespace.length + 1)
    const texts = new Map(
      taken.changes.filter((c) => namespaceOf(c.key) === namespace).map((c) => [own(c.key), c.after]),
    )
    const result = editMessages(shelf.read(path), {
      texts,
      order: order.filter((k) => namespaceOf(k) === namespace).map(own),
    })
    if ('text' in result) edited.set(path, result.text)
    else findings.push(finding('json-shape', fileStart(path), { path: result.blocked, problem: 'an object stands where a text should, or the other way round' })) // prettier-ignore
  }
  if (findings.length > 0) return { files: [], findings }

  const { by = 'import', date } = taken.request
  const next = readCatalogue(overlay(shelf, edited), tag).catalogue ?? pair.target
  const verdicts = new Map([...taken.said].map(([key, state]): [string, Verdict] => [key, { state, by, date, note: pair.target.review.get(key)?.note ?? '' }])) // prettier-ignore
  const texts = new Map(edited)
  if (verdicts.size > 0) {
    // No ledger may speak of a sentence that was not kept.
    texts.set(`locales/${pair.source.locale.tag}/history.json`, ledgerText(withVersions(pair.source.history, pair.source.messages, date))) // prettier-ignore
    texts.set(`locales/${tag}/review.json`, ledgerText(withReviews({ source: pair.source, target: next }, verdicts)))
  }
  const files = [...texts].filter(([path, text]) => text !== shelf.read(path)).map(([path, text]) => ({ path, text }))
  return { files, findings: files.flatMap(({ path }) => sameOnDisk(counter, path)) }
}

const overlay = (shelf: Shelf, texts: ReadonlyMap<string, string>): Shelf => ({
  read: (path) => texts.get(path) ?? shelf.read(path),
  why: (path) => (texts.has(path) ? undefined : shelf.why?.(path)),
  list: (folder) => {
    const added = [...texts.keys()].filter((path) => path.startsWith(`${folder}/`)).map((path) => path.slice(folder.length + 1)) // prettier-ignore
    return [...new Set([...shelf.list(folder), ...added])].sort()
  },
})

function write({ folder }: Counter, files: readonly NewText[]): Finding[] {
  try {
    putAllInPlace(folder, files)
    return []
  } catch (error) {
    return [unwritable(error, { folder, out: folder, file: files[0]?.path ?? '' })]
  }
}
