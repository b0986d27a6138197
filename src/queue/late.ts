// BullMQ takes longer to load than a leaflet to make: what needs it is loaded when it is called.
import type { Coordinator, CoordinatorOptions, openCoordinator } from './coordinator.js'
import type { lookIntoQueue as lookNow } from './look.js'
import { held } from './slip.js'
import type { work as workNow } from './work.js'

export type { Coordinator }

/** Opens queue and store at the first leaflet: a build in which nothing changed asks neither. */
export function coordinate(options: CoordinatorOptions): Coordinator {
  let opened: Awaited<ReturnType<typeof openCoordinator>> | undefined
  return {
    async *makeAll(tasks, counter, choice) {
      if (tasks.length === 0) return
      opened ??= await (await import('./coordinator.js')).openCoordinator(options)
      const { coordinator, findings } = opened
      if (coordinator) yield* coordinator.makeAll(tasks, counter, choice)
      else for (const task of tasks) yield held(task, ...findings)
    },
    findings: () => opened?.coordinator?.findings() ?? [],
    async close() {
      await opened?.coordinator?.close()
    },
  }
}

export const lookIntoQueue: typeof lookNow = async (tools, empty) =>
  (await import('./look.js')).lookIntoQueue(tools, empty)

export const work: typeof workNow = async (options) => (await import('./work.js')).work(options)
