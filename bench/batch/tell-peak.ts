import { writeSync } from 'node:fs'
import { isMainThread } from 'node:worker_threads'

/** Loaded before a program: at its end it says on channel 3 how much memory it held at most, in kilobytes (libuv). */
if (isMainThread) process.on('exit', () => writeSync(3, String(process.resourceUsage().maxRSS)))
