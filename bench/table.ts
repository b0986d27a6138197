/** A Markdown table as Prettier sets it; columns after the first are numbers and stand to the right. */
export function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, i) => Math.max(3, ...[head, ...rows].map((row) => (row[i] ?? title).length)))
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join(' | ')} |`
  const rule = widths.map((width, i) => (i === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`))
  return [line(head), line(rule), ...rows.map(line)].join('\n')
}

export const ms = (milliseconds: number): string => milliseconds.toFixed(0)
export const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(1)
export const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(0)
/** A share of one as a percentage; what is not nought never looks like it. */
export function percent(share: number): string {
  if (share === 0) return '0'
  return share < 0.0001 ? '< 0.01' : (share * 100).toFixed(2)
}
