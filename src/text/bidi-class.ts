import { BIDI_BRACKETS, BIDI_CLASSES } from './bidi-data.js'

/** Bidi_Class of a character (UAX #9, table 4), as a number; its bit in a set of classes is `1 << number`. */
export const Bidi = {
  L: 0, R: 1, AL: 2, EN: 3, ES: 4, ET: 5, AN: 6, CS: 7, NSM: 8, BN: 9, B: 10, S: 11, WS: 12, ON: 13,
  LRE: 14, LRO: 15, RLE: 16, RLO: 17, PDF: 18, LRI: 19, RLI: 20, FSI: 21, PDI: 22,
} as const // prettier-ignore

/** The names in the order of their numbers, as UnicodeData.txt writes them. */
export const bidiClassNames = Object.keys(Bidi) as (keyof typeof Bidi)[]

// One byte a character of the first plane, and runs of one class for the others. Filled when first asked: a text without
// right-to-left letters never asks.
let firstPlane: Uint8Array | undefined
let runStarts: Uint32Array
let runClasses: Uint8Array

/** Bidi_Class of a code point, unassigned ones included. */
export function bidiClassOf(codePoint: number): number {
  const plane = firstPlane ?? unfold()
  return codePoint < 0x10000 ? plane[codePoint]! : classOfRun(codePoint)
}

/** Bidi_Class of each UTF-16 unit; the second unit of a pair is BN, so that it follows the first. */
export function bidiClassesOf(text: string): Uint8Array {
  const plane = firstPlane ?? unfold()
  const classes = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if ((unit & 0xfc00) === 0xd800) {
      const codePoint = text.codePointAt(i)!
      classes[i] = bidiClassOf(codePoint)
      if (codePoint > 0xffff) classes[++i] = Bidi.BN
    } else classes[i] = plane[unit]!
  }
  return classes
}

function unfold(): Uint8Array {
  const runs = BIDI_CLASSES.split(' ')
  runStarts = new Uint32Array(runs.length)
  runClasses = new Uint8Array(runs.length)
  const plane = new Uint8Array(0x10000)
  let start = 0
  runs.forEach((run, i) => {
    runStarts[i] = start
    const given = parseInt(run.charAt(0), 36)
    runClasses[i] = given
    const end = start + parseInt(run.slice(1) || '1', 36)
    if (start < 0x10000) plane.fill(given, start, Math.min(end, 0x10000))
    start = end
  })
  firstPlane = plane
  return plane
}

function classOfRun(codePoint: number): number {
  let low = 0
  let high = runStarts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (runStarts[middle]! <= codePoint) low = middle
    else high = middle - 1
  }
  return runClasses[low]!
}

/** Closing bracket of each opening one, and which ones close (UAX #9, BD14 and BD15); U+2329 counts as U+3008. */
const closingOf = new Map<number, number>()
const closings = new Map<number, number>()
for (let i = 0; i < BIDI_BRACKETS.length; i += 2) {
  const closing = canonical(BIDI_BRACKETS.charCodeAt(i + 1))
  closingOf.set(BIDI_BRACKETS.charCodeAt(i), closing)
  closings.set(BIDI_BRACKETS.charCodeAt(i + 1), closing)
}

function canonical(bracket: number): number {
  return bracket === 0x232a ? 0x3009 : bracket
}

/** For an opening bracket the closing one that it wants; all brackets are in the first plane. */
export const wantedClosing = (unit: number): number | undefined => closingOf.get(unit)
/** For a closing bracket itself, in the form that `wantedClosing` gives. */
export const asClosing = (unit: number): number | undefined => closings.get(unit)
