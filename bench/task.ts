import { measureBuild } from './full-build.js'
import { measureLeaflets } from './leaflets.js'
import { measureMany, type Difference } from './many.js'
import { measureStages } from './stages.js'

/** One measurement in a process of its own; its figures go out as one line of JSON. */
const [name, first = '', second = ''] = process.argv.slice(2)
const figures = await measure()
// maxRSS is in kilobytes (libuv).
process.stdout.write(`${JSON.stringify({ figures, peak: process.resourceUsage().maxRSS * 1024 })}\n`)

function measure(): Promise<unknown> {
  switch (name) {
    case 'stages':
      return measureStages(first)
    case 'many':
      return measureMany(first as Difference, second === 'proven' ? 'proven' : 'unproven')
    case 'build':
      return measureBuild(Number(first))
    case 'leaflets':
      return measureLeaflets()
    default:
      throw new RangeError(`No measurement is called "${name ?? ''}"`)
  }
}
