import { lettersOf, type Letters } from '../../src/proof/index.js'

/** What a reader gave back, against what was printed. */
export interface Score {
  readonly characters: number
  /** Characters to add, remove or change. */
  readonly wrongCharacters: number
  readonly words: number
  /** Words with a wrong character, glued to the next, or split. */
  readonly wrongWords: number
  /** Invisible characters that steer shapes (U+200C, U+200D), and how many of them did not come back. */
  readonly joiners: number
  readonly lostJoiners: number
  /** The first wrong word, for people who look for its cause. */
  readonly example?: string
}

/** What should come back from one page. */
export interface Expected extends Letters {
  /** Indices of `text` where a line begins on paper; there a reader may end a line though the source has no space. */
  readonly lineStarts: ReadonlySet<number>
  /** Indices where a word begins, first word included. */
  readonly wordStarts: readonly number[]
  readonly joiners: number
}

/**
 * Compares by letters, without spaces and unseen characters (proof/compare-text.ts), then by words: a word is wrong if a
 * character of it is, if the reader puts a space into it, or if the gap before or after it is not as in the source.
 */
export function compare(expected: Expected, read: string): Score {
  const found = lettersOf([{ text: read, before: 'line' }])
  const joiners = [...read.matchAll(/[\u200C\u200D]/g)].length
  const places = expected.text === found.text ? undefined : alignment(expected.text, found.text)
  const at = (i: number): number => (places ? places.at[i]! : i)
  const wrong = (i: number): boolean => {
    const place = at(i)
    if (place < 0) return true
    if (i === 0) return false
    return at(i - 1) !== place - 1 || !mayRead(expected, found, { i, place })
  }
  let wrongWords = 0
  let example: string | undefined
  const { wordStarts, text } = expected
  wordStarts.forEach((start, n) => {
    const end = wordStarts[n + 1] ?? text.length
    let bad = end < text.length && wrong(end)
    for (let i = start; i < end && !bad; i++) bad = wrong(i)
    if (!bad) return
    wrongWords++
    const from = Math.max(0, at(Math.max(0, start - 5)))
    example ??= `${text.slice(Math.max(0, start - 5), end + 5)} ≠ ${shown(found, from, from + end - start + 12)}`
  })
  return {
    characters: text.length,
    wrongCharacters: places?.edits ?? 0,
    words: wordStarts.length,
    wrongWords,
    joiners: expected.joiners,
    lostJoiners: Math.max(0, expected.joiners - joiners),
    ...(example === undefined ? {} : { example }),
  }
}

const shown = ({ text, gaps }: Letters, from: number, to: number): string =>
  [...text.slice(from, to)].map((c, i) => ({ none: '', any: '', space: '␣', line: '⏎' })[gaps[from + i] ?? 'none'] + c).join('') // prettier-ignore

function mayRead(expected: Expected, found: Letters, { i, place }: { i: number; place: number }): boolean {
  const [source, reader] = [expected.gaps[i]!, found.gaps[place]!]
  if (source === 'any') return true
  if (source !== 'none') return reader !== 'none'
  return reader === 'none' || (reader === 'line' && expected.lineStarts.has(i))
}

/**
 * Where each letter of the source came back (−1: not), by the shortest edit script of insertions and deletions (Myers,
 * Algorithmica 1, 1986), and the number of edits with substitutions counted once.
 */
function alignment(source: string, read: string): { at: Int32Array; edits: number } {
  const [n, m] = [source.length, read.length]
  const at = new Int32Array(n).fill(-1)
  const trace: Int32Array[] = []
  const limit = n + m
  let v = new Int32Array(2 * limit + 2)
  let depth = 0
  search: for (; depth <= limit; depth++) {
    trace.push(v.slice(limit - depth, limit + depth + 2))
    const next = v
    for (let k = -depth; k <= depth; k += 2) {
      let x =
        k === -depth || (k !== depth && v[limit + k - 1]! < v[limit + k + 1]!)
          ? v[limit + k + 1]!
          : v[limit + k - 1]! + 1
      while (x < n && x - k < m && source[x] === read[x - k]) x++
      next[limit + k] = x
      if (x >= n && x - k >= m) break search
    }
    v = next
  }
  let [x, y] = [n, m]
  for (let d = depth; d >= 0; d--) {
    const row = trace[d]!
    const get = (k: number): number => row[k + d] ?? 0
    const k = x - y
    const down = k === -d || (k !== d && get(k - 1) < get(k + 1))
    const from = down ? k + 1 : k - 1
    const startX = d === 0 ? 0 : get(from)
    const startY = d === 0 ? 0 : startX - from
    while (x > startX && y > startY && source[x - 1] === read[y - 1]) at[--x] = --y
    ;[x, y] = [startX, startY]
  }
  return { at, edits: editsOf(at, m) }
}

/** Between two kept letters, what is missing and what is added pair off as substitutions. */
function editsOf(at: Int32Array, length: number): number {
  let edits = 0
  let [source, read] = [-1, -1]
  for (let i = 0; i <= at.length; i++) {
    const place = i === at.length ? length : at[i]!
    if (place < 0) continue
    edits += Math.max(i - source - 1, place - read - 1)
    ;[source, read] = [i, place]
  }
  return edits
}

export const sumOf = (scores: readonly Score[]): Score => {
  const add = (of: (s: Score) => number): number => scores.reduce((sum, s) => sum + of(s), 0)
  const example = scores.find((s) => s.example !== undefined)?.example
  return {
    characters: add((s) => s.characters),
    wrongCharacters: add((s) => s.wrongCharacters),
    words: add((s) => s.words),
    wrongWords: add((s) => s.wrongWords),
    joiners: add((s) => s.joiners),
    lostJoiners: add((s) => s.lostJoiners),
    ...(example === undefined ? {} : { example }),
  }
}
