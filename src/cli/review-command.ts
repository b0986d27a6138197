import { resolve } from 'node:path'
import { Counter, recordReviews } from '../build/index.js'
import { isError } from '../report/index.js'
import { listOf, type CommandLine } from './command-line.js'
import { Out } from './desk-out.js'
import type { CommonFlags, ExitCode } from './program.js'
import { today } from './today.js'

export interface ReviewFlags extends CommonFlags {
  readonly by: string
  readonly languages?: string
  readonly keys?: string
  readonly state: 'draft' | 'reviewed' | 'approved'
  readonly cosmetic?: string
  readonly note: string
  readonly date?: string
}

/** `doorstep review`: what a person says of texts, into the ledgers. */
export function reviewCommand(flags: ReviewFlags, line: CommandLine): ExitCode {
  const out = new Out(flags.json ?? false)
  const { by, note, state, cosmetic, date = today() } = flags
  const { findings, written } = recordReviews(new Counter(resolve(flags.workspace)), {
    by,
    note,
    state,
    date,
    ...(flags.languages === undefined ? {} : { languages: listOf(flags.languages) }),
    ...(flags.keys === undefined ? {} : { keys: listOf(flags.keys) }),
    ...(cosmetic === undefined ? {} : { cosmetic }),
    placeOf: (asked) => line.placeOf(asked),
  })
  for (const file of written) out.say(`written: ${file}`)
  if (written.length === 0 && !findings.some(isError)) out.say('Nothing to write: all of this is recorded already')
  return out.end(findings, { written })
}
