export const DAY_OF_ENVIRONMENT = 'SOURCE_DATE_EPOCH='

/**
 * The day that leaflets are printed on unless another is asked for: SOURCE_DATE_EPOCH, a number of seconds, as its UTC
 * day (https://reproducible-builds.org/specs/source-date-epoch/), or else today in the time zone of this machine. ISO
 * 8601. What is no number of seconds stays as it is, with its name, so that a finding can say so.
 */
export function today(): string {
  const epoch = process.env['SOURCE_DATE_EPOCH']
  if (epoch !== undefined && epoch !== '') {
    const day = new Date(/^\d+$/.test(epoch) ? Number(epoch) * 1000 : NaN)
    return Number.isNaN(day.getTime()) ? DAY_OF_ENVIRONMENT + epoch : day.toISOString().slice(0, 10)
  }
  const now = new Date()
  const two = (n: number): string => String(n).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
