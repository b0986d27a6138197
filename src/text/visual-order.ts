/**
 * Puts the pieces of one line into printed order (UAX #9, rule L2).
 *
 *   stored   BUS 12 HERE      capitals: right-to-left letters
 *   level    11112211111
 *   printed  EREH 12 SUB
 *
 * Needs the levels of the line, not of the paragraph: rule L1 resets the spaces at its end, and the end is only
 * known once the line is broken.
 */
export function visualOrder<T extends { readonly level: number }>(pieces: readonly T[]): T[] {
  const order = [...pieces]
  const highest = order.reduce((level, piece) => Math.max(level, piece.level), 0)
  for (let level = highest; level > 0; level--) {
    for (let start = 0; start < order.length; start++) {
      if (order[start]!.level < level) continue
      let end = start
      while (end < order.length && order[end]!.level >= level) end++
      turn(order, start, end)
      start = end
    }
  }
  return order
}

function turn(order: unknown[], start: number, end: number): void {
  for (let low = start, high = end - 1; low < high; low++, high--) {
    const kept = order[low]
    order[low] = order[high]
    order[high] = kept
  }
}
