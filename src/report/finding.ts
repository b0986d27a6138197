import { catalogue, type FactsOf, type FindingCode } from './catalogue.js'
import type { Place } from './place.js'

export type Severity = 'error' | 'warning' | 'note'

/** Something a person should know: what, where, what would have been printed, what to do. */
export interface Finding {
  readonly code: FindingCode
  readonly severity: Severity
  readonly place: Place
  /** One sentence, sentence case, no final period. */
  readonly title: string
  /** What would have stood on paper, where there is something to show. */
  readonly printed?: string
  readonly fix: string
  /** Keys of all texts that it is about, where it is about several. */
  readonly keys?: readonly string[]
  /** Leaflets that this finding belongs to, such as `tr/children-and-families.whole.standard`. */
  readonly leaflets?: readonly string[]
}

/** Makes a finding; its facts are checked against the catalogue by the compiler. */
export function finding<C extends FindingCode>(code: C, place: Place, facts: FactsOf<C>): Finding {
  const entry = catalogue[code] as {
    severity: Severity
    title: (f: FactsOf<C>) => string
    printed?: (f: FactsOf<C>) => string
    fix: (f: FactsOf<C>) => string
    keys?: (f: FactsOf<C>) => readonly string[]
  }
  return {
    code,
    severity: entry.severity,
    place,
    title: entry.title(facts),
    ...(entry.printed ? { printed: entry.printed(facts) } : {}),
    fix: entry.fix(facts),
    ...(entry.keys ? { keys: entry.keys(facts) } : {}),
  }
}

export const isError = (f: Finding): boolean => f.severity === 'error'

/**
 * The finding, with the leaflets that it belongs to. No literal that adds to what it spreads: the V8 of Node 20 makes a
 * hidden class for each such object (docs/decisions/018).
 */
export const inLeaflets = (f: Finding, leaflets: readonly string[]): Finding => Object.assign({}, f, { leaflets })

/** The same finding from several leaflets becomes one, with all their names. Order of first sight. */
export function mergeFindings(findings: Iterable<Finding>): Finding[] {
  const byText = new Map<string, { last: Finding; readonly leaflets: Set<string> }>()
  for (const f of findings) {
    const id = [f.code, f.place.file, f.place.line, f.place.column, f.title].join('\n')
    let seen = byText.get(id)
    if (!seen) byText.set(id, (seen = { last: f, leaflets: new Set() }))
    seen.last = f
    for (const leaflet of f.leaflets ?? []) seen.leaflets.add(leaflet)
  }
  return [...byText.values()].map(({ last, leaflets }) => (leaflets.size > 0 ? inLeaflets(last, [...leaflets]) : last))
}
