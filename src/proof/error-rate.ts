import { lettersOf, type Letters } from './compare-text.js'

/**
 * Character error rate of a reader: insertions, deletions and substitutions, divided by the characters of the source.
 * Whitespace and unseen characters do not count (see {@link lettersOf}). 0 is perfect; it may pass 1.
 */
export function errorRate(source: string, read: string): number {
  const a = Array.from(letters(source).text)
  const b = Array.from(letters(read).text)
  if (a.length === 0) return b.length === 0 ? 0 : 1
  return editDistance(a, b) / a.length
}

const letters = (text: string): Letters => lettersOf([{ text, before: 'none' }])

/**
 * Levenshtein's distance by Ukkonen's diagonals (Information and Control 64, 1985): for each number of edits the
 * furthest row on each diagonal. O(n + d²) in practice, so a clean text costs one pass.
 */
export function editDistance(a: readonly string[], b: readonly string[]): number {
  const goal = b.length - a.length
  let rows = new Map<number, number>()
  for (let edits = 0; ; edits++) {
    const next = new Map<number, number>()
    for (let k = -edits; k <= edits; k++) {
      let row = edits === 0 ? 0 : furthest(rows, k)
      if (row < 0 || row + k < 0) continue
      row = Math.min(row, a.length, b.length - k)
      while (row < a.length && row + k < b.length && a[row] === b[row + k]) row++
      next.set(k, row)
      if (k === goal && row === a.length) return edits
    }
    rows = next
  }
}

/** Substitution stays on the diagonal, insertion comes from the left of it, deletion from the right. */
function furthest(rows: ReadonlyMap<number, number>, k: number): number {
  const at = (diagonal: number): number => rows.get(diagonal) ?? Number.NEGATIVE_INFINITY
  return Math.max(at(k) + 1, at(k - 1), at(k + 1) + 1)
}
