import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { watchPreview, type WatchedPreview } from '../build/index.js'
import type { CommandLine } from './command-line.js'
import { Out } from './desk-out.js'
import { requestOf, said, type PreviewFlags } from './preview-command.js'
import type { ExitCode } from './program.js'

/** `doorstep preview --watch`: the same on every change, until it is interrupted. What is wrong on the command line ends it. */
export async function watchPreviewCommand(flags: PreviewFlags, line: CommandLine): Promise<ExitCode> {
  const out = new Out(flags.json ?? false)
  const stop = new AbortController()
  const interrupted = (): void => {
    stop.abort()
  }
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted)
  let started = performance.now()
  let code: ExitCode = 0
  let opened = false
  try {
    await watchPreview({
      folder: resolve(flags.workspace),
      signal: stop.signal,
      request() {
        started = performance.now()
        return requestOf(flags, line)
      },
      made(now) {
        const { findings, page, renewed } = now
        out.news(findings, now)
        if (page === undefined && findings.every((f) => ELSEWHERE.includes(f.place.file))) {
          code = 1
          stop.abort()
          return
        }
        if (renewed) out.say(said(now, performance.now() - started))
        else out.say(page === undefined ? 'Nothing to show yet' : 'Not renewed; the last good preview stays')
        if (!opened && page !== undefined)
          out.say(`\nA page for the browser, which renews itself: ${addressOf(page, now)}`)
        opened ||= page !== undefined
        out.say('Waiting for changes')
      },
    })
  } finally {
    process.off('SIGINT', interrupted).off('SIGTERM', interrupted)
  }
  return code
}

/** Where the text stands, if it is marked. */
const addressOf = (page: string, { texts, numbers }: WatchedPreview): string =>
  pathToFileURL(page).href + (numbers.length === 0 && texts.some((t) => t.sightings.length > 0) ? '#mark-1' : '')

/** Places that are no files of the workspace. */
const ELSEWHERE = ['command line', 'environment']
