/** The middle of some numbers; of an even count the upper of the two, as `doorstep build` says it, so that it is always one that was measured. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = sorted[Math.floor(sorted.length / 2)]
  if (middle === undefined) throw new RangeError('No numbers have no median')
  return middle
}

export const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)
export const mean = (numbers: readonly number[]): number => sum(numbers) / numbers.length
