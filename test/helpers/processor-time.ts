/**
 * Seconds of processor time that work takes. To tell work that grows with the square of its input from work that does
 * not: unlike the time of a clock, it is the same however busy the machine is with other things.
 */
export function processorTime(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}
