import type { Severity } from './finding.js'

/** How one kind of finding reads. Codes are permanent: scripts and people remember them. */
export interface Entry<F> {
  readonly severity: Severity
  /** What is wrong: one sentence, no final period. */
  readonly title: (f: F) => string
  /** What would have been printed. */
  readonly printed?: (f: F) => string
  readonly fix: (f: F) => string
  /** The texts that it is about, where it is about several. */
  readonly keys?: (f: F) => readonly string[]
}
/** Lets the compiler work out which facts a finding has. */
export const entry = <F>(e: Entry<F>): Entry<F> => e
