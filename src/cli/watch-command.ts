import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { amongInputs, outputFolder, watch, type BuildReport } from '../build/index.js'
import { countFindings } from '../report/index.js'
import { requestOf, type BuildFlags } from './build-command.js'
import type { CommandLine } from './command-line.js'
import { Out } from './desk-out.js'
import type { ExitCode } from './program.js'

/** `doorstep watch`: builds, and builds again on every change, until it is interrupted. */
export async function watchCommand(flags: BuildFlags, line: CommandLine): Promise<ExitCode> {
  const out = new Out(flags.json ?? false)
  const folder = resolve(flags.workspace)
  const where = outputFolder(folder, flags.out)
  const misplaced = await amongInputs({ folder, out: where, ...(flags.out === undefined ? {} : { outPlace: line.placeOf(flags.out) }) }) // prettier-ignore
  // Another folder is another watch: nothing that changes would mend it.
  if (misplaced) return out.end([misplaced], { leaflets: [] })
  const interrupted = new AbortController()
  const stop = (): void => {
    interrupted.abort()
  }
  process.once('SIGINT', stop).once('SIGTERM', stop)
  let said = ''
  let started = performance.now()
  try {
    await watch({
      folder,
      out: where,
      jobs: flags.jobs ?? availableParallelism(),
      proof: flags.proof,
      release: flags.release ?? false,
      wait: true,
      signal: interrupted.signal,
      request: () => {
        started = performance.now()
        return requestOf(flags, line)
      },
      built(report) {
        const text = JSON.stringify([report.findings, report.leaflets.filter((l) => l.state === 'built')])
        // A file that was saved and did not change is no news.
        if (text === said) return
        said = text
        out.news(report.findings, report)
        out.say(summary(report, performance.now() - started))
      },
    })
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop)
  }
  return 0
}

function summary({ leaflets, findings }: BuildReport, ms: number): string {
  const count = (state: string): number => leaflets.filter((l) => l.state === state).length
  const names = leaflets.filter((l) => l.state === 'built').map((l) => l.id)
  const some = names.length > 4 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more` : names.join(', ')
  const parts = [`${names.length} built in ${Math.round(ms)} ms${some === '' ? '' : `: ${some}`}`, `${count('current')} current`, `${count('held')} held`] // prettier-ignore
  return `${parts.join('; ')}; ${countFindings(findings)}; waiting for changes`
}
