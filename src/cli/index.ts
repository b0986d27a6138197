/**
 * Room: cli. Arguments in, exit code out; the only room that looks at the clock.
 * Not here: anything that a desk or another program would need too.
 */
export { runDoorstep, type ExitCode } from './program.js'
