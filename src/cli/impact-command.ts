import { resolve } from 'node:path'
import { days, impactOf, impactPage, outputFolder, putNamed, waitsSaid, WHY, type Impact, type LeafletImpact } from '../build/index.js' // prettier-ignore
import type { Finding } from '../report/index.js'
import { requestOf, type ChoiceFlags } from './build-command.js'
import type { CommandLine } from './command-line.js'
import { Out } from './desk-out.js'
import type { ExitCode } from './program.js'

export interface ImpactFlags extends ChoiceFlags {
  readonly out?: string
  readonly release?: boolean
  readonly page?: string
}

/** `doorstep impact`: what a build would make again, what waits for a translator, which paper is to be taken back. */
export function impactCommand(flags: ImpactFlags, line: CommandLine): ExitCode {
  const out = new Out(flags.json ?? false)
  const folder = resolve(flags.workspace)
  const request = requestOf(flags, line)
  const impact = impactOf({
    folder,
    out: outputFolder(folder, flags.out),
    request,
    release: flags.release ?? false,
  })
  const { keys, leaflets } = impact
  const written = flags.page === undefined ? [] : put(resolve(flags.page), impactPage(impact, request.issueDate))
  if (!impact.findings.some((f) => f.code === 'publication-unfinished')) out.say(textOf(impact))
  return out.end([...impact.findings, ...written], { keys, leaflets })
}

const put = (file: string, page: string): Finding[] =>
  [putNamed(file, page, { folder: resolve(''), what: 'page' }) ?? []].flat()

function textOf({ keys, leaflets }: Impact): string {
  if (leaflets.length === 0) return 'Nothing would be made again'
  const of = (state: LeafletImpact['state']): LeafletImpact[] => leaflets.filter((l) => l.state === state)
  const recalled = leaflets.flatMap((l) =>
    l.recall ? [`  ${l.recall.edition}  ${l.id}, issued ${days(l.recall)}`] : [],
  )
  return [
    ...keys.map((k) => [k.key, ...Object.entries(k.changes).map(([lang, change]) => `  ${lang}: ${change}`), `  ${counted(k.leaflets.length, 'leaflet')} in ${k.languages.join(', ')}; formats ${k.formats.join(', ')}`].join('\n')), // prettier-ignore
    listed('can go now', of('ready'), (l) => WHY[l.why]),
    listed('wait for a translator', of('waiting'), (l) => waitsSaid(l).join('; ')),
    listed('held', of('held'), (l) => WHY[l.why]),
    ...(recalled.length > 0 ? [`${counted(recalled.length, 'edition')} to take back\n${recalled.join('\n')}`] : []),
  ].join('\n\n')
}

const listed = (what: string, leaflets: readonly LeafletImpact[], why: (l: LeafletImpact) => string): string =>
  [`${leaflets.length} ${what}`, ...leaflets.map((l) => `  ${l.id}: ${why(l)}`)].join('\n')

const counted = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`
