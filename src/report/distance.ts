/** Letters to add, drop or change to make one word of the other (Levenshtein). */
export function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + Number(a[i - 1] !== b[j - 1])))
    row = next
  }
  return row[b.length]!
}

/** Of some names those that differ least from what was typed, capitals aside, if in no more than so many letters. */
export function nearest(typed: string, known: readonly string[], most: number): string[] {
  // Names differ in as many letters at least as one is longer.
  const near = known.filter((name) => Math.abs(name.length - typed.length) <= most)
  const far = new Map(near.map((name) => [name, distance(name.toLowerCase(), typed.toLowerCase())]))
  const least = Math.min(...far.values())
  return least <= most ? near.filter((name) => far.get(name) === least) : []
}
