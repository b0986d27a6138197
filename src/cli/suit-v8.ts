import { availableParallelism } from 'node:os'
import { setFlagsFromString } from 'node:v8'

/** From so many leaflets on, a function that is optimised early pays for it. */
const LONG_RUN = 100
/** From so many on, memory counts for more than a twentieth of the time. */
export const MANY = 500
const VERY_MANY = 3000

/** What is about to be made. */
export interface Load {
  readonly leaflets: number
  /** With those that stay as they are: what is known of each is in memory too. */
  readonly all: number
  /** How many make them at once. */
  readonly threads: number
}

/**
 * Tells V8 what is about to be made, before it is begun and before other threads are. Figures: docs/batch-figures.md.
 *
 * V8's own threads optimise functions and clear young objects away beside the program: a help where a core is idle, and
 * in the way of those that make leaflets where none is. Functions with less of others in them take less time to
 * optimise, and run as fast.
 *
 * Where memory is plenty, V8 lets what is alive grow fourfold before it collects again, in each thread. A build of many
 * leaflets lets it grow by one and a half: half of the memory, for 3 to 5 % more of the time. One of thousands has more
 * alive, what is known of each leaflet, and lets it grow by four tenths: hardly more memory, and no time that can be measured.
 *
 * V8 remembers of places in the program that what they make lives long, and makes it among old objects from then on. Here it
 * is as dead as the rest when its leaflet is done, but waits there until all memory is marked: a sixth of the time of a
 * build of thousands.
 */
export function suitV8(load: Load): void {
  for (const flag of v8FlagsFor(load, availableParallelism())) setFlagsFromString(flag)
}

/** V8's flags for a load, on so many cores. All may be set while a program runs: V8 looks at them each time. */
export function v8FlagsFor({ leaflets, all, threads }: Load, cores: number): string[] {
  const flags: string[] = []
  if (leaflets >= LONG_RUN) {
    flags.push('--interrupt-budget=264000', '--max-inlined-bytecode-size-cumulative=150')
    if (threads >= cores) flags.push('--no-concurrent-recompilation', '--no-parallel-scavenge')
  }
  if (all >= MANY)
    flags.push('--no-allocation-site-pretenuring', `--heap-growing-percent=${all < VERY_MANY ? 150 : 40}`)
  return flags
}
