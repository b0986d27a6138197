import { measureWarm, type WarmOrder } from './warm.js'

/** One measurement in a process of its own: its order comes as JSON, its figures go out as one line of JSON. */
const figures = await measureWarm(JSON.parse(process.argv[2] ?? '') as WarmOrder)
// maxRSS is in kilobytes (libuv).
process.stdout.write(`${JSON.stringify({ figures, peak: process.resourceUsage().maxRSS * 1024 })}\n`)
