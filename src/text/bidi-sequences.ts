import { asClosing, Bidi, wantedClosing } from './bidi-class.js'
import { partnersOf } from './bidi-explicit.js'
import type { BidiParagraph } from './bidi.js'

const { L, R, AL, EN, ES, ET, AN, CS, NSM, B, S, WS, ON, LRI, RLI, FSI, PDI } = Bidi
const INITIATORS = (1 << LRI) | (1 << RLI) | (1 << FSI)
const ISOLATES = INITIATORS | (1 << PDI)
const NUMERIC = (1 << EN) | (1 << AN) | (1 << ES) | (1 << ET) | (1 << CS)
const NEUTRAL = (1 << B) | (1 << S) | (1 << WS) | (1 << ON) | ISOLATES
/** BD16: brackets that may be open at a time. */
const MAX_BRACKETS = 63

/** Text of one level, isolates within it stepped over (BD13): offsets into the paragraph, and the type at each. */
interface Sequence {
  readonly offsets: Int32Array
  readonly types: Uint8Array
  readonly level: number
  /** Types that count as standing before and after it (X10). */
  readonly sos: number
  readonly eos: number
}

/** Levels by the weak and neutral rules (UAX #9, X10, W1 to W7, N0 to N2, I1, I2). `kept`: what X9 leaves. */
export function resolveSequences(paragraph: BidiParagraph, kept: Int32Array): void {
  for (const sequence of sequencesOf(paragraph, kept)) {
    const seen = resolveWeak(sequence)
    if (seen & (1 << ON)) resolveBrackets(paragraph, sequence)
    if (seen & NEUTRAL) resolveNeutral(sequence)
    const { offsets, types, level } = sequence
    for (let k = 0; k < types.length; k++) {
      const type = types[k]!
      const up = type === L ? level & 1 : type === R ? ~level & 1 : level & 1 ? 1 : 2
      paragraph.levels[offsets[k]!] = level + up
    }
  }
}

/** Isolating run sequences (BD13), by the start of each. */
function sequencesOf(paragraph: BidiParagraph, kept: Int32Array): Sequence[] {
  const { base, classes, types, levels } = paragraph
  const typesAt = (offsets: Int32Array): Uint8Array => {
    const out = new Uint8Array(offsets.length)
    for (let k = 0; k < offsets.length; k++) out[k] = types[offsets[k]!]!
    return out
  }
  const direction = (level: number): number => (level & 1 ? R : L)
  const runs = runsOf(levels, kept)
  const [only] = runs
  if (!only) return []
  if (runs.length === 1) {
    const level = levels[kept[0]!]!
    const edge = direction(Math.max(level, base))
    return [{ offsets: kept, types: typesAt(kept), level, sos: edge, eos: edge }]
  }
  const partners = partnersOf(classes)
  const runAt = new Map(runs.map((run) => [kept[run.start]!, run]))
  const sequences: Sequence[] = []
  for (const first of runs) {
    const head = kept[first.start]!
    if (classes[head] === PDI && partners[head]! >= 0) continue // within the sequence of its initiator
    const parts: Run[] = []
    let closed = true
    for (let run: Run | undefined = first; run;) {
      parts.push(run)
      const tail: number = kept[run.end - 1]!
      const opens: boolean = ((1 << classes[tail]!) & INITIATORS) !== 0
      closed = !opens || partners[tail]! >= 0
      run = opens ? runAt.get(partners[tail]!) : undefined
    }
    const offsets = joined(kept, parts)
    const level = levels[head]!
    const last = parts.at(-1)!
    const before = first.start > 0 ? levels[kept[first.start - 1]!]! : base
    const after = closed && last.end < kept.length ? levels[kept[last.end]!]! : base
    const sos = direction(Math.max(level, before))
    const eos = direction(Math.max(level, after))
    sequences.push({ offsets, types: typesAt(offsets), level, sos, eos })
  }
  return sequences
}

/** Level run (BD7): positions in `kept`, end exclusive. */
interface Run {
  readonly start: number
  readonly end: number
}

function runsOf(levels: Uint8Array, kept: Int32Array): Run[] {
  const runs: Run[] = []
  for (let start = 0; start < kept.length;) {
    const level = levels[kept[start]!]
    let end = start + 1
    while (end < kept.length && levels[kept[end]!] === level) end++
    runs.push({ start, end })
    start = end
  }
  return runs
}

function joined(kept: Int32Array, runs: readonly Run[]): Int32Array {
  if (runs.length === 1) return kept.subarray(runs[0]!.start, runs[0]!.end)
  const offsets = new Int32Array(runs.reduce((sum, run) => sum + run.end - run.start, 0))
  let at = 0
  for (const { start, end } of runs) {
    offsets.set(kept.subarray(start, end), at)
    at += end - start
  }
  return offsets
}

/** Rules W1 to W7. Returns the set of types that are left. */
function resolveWeak({ types, sos, eos }: Sequence): number {
  let seen = 0
  let before = sos
  let strong = sos
  for (let k = 0; k < types.length; k++) {
    let type = types[k]!
    if (type === NSM) type = (1 << before) & ISOLATES ? ON : before // W1
    before = type
    if (type === EN) {
      if (strong === AL) type = AN // W2
    } else if (type === L || type === R) strong = type
    else if (type === AL) {
      strong = AL
      type = R // W3
    }
    types[k] = type
    seen |= 1 << type
  }
  return seen & NUMERIC ? resolveNumbers(types, sos, eos) : seen
}

/** Rules W4 to W7. */
function resolveNumbers(types: Uint8Array, sos: number, eos: number): number {
  const count = types.length
  for (let k = 0; k < count; k++) {
    const type = types[k]!
    if (type !== ES && type !== CS) continue
    const before = k > 0 ? types[k - 1]! : sos
    const after = k + 1 < count ? types[k + 1]! : eos
    // W4; what doesn't join two numbers is neutral (W6).
    types[k] = before === after && (before === EN || (before === AN && type === CS)) ? before : ON
  }
  let seen = 0
  let strong = sos
  for (let k = 0; k < count; k++) {
    let type = types[k]!
    if (type === ET) {
      let end = k + 1
      while (end < count && types[end] === ET) end++
      const beside = (k > 0 && types[k - 1] === EN) || (end < count && types[end] === EN)
      types.fill(beside ? EN : ON, k, end) // W5, W6
      type = types[k]!
    }
    if (type === L || type === R) strong = type
    seen |= 1 << type
  }
  if ((seen & (1 << EN)) === 0) return seen
  strong = sos
  for (let k = 0; k < count; k++) {
    const type = types[k]!
    if (type === L || type === R) strong = type
    else if (type === EN && strong === L) types[k] = L // W7
  }
  return seen
}

/** Strong direction of a resolved type as N0 to N2 see it: numbers are R; undefined for neutrals. */
function strongOf(type: number): number | undefined {
  if (type === L) return L
  return type === R || type === EN || type === AN ? R : undefined
}

/** Rule N0: brackets go with what is in them, or with what stands before them. */
function resolveBrackets({ text, types: given }: BidiParagraph, sequence: Sequence): void {
  const { offsets, types, level, sos } = sequence
  const closers = closersOf(text, sequence)
  if (!closers) return
  const own = level & 1 ? R : L
  const give = (k: number, type: number): void => {
    types[k] = type
    // Marks on a bracket go with it.
    for (let m = k + 1; m < offsets.length && given[offsets[m]!] === NSM; m++) types[m] = type
  }
  for (const [open, close] of closers) {
    let other = false
    let found = false
    for (let k = open + 1; k < close && !found; k++) {
      const strong = strongOf(types[k]!)
      if (strong === own) found = true
      else if (strong !== undefined) other = true
    }
    if (!found && !other) continue
    let type: number = own
    if (!found) {
      let k = open - 1
      while (k >= 0 && strongOf(types[k]!) === undefined) k--
      type = (k >= 0 ? strongOf(types[k]!) : sos) ?? own
    }
    give(open, type)
    give(close, type)
  }
}

/** Pairs of brackets (BD16) as positions in the sequence, by the opening ones. */
function closersOf(text: string, { offsets, types }: Sequence): [number, number][] | undefined {
  const pairs: [number, number][] = []
  const wanted: number[] = []
  const opens: number[] = []
  for (let k = 0; k < offsets.length; k++) {
    if (types[k] !== ON) continue
    const unit = text.charCodeAt(offsets[k]!)
    const closing = wantedClosing(unit)
    if (closing !== undefined) {
      if (opens.length === MAX_BRACKETS) break
      wanted.push(closing)
      opens.push(k)
      continue
    }
    const closes = asClosing(unit)
    if (closes === undefined) continue
    const at = wanted.lastIndexOf(closes)
    if (at < 0) continue
    pairs.push([opens[at]!, k])
    wanted.length = opens.length = at
  }
  return pairs.length > 0 ? pairs.sort((a, b) => a[0] - b[0]) : undefined
}

/** Rules N1 and N2: neutrals take the direction on both sides of them, or else that of the level. */
function resolveNeutral({ types, level, sos, eos }: Sequence): void {
  const own = level & 1 ? R : L
  let before = sos
  for (let k = 0; k < types.length; k++) {
    const strong = strongOf(types[k]!)
    if (strong !== undefined) {
      before = strong
      continue
    }
    let end = k + 1
    while (end < types.length && strongOf(types[end]!) === undefined) end++
    const after = end < types.length ? strongOf(types[end]!)! : eos
    const type = before === after ? before : own
    // A loop: fill() takes longer for the one space that there mostly is.
    while (k < end) types[k++] = type
    k--
  }
}
