import { Bidi, bidiClassesOf, bidiClassOf } from './bidi-class.js'
import { explicitLevels } from './bidi-explicit.js'
import { resolveSequences } from './bidi-sequences.js'

/** Characters that can change anything: letters and digits of right-to-left scripts, and the controls. */
const NEEDS_BIDI =
  /[\u0590-\u08FF\u200F\u202A-\u202E\u2066-\u2069\uFB1D-\uFDFF\uFE70-\uFEFF\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u

const { L, R, AL, EN, AN, BN, B, S, WS, LRE, LRO, RLE, RLO, PDF, LRI, RLI, FSI, PDI } = Bidi
const ISOLATES = (1 << LRI) | (1 << RLI) | (1 << FSI) | (1 << PDI)
const CONTROLS = ISOLATES | (1 << LRE) | (1 << LRO) | (1 << RLE) | (1 << RLO) | (1 << PDF)
/** What rule X9 takes out. */
const REMOVED = (1 << BN) | (1 << LRE) | (1 << LRO) | (1 << RLE) | (1 << RLO) | (1 << PDF)
/** What keeps a paragraph from being of its own level throughout. */
const LEAVES_LTR = (1 << R) | (1 << AL) | (1 << AN) | CONTROLS
const LEAVES_RTL = (1 << L) | (1 << EN) | (1 << AN) | CONTROLS

/** One paragraph on its way through the rules; all offsets are UTF-16, from the paragraph's start. */
export interface BidiParagraph {
  readonly text: string
  /** The paragraph's own level, 0 or 1. */
  readonly base: number
  /** Bidi_Class as the data files have it (see bidiClassesOf). */
  readonly classes: Uint8Array
  /** Classes after overrides (X1 to X8). */
  readonly types: Uint8Array
  readonly levels: Uint8Array
}

/**
 * Embedding level of each UTF-16 unit (UAX #9, Unicode 15: rules P1, X1 to I2, and L1 but for its last part, which
 * needs the line); odd is right-to-left. What X9 takes out has the level of what stands before it.
 */
export function levelsOf(text: string, base: 'ltr' | 'rtl'): Uint8Array {
  if (base === 'ltr' && !NEEDS_BIDI.test(text)) return new Uint8Array(text.length)
  const levels = new Uint8Array(text.length)
  const classes = bidiClassesOf(text)
  for (let start = 0; start < text.length;) {
    let end = classes.indexOf(B, start) + 1
    if (end === 0) end = text.length
    const whole = start === 0 && end === text.length
    resolve({
      text: whole ? text : text.slice(start, end),
      base: base === 'rtl' ? 1 : 0,
      classes: classes.subarray(start, end),
      levels: levels.subarray(start, end),
    })
    start = end
  }
  return levels
}

function resolve({ text, base, classes, levels }: Omit<BidiParagraph, 'types'>): void {
  let seen = 0
  for (let i = 0; i < classes.length; i++) seen |= 1 << classes[i]!
  if ((seen & (base === 0 ? LEAVES_LTR : LEAVES_RTL)) === 0) {
    levels.fill(base)
    return
  }
  const paragraph = { text, base, classes, levels, types: classes.slice() }
  if (seen & CONTROLS) explicitLevels(paragraph)
  else levels.fill(base)
  resolveSequences(paragraph, keptOf(classes))
  levelWhatIsRemoved(paragraph)
  if (seen & ((1 << S) | (1 << B))) resetSeparators(paragraph)
}

/** Offsets of what rule X9 leaves. */
function keptOf(classes: Uint8Array): Int32Array {
  const kept = new Int32Array(classes.length)
  let count = 0
  for (let i = 0; i < classes.length; i++) if (((1 << classes[i]!) & REMOVED) === 0) kept[count++] = i
  return kept.subarray(0, count)
}

/** A joiner belongs to the letter before it, the second unit of a pair to the first (UAX #9 §5.2). */
function levelWhatIsRemoved({ classes, levels }: BidiParagraph): void {
  for (let i = 1; i < classes.length; i++) {
    const follows = (1 << classes[i]!) & REMOVED && ((1 << classes[i - 1]!) & CONTROLS) === 0
    if (follows) levels[i] = levels[i - 1]!
  }
}

/** Rule L1, parts 1 to 3: separators, and the spaces before them. */
function resetSeparators({ base, classes, levels }: BidiParagraph): void {
  let reset = false
  for (let i = classes.length - 1; i >= 0; i--) {
    const bit = 1 << classes[i]!
    if (bit & ((1 << S) | (1 << B))) reset = true
    else if ((bit & ((1 << WS) | ISOLATES | REMOVED)) === 0) reset = false
    if (reset) levels[i] = base
  }
}

/**
 * Where the end of a line begins that rule L1, part 4, gives the paragraph's level: after the last character that isn't
 * space or an invisible control. A joiner stays with its letter. Offsets are UTF-16, into the paragraph.
 */
export function startOfTail(text: string, range: { readonly start: number; readonly end: number }): number {
  const tail = (1 << WS) | (1 << S) | (1 << B) | ISOLATES | REMOVED
  let start = range.end
  while (start > range.start && (1 << bidiClassOf(text.charCodeAt(start - 1))) & tail) start--
  while (start > range.start && start < range.end && bidiClassOf(text.charCodeAt(start)) === BN) start++
  return start
}
