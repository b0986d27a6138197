import { join } from 'node:path'
import {
  checkMessage,
  keyUnknown,
  ledgerText,
  withCosmetic,
  withDrafts,
  withReviews,
  withVersions,
  type Catalogue,
  type History,
  type Pair,
  type Verdict,
} from '../locale/index.js'
import { finding, isError, mergeFindings, type Finding, type Place } from '../report/index.js'
import type { Counter } from './counter.js'
import { matchKeys } from './match-keys.js'
import { checkDay, languageUnknown } from './orders.js'
import { putInPlace, unwritable } from './put-in-place.js'

export interface ReviewRequest extends Verdict {
  /** Tags; all when absent. */
  readonly languages?: readonly string[]
  /** Keys or patterns with `*`. Absent: every text that has no entry becomes a draft, whatever `state` says. */
  readonly keys?: readonly string[]
  /** A key whose newest English wording means the same as the one before. */
  readonly cosmetic?: string
  placeOf(asked: string): Place
}
export interface ReviewsRecorded {
  readonly findings: readonly Finding[]
  /** The files, relative to the workspace. */
  readonly written: readonly string[]
}

/**
 * Notes in each language's review.json what a person says of texts, and in the history of the English which sentences
 * they were made from. A language of which some file cannot be read is left alone: its entries would look like those of
 * texts that are gone. Nothing is written of a request that has an error.
 */
export function recordReviews(counter: Counter, request: ReviewRequest): ReviewsRecorded {
  const { workspace } = counter
  const english = workspace ? counter.catalogue(workspace.source) : undefined
  const source = english?.catalogue
  const findings = [...counter.findings, ...(english?.findings ?? [])]
  if (!workspace || !source || findings.some(isError)) return { findings: mergeFindings(findings), written: [] }

  const { history, refused: unchanged } = historyOf(source, request)
  const refused = [...findings, ...wrongRequest(counter, source, request), ...unchanged]
  if (refused.some(isError)) return { findings: mergeFindings(refused), written: [] }
  const { texts, findings: found } =
    request.cosmetic === undefined ? ledgers(counter, source, request) : { texts: [], findings: [] }
  // The history first: no ledger may speak of a sentence that was not kept.
  const first = { path: `locales/${workspace.source}/history.json`, text: ledgerText(history) }
  return put(counter, [first, ...texts], [...refused, ...found])
}

interface NewText {
  readonly path: string
  readonly text: string
}

function wrongRequest(counter: Counter, source: Catalogue, request: ReviewRequest): Finding[] {
  const { languages, keys } = request
  const have = counter.languages()
  const strange = (languages ?? []).filter((tag) => !have.includes(tag))
  const known = [...source.messages.keys()]
  return [
    ...checkDay(request.date, request.placeOf(request.date)),
    ...strange.map((asked) => languageUnknown(counter, { asked, have }, request.placeOf(asked))),
    ...(keys ?? [])
      .filter((key) => matchKeys([key], known).length === 0)
      .map((key) => keyUnknown(source, key, request.placeOf(key))),
  ]
}

function ledgers(
  counter: Counter,
  source: Catalogue,
  request: ReviewRequest,
): { texts: NewText[]; findings: Finding[] } {
  const findings: Finding[] = []
  const texts: NewText[] = []
  for (const tag of counter.languages().filter((t) => request.languages?.includes(t) ?? true)) {
    const { catalogue: target, findings: reading } = counter.catalogue(tag)
    findings.push(...reading)
    if (!target || reading.some(isError)) continue
    const pair = { source, target }
    const { verdicts, findings: wrong } = verdictsOf(pair, request)
    findings.push(...wrong)
    const { by, date, note } = request
    const ledger = verdicts ? withReviews(pair, verdicts) : withDrafts(pair, { by, date, note })
    texts.push({ path: `locales/${tag}/review.json`, text: ledgerText(ledger) })
  }
  return { texts, findings }
}

/** What is said of each text that was named. A text with an error cannot be agreed to: it could not be printed. */
function verdictsOf(
  pair: Pair,
  { keys, state, by, date, note }: ReviewRequest,
): { verdicts?: Map<string, Verdict>; findings: Finding[] } {
  if (!keys) return { findings: [] }
  const findings: Finding[] = []
  const verdicts = new Map<string, Verdict>()
  for (const key of matchKeys(keys, [...pair.target.messages.keys()])) {
    const wrong = state === 'draft' ? [] : checkMessage(pair, key).filter(isError)
    findings.push(...wrong)
    if (wrong.length === 0) verdicts.set(key, { state, by, date, note })
  }
  return { verdicts, findings }
}

function historyOf(source: Catalogue, request: ReviewRequest): { history: History; refused: Finding[] } {
  const { cosmetic: asked, by, date, note } = request
  const history = withVersions(source.history, source.messages, date)
  if (asked === undefined) return { history, refused: [] }
  const [key] = matchKeys([asked], [...source.messages.keys()])
  if (key === undefined) return { history, refused: [keyUnknown(source, asked, request.placeOf(asked))] }
  if ((history.get(key)?.length ?? 0) < 2)
    return { history, refused: [finding('change-unknown', request.placeOf(asked), { key })] }
  return { history: withCosmetic(history, key, { by, date, note }), refused: [] }
}

function put({ folder, shelf }: Counter, texts: readonly NewText[], before: readonly Finding[]): ReviewsRecorded {
  const findings = [...before]
  const written: string[] = []
  for (const { path, text } of texts) {
    if (text === shelf.read(path)) continue
    try {
      putInPlace(join(folder, path), text)
      written.push(path)
    } catch (error) {
      findings.push(unwritable(error, { folder, out: folder, file: path }))
      // Ledgers after a history that could not be kept would speak of sentences nobody can show.
      break
    }
  }
  return { findings: mergeFindings(findings), written }
}
