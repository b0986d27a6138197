/** Columns for a terminal: the first ones start aligned, numbers after them end aligned. */
export function table(head: readonly string[], rows: readonly (readonly string[])[], startAligned = 2): string {
  const all = [head, ...rows]
  const widths = head.map((_, i) => Math.max(...all.map((row) => (row[i] ?? '').length)))
  return all.map((row) => row.map((cell, i) => (i < startAligned ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join('  ').trimEnd()).join('\n') // prettier-ignore
}
