import { availableParallelism } from 'node:os'
import { relative, resolve } from 'node:path'
import { build, outputFolder, type BuildReport, type Request } from '../build/index.js'
import { listOf, type CommandLine } from './command-line.js'
import { Out } from './desk-out.js'
import type { CommonFlags, ExitCode } from './program.js'
import { queueOf, type QueueFlags } from './queue-flags.js'
import { suitV8 } from './suit-v8.js'
import { today } from './today.js'

export interface ChoiceFlags extends CommonFlags {
  readonly languages?: string
  readonly formats?: string
  readonly services?: string
  readonly notice?: string
  readonly date?: string
}
export interface BuildFlags extends ChoiceFlags, Partial<QueueFlags> {
  readonly patience?: number
  readonly jobs?: number
  readonly out?: string
  readonly release?: boolean
  readonly proof: boolean
  readonly force?: boolean
  readonly ledger: boolean
  readonly wait?: boolean
}

export async function buildCommand(flags: BuildFlags, line: CommandLine): Promise<ExitCode> {
  const out = new Out(flags.json ?? false)
  const folder = resolve(flags.workspace)
  const started = performance.now()
  const where = outputFolder(folder, flags.out)
  const queue = await queueOf(flags, line, out)
  if (queue.held) return out.end(queue.findings(), { leaflets: [] })
  const threads = flags.jobs ?? availableParallelism()
  const report = await build({
    folder,
    request: requestOf(flags, line),
    out: where,
    ...(flags.out === undefined ? {} : { outPlace: line.placeOf(flags.out) }),
    jobs: threads,
    proof: flags.proof,
    release: flags.release ?? false,
    force: (flags.force ?? false) || !flags.ledger,
    wait: flags.wait ?? false,
    ...(queue.makeAll ? { makeAll: queue.makeAll } : {}),
    begin: (leaflets, all) => {
      suitV8({ leaflets, all, threads })
    },
    progress: (done, all, id) => {
      out.progress(done, all, id)
    },
  })
  await queue.close()
  const code = out.end([...report.findings, ...queue.findings()], { leaflets: report.leaflets })
  out.say(
    summary(report, {
      seconds: (performance.now() - started) / 1000,
      proof: flags.proof,
      where: relative('', where) || '.',
    }),
  )
  return code
}

export function requestOf(flags: ChoiceFlags, line: CommandLine): Request {
  return {
    ...(flags.languages === undefined ? {} : { languages: listOf(flags.languages) }),
    ...(flags.formats === undefined ? {} : { formats: listOf(flags.formats) }),
    ...(flags.services === undefined ? {} : { services: listOf(flags.services) }),
    ...(flags.notice === undefined ? {} : { notice: flags.notice }),
    issueDate: flags.date ?? today(),
    placeOf: (asked) => line.placeOf(asked),
  }
}

interface Told {
  readonly seconds: number
  readonly proof: boolean
  /** The output folder, as a person here would type it. */
  readonly where: string
}

function summary({ leaflets }: BuildReport, { seconds, proof, where }: Told): string {
  const built = leaflets.filter((l) => l.state === 'built')
  const current = leaflets.filter((l) => l.state === 'current')
  const held = leaflets.length - built.length - current.length
  const sizes = built.map((l) => l.bytes).sort((a, b) => a - b)
  const median = sizes[Math.floor(sizes.length / 2)] ?? 0
  const languages = new Set(built.map((l) => l.language)).size
  const pages = built.reduce((n, l) => n + l.pages, 0)
  const how = proof ? 'built and proven' : 'built, not proven'
  const made = `${counted(built.length, 'leaflet')} in ${counted(languages, 'language')} ${how} in ${seconds.toFixed(1)} s: ${where}`
  return [
    ...(built.length > 0 ? [made, `median ${(median / 1000).toFixed(1)} kB, ${counted(pages, 'page')}`] : [`Nothing made, in ${seconds.toFixed(1)} s: ${where}`]), // prettier-ignore
    ...(current.length > 0 ? [`${current.length} current: nothing that they are made from changed`] : []),
    ...(held > 0 ? [`${held} held: their last good editions stay`] : []),
  ].join('; ')
}

const counted = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`
