import { accessSync, constants } from 'node:fs'
import { join } from 'node:path'
import { fileStart, finding, inLeaflets, type Finding } from '../report/index.js'
import { clearAside } from './aside.js'
import type { BuildOptions } from './build.js'
import { isTouched, textsOfFiles, writeDependencies, type Asked } from './dependencies.js'
import { PLATFORM } from './engine.js'
import { ledgerText, type BuildLedger, type LedgerEntry, type Making, type Withdrawn } from './ledger.js'
import { idOf, languageOf, writeNotebook } from './notebook.js'
import type { Bench } from './plan.js'
import { NEXT, publish, WITHDRAWN, writeAside, type Move } from './publish.js'
import { putInPlace, unwritable } from './put-in-place.js'
import { bookOf, keepDamaged, LEDGER, type Damage } from './record.js'
import { languagesOfBooks } from './recover-editions.js'
import { requestKey } from './replay.js'
import { moved, SeenFiles, statOf, type SeenByPath } from './seen.js'
import { goneLeaflets } from './withdraw.js'
import { printOf } from './write-file.js'
import { booksAside, formerAway, keepCopies, withoutRefused, type BooksAside, type Entries } from './write-books.js'

/** What a build made of what was asked for; leaflets that are as they were are not in it. */
export interface Outcome {
  /** Made, and put aside. */
  readonly waiting: Map<string, LedgerEntry>
  /** In place, and the same: what is said of them may be another. */
  readonly entries: Map<string, LedgerEntry>
  readonly held: Map<string, Making>
  /** Could not be had this time, whatever they are made from: the ledger says of them what it said. */
  readonly passing: Set<string>
  /** Keys that leaflets ask for. */
  readonly asked: Map<string, Asked>
}

/** Publishes what was made, withdraws what is gone, and notes it all. `failed`: leaflets that the disk refused. */
export function publishAll(
  bench: Bench,
  outcome: Outcome,
  options: BuildOptions,
): { readonly findings: readonly Finding[]; readonly failed: ReadonlySet<string> } {
  const { folder, out, request } = options
  const findings: Finding[] = []
  const failed = new Set<string>()
  const gone = bench.asking.length > 0 ? new Map<string, string>() : goneLeaflets(bench.ledger.leaflets.keys(), bench.counter, request) // prettier-ignore
  const withdrawn = [...gone].map(([id, what]) => withdrawal(id, what, bench, options))
  findings.push(...withdrawn.map((w) => w.finding))
  let ledger = nextLedger(bench, outcome, { gone, withdrawn, options })
  const moves: Move[] = [
    ...[...outcome.waiting.keys()].map((id) => ({ from: `${NEXT}/${id}.pdf`, to: `${id}.pdf` })),
    ...withdrawn.map(({ id, entry }) => ({ from: `${id}.pdf`, to: entry.file })),
  ]
  let print = printOf(ledgerText(ledger))
  const entries: Entries = { published: outcome.waiting, withdrawn, day: request.issueDate }
  try {
    // Leaflets may lie in folders that can be written to although this one cannot: then none is moved.
    if (moves.length > 0 || print !== bench.print) accessSync(out, constants.W_OK)
    const { moves: books, broken } = booksAside(bench, entries, out)
    if (moves.length > 0 || print !== bench.print || books.length > 0) {
      findings.push(...damages(bench.damage, broken, options))
      writeAside(out, LEDGER, ledgerText(ledger))
      moves.push(...books, ...formerAway(out), { from: `${NEXT}/${LEDGER}`, to: LEDGER })
      const stuck = new Set<string>()
      publish(out, moves, ({ to }, error) => {
        const problem = unwritable(error, { folder, out, file: to })
        const id = withdrawn.find((w) => w.entry.file === to)?.id ?? to.replace(/\.pdf$/, '')
        if (id === to) {
          stuck.add(to)
          return void findings.push(problem)
        }
        failed.add(id)
        findings.push(inLeaflets(problem, [id]))
      })
      const inPlace = books.filter(({ to }) => !stuck.has(to))
      if (failed.size > 0) {
        ledger = without(ledger, bench.ledger, failed)
        withoutRefused(inPlace, failed, entries, out)
        putInPlace(join(out, LEDGER), ledgerText(ledger))
        print = printOf(ledgerText(ledger))
      }
      keepCopies(inPlace, out)
    } else clearAside(out)
  } catch (error) {
    for (const id of outcome.waiting.keys()) failed.add(id)
    findings.push(inLeaflets(unwritable(error, { folder, out, file: LEDGER }), [...failed]))
    return { findings, failed }
  }
  note(bench, { ledger, print, outcome, failed: new Set([...failed, ...outcome.passing]) }, options)
  return { findings, failed }
}

interface Withdrawal {
  readonly id: string
  readonly entry: Withdrawn
  readonly finding: Finding
}

function withdrawal(id: string, gone: string, { ledger }: Bench, { folder, out, request }: BuildOptions): Withdrawal {
  const { edition, issueDate, sha256: print } = ledger.leaflets.get(id)!
  const file = `${WITHDRAWN}/${id}.${edition}.pdf`
  const names = new SeenFiles(folder)
  const facts = { id, gone, kept: names.name(join(out, file)) }
  const place = fileStart(names.name(join(out, `${id}.pdf`)))
  const entry = { edition, issueDate, sha256: print, withdrawn: request.issueDate, file }
  return { id, entry, finding: inLeaflets(finding('leaflet-withdrawn', place, facts), [id]) }
}

/** Says which files of record are broken, and keeps them where a person can look at them. */
function damages(damage: Damage | undefined, broken: BooksAside['broken'], { folder, out }: BuildOptions): Finding[] {
  const names = new SeenFiles(folder)
  const at = (file: string) => fileStart(names.name(join(out, file)))
  const keep = (what: Damage, file: string) => (what === 'gone' ? '' : names.name(join(out, keepDamaged(out, file))))
  return [
    ...(damage ? [finding('ledger-damaged', at(LEDGER), { what: damage, kept: keep(damage, LEDGER) })] : []),
    ...broken.map(({ language, what, whole, known }) =>
      finding('editions-damaged', at(bookOf(language)), { what, kept: keep(what, bookOf(language)), whole, known }),
    ),
  ]
}

interface Changes {
  readonly gone: ReadonlyMap<string, string>
  readonly withdrawn: readonly Withdrawal[]
  readonly options: BuildOptions
}

function nextLedger(
  { ledger, orders, counter }: Bench,
  outcome: Outcome,
  { gone, withdrawn, options }: Changes,
): BuildLedger {
  const leaflets = new Map(ledger.leaflets)
  for (const [id, entry] of outcome.entries) leaflets.set(id, entry)
  for (const [id, entry] of outcome.waiting) leaflets.set(id, entry)
  for (const id of gone.keys()) leaflets.delete(id)
  const held = new Map(ledger.held)
  for (const o of orders) if (!outcome.passing.has(idOf(o))) held.delete(idOf(o))
  for (const id of goneLeaflets(held.keys(), counter, options.request).keys()) held.delete(id)
  for (const [id, making] of outcome.held) held.set(id, making)
  const back = new Map(ledger.withdrawn)
  for (const id of outcome.waiting.keys()) back.delete(id)
  for (const { id, entry } of withdrawn) back.set(id, entry)
  return { leaflets, held, withdrawn: back }
}

/** What the disk refused is not in place: what was there before still is. */
function without(ledger: BuildLedger, before: BuildLedger, failed: ReadonlySet<string>): BuildLedger {
  const asBefore = <T>(now: ReadonlyMap<string, T>, then: ReadonlyMap<string, T>): Map<string, T> => {
    const kept = [...now].filter(([id]) => !failed.has(id))
    return new Map([...kept, ...[...then].filter(([id]) => failed.has(id))])
  }
  return {
    leaflets: asBefore(ledger.leaflets, before.leaflets),
    held: ledger.held,
    withdrawn: asBefore(ledger.withdrawn, before.withdrawn),
  }
}

interface Result {
  readonly ledger: BuildLedger
  /** SHA-256 of its file. */
  readonly print: string
  readonly outcome: Outcome
  /** Not as the workspace says: what the disk refused, and what could not be had. */
  readonly failed: ReadonlySet<string>
}

/** Notes what the next build needs to see what moved. */
function note(bench: Bench, { ledger, print, outcome, failed }: Result, { out, request }: BuildOptions): void {
  const { notebook, counter, dependencies, touch, moved: gone, intact } = bench
  // What moved and was not read this time is known to whom it touches.
  const seen = new Map([...(notebook?.seen ?? []), ...bench.again, ...gone, ...counter.seen.all])
  const outputs = new Map<string, string>()
  for (const id of ledger.leaflets.keys()) {
    const stat = statOf(join(out, `${id}.pdf`))?.stat
    // Of a leaflet that was not looked at, only what was known of it counts.
    const known = stat === notebook?.outputs.get(id) || stat === intact.get(id)
    if (stat !== undefined && (known || (outcome.waiting.has(id) && !failed.has(id)))) outputs.set(id, stat)
  }
  for (const file of [...languagesOfBooks(out)].map(bookOf)) {
    const book = statOf(join(out, file))
    if (book) outputs.set(file, book.stat)
  }
  const asked = new Map(dependencies.asked)
  const source = counter.workspace?.source ?? ''
  const requested = new Set(bench.orders.map((o) => idOf(o)))
  for (const [id, keys] of dependencies.asked) {
    const language = languageOf(id)
    const findings = ledger.leaflets.get(id)?.findings ?? []
    // Touched, and not asked for this time: next time it is looked at, whatever moves then.
    if (!ledger.leaflets.has(id) || (!requested.has(id) && isTouched({ language, asked: keys, findings }, { ...touch, source, moved: gone }))) asked.delete(id) // prettier-ignore
  }
  for (const [id, keys] of outcome.asked) if (!failed.has(id)) asked.set(id, keys)
  for (const id of [...failed, ...outcome.held.keys()]) asked.delete(id)

  const before = gone.size === 0 && failed.size === 0 ? (notebook?.requests ?? []) : []
  const requests = new Map(before)
  requests.delete(requestKey(request))
  // What was said of the command line is said anew; a file that could not be put in place is tried again.
  if (bench.asking.length === 0 && failed.size === 0)
    requests.set(requestKey(request), bench.orders.map((o) => idOf(o))) // prettier-ignore
  const texts = writeDependencies(out, { asked, files: textsOfFiles(counter.seen, dependencies, gone) })
  writeNotebook(out, { ledger: print, platform: PLATFORM, texts, seen, outputs, requests })
}

/** Files that are no longer what was read. */
export const unsettledFiles = (seen: SeenByPath, folder: string): string[] =>
  [...moved(seen, folder).moved.keys()].sort()
