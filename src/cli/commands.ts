import { relative, resolve } from 'node:path'
import { checkWorkspace, Counter, outputFolder, proofFile, traceKey, takeOrders } from '../build/index.js'
import { isError } from '../report/index.js'
import { requestOf, type ChoiceFlags } from './build-command.js'
import type { CommandLine } from './command-line.js'
import { Out } from './desk-out.js'
import type { CommonFlags, ExitCode } from './program.js'

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
  if (findings.length === 0) out.say('Nothing to say: all is well')
  return out.end(findings, {})
}

export async function proofCommand(file: string, flags: CommonFlags, line: CommandLine): Promise<ExitCode> {
  const out = new Out(flags.json ?? false)
  const folder = resolve(flags.workspace)
  const place = line.placeOf(file)
  const proof = await proofFile({ file, out: relative('', outputFolder(folder)), place }, new Counter(folder))
  if (proof.dump !== '') out.say(proof.dump.trimEnd())
  if (proof.leaflet !== undefined && !proof.findings.some(isError)) out.say(`Equal to its document: ${proof.leaflet}`)
  return out.end(proof.findings, { file, ...proof })
}

export async function traceCommand(key: string, flags: TraceFlags, line: CommandLine): Promise<ExitCode> {
  const out = new Out(flags.json ?? false)
  const counter = new Counter(resolve(flags.workspace))
  const { language: languages, format: formats, service: services } = flags
  const { orders, findings } = takeOrders(counter, requestOf({ ...flags, languages, formats, services }, line))
  const [order] = orders
  if (!order || findings.some(isError)) return out.end(findings, { key, stages: [] })
  const trace = await traceKey({ key, placeOfKey: line.placeOf(key) }, order, counter)
  for (const { stage, text } of trace.stages) out.say(`${stage}\n${text.replace(/^/gm, '  ')}\n`)
  if (trace.stages.length === 1)
    out.say(`${order.notice}.${order.service}.${order.format} in ${order.language} does not print this text`)
  return out.end(trace.findings, { key, stages: trace.stages })
}
