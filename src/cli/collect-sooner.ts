import { setFlagsFromString } from 'node:v8'

/** From so many leaflets on, memory counts for more than a twentieth of the time. */
export const MANY_LEAFLETS = 500
const VERY_MANY = 3000

/**
 * Where memory is plenty, V8 lets what is alive grow fourfold before it collects again, in each thread. A build of many
 * leaflets lets it grow by one and a half: half of the memory, for 3 to 5 % more of the time. One of thousands has more
 * alive, what is known of each leaflet, and lets it grow by six tenths: it takes hardly more memory, and no time that can
 * be measured (docs/batch-figures.md).
 */
export function collectSooner(leaflets = MANY_LEAFLETS): void {
  setFlagsFromString(`--heap-growing-percent=${leaflets < VERY_MANY ? 150 : 60}`)
}
