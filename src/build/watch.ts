import { build, type BuildOptions, type BuildReport } from './build.js'
import { keepUp } from './keep-up.js'
import { readNotebook } from './notebook.js'
import type { Request } from './orders.js'
import type { SeenByPath } from './seen.js'

export interface WatchOptions extends Omit<BuildOptions, 'request' | 'force' | 'progress'> {
  /** Asked anew for each build: a watch may go on over midnight. */
  request(): Request
  /** Hears of each build. */
  built(report: BuildReport): void
  /** Ends the watch, after the build that is under way. */
  readonly signal: AbortSignal
}

/** Builds, then again whenever something that a build reads changes. */
export function watch(options: WatchOptions): Promise<void> {
  const { signal, out, folder } = options
  let cold = options.makeAll === undefined
  /** What was read for a request of which nothing can be made, where no build notes it. */
  let unnoted: SeenByPath | undefined
  return keepUp({
    folder,
    out,
    signal,
    seen: () => readNotebook(out)?.seen ?? unnoted,
    async round(heard) {
      const request = options.request()
      const { wrongRequest } = await import('./wrong-request.js')
      unnoted = wrongRequest({ folder, out, request })?.seen
      const report = await build({ ...options, request })
      options.built(report)
      if (cold && !report.leaflets.some((l) => l.state === 'built')) {
        const { warmUp } = await import('./warm-up.js')
        await warmUp(report, { ...options, wanted: heard })
      }
      cold = false
    },
  })
}
