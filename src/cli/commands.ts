import { resolve } from 'node:path'
import {
  checkWorkspace,
  Counter,
  proofFile,
  recordReviews,
  traceKey,
  workspaceStatus,
  takeOrders,
} from '../build/index.js'
import { isError } from '../report/index.js'
import { requestOf, type ChoiceFlags } from './build-command.js'
import type { CommandLine } from './command-line.js'
import { Out } from './desk-out.js'
import type { CommonFlags, ExitCode } from './program.js'
import { table } from './table.js'
import { today } from './today.js'

export interface TraceFlags extends CommonFlags {
  readonly language: string
  readonly format: string
  readonly service: string
  readonly notice?: string
  readonly date?: string
}

// eslint-disable-next-line @typescript-eslint/require-await -- commands share one form
export async function checkCommand(flags: ChoiceFlags, line: CommandLine): Promise<ExitCode> {
  const out = new Out(flags.json ?? false)
  const findings = checkWorkspace(new Counter(resolve(flags.workspace)), requestOf(flags, line))
  out.findings(findings)
  if (findings.length === 0) out.say('Nothing to say: all is well')
  out.json({ findings })
  return findings.some(isError) ? 1 : 0
}

export function statusCommand(flags: CommonFlags): ExitCode {
  const out = new Out(flags.json ?? false)
  const counter = new Counter(resolve(flags.workspace))
  const rows = workspaceStatus(counter)
  out.findings(counter.findings)
  out.say(
    table(
      ['language', 'tag', 'missing', 'stale', 'draft', 'reviewed', 'approved'],
      rows.map((r) =>
        [r.englishName, r.tag, r.missing, r['needs-editing'], r.draft, r.reviewed, r.approved].map(String),
      ),
    ),
  )
  out.json({ findings: counter.findings, languages: rows })
  return counter.findings.some(isError) ? 1 : 0
}

export async function proofCommand(file: string, flags: CommonFlags): Promise<ExitCode> {
  const out = new Out(flags.json ?? false)
  const proof = await proofFile(resolve(file), new Counter(resolve(flags.workspace)))
  out.say(proof.dump)
  out.findings(proof.findings)
  if (proof.findings.length === 0) out.say(`Equal to its document: ${proof.leaflet ?? file}`)
  out.json(proof)
  return proof.findings.some(isError) ? 1 : 0
}

export async function traceCommand(key: string, flags: TraceFlags, line: CommandLine): Promise<ExitCode> {
  const out = new Out(flags.json ?? false)
  const counter = new Counter(resolve(flags.workspace))
  const request = {
    ...requestOf({ ...flags, languages: flags.language, formats: flags.format, services: flags.service }, line),
    issueDate: flags.date ?? today(),
  }
  const { orders, findings } = takeOrders(counter, request)
  out.findings(findings)
  const [order] = orders
  if (!order || findings.some(isError)) return 1
  const stages = await traceKey(key, order, counter)
  for (const { stage, text } of stages) out.say(`${stage}\n${text.replace(/^/gm, '  ')}\n`)
  if (stages.length === 0)
    out.say(`No message "${key}" in ${order.language}; keys look like children-and-families:about.intro`)
  out.json({ key, stages })
  return stages.length === 0 ? 1 : 0
}

export function reviewCommand(flags: CommonFlags & { by: string; note: string; date?: string }): ExitCode {
  const out = new Out(flags.json ?? false)
  const written = recordReviews(new Counter(resolve(flags.workspace)), {
    by: flags.by,
    note: flags.note,
    date: flags.date ?? today(),
  })
  out.say(written.length > 0 ? written.map((f) => `written: ${f}`).join('\n') : 'Every text has its entry already')
  out.json({ written })
  return 0
}
