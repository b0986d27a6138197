/**
 * Compares what a reader gives with what the source says.
 *
 * Both sides are brought to one form: characters that readers drop or that only steer are removed, then NFC, then
 * whitespace is taken out and remembered as a gap before the next character. So two questions are kept apart:
 * are the characters the same ({@link firstDifference}), and are the words apart ({@link firstSpaceDifference})?
 *
 * Left out of the comparison:
 * - bidi controls (UAX #9 §2): never painted;
 * - U+200C and U+200D (ZWNJ, ZWJ): the writer stores them, but pdf.js drops every glyph whose text is one
 *   character of category Cf, so this reader cannot say whether they are there;
 * - U+00AD, U+200B, U+2060, U+FEFF: same category, same reason; they say where lines may break, not what is read.
 */
export interface Letters {
  /** NFC, without whitespace and the characters named above. */
  readonly text: string
  /** What stands before each UTF-16 unit of `text`. */
  readonly gaps: readonly Gap[]
  /** Index of the stretch that each UTF-16 unit of `text` came from. */
  readonly owners: readonly number[]
}

/** `any`: the source does not say, such as between a generated bullet and its sentence. */
export type Gap = 'none' | 'space' | 'line' | 'any'

/** A piece of text, and what stands between it and the piece before. */
export interface Stretch {
  readonly text: string
  readonly before: Gap
}

/** Where two texts part: an offset into both, and some characters around it for people. */
export interface Difference {
  readonly at: number
  readonly expected: string
  readonly found: string
}

// Written with \u on purpose: the characters themselves would not be seen here.
/** Characters that only steer; see above. */
export const UNSEEN = /[\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g
/** How many characters of context a difference shows on each side. */
const CONTEXT = 20

/**
 * Brings text to the form that is compared. NFC is made for each stretch: a mark does not compose with a letter of
 * another span or of another piece of marked content, on either side.
 */
export function lettersOf(stretches: readonly Stretch[]): Letters {
  let text = ''
  const gaps: Gap[] = []
  const owners: number[] = []
  let gap: Gap = 'none'
  stretches.forEach((stretch, owner) => {
    gap = wider(gap, stretch.before)
    for (const char of stretch.text.replace(UNSEEN, '').normalize('NFC')) {
      const space = gapOf(char)
      if (space !== 'none') {
        gap = wider(gap, space)
        continue
      }
      text += char
      for (let unit = 0; unit < char.length; unit++) {
        gaps.push(unit === 0 ? gap : 'none')
        owners.push(owner)
      }
      gap = 'none'
    }
  })
  return { text, gaps, owners }
}

function gapOf(char: string): Gap {
  if (char > '\u0020' && char < '\u0080') return 'none'
  if (/[\n\r\f\u2028\u2029]/.test(char)) return 'line'
  return /\s/.test(char) ? 'space' : 'none'
}

const WIDTH: Readonly<Record<Gap, number>> = { none: 0, any: 1, space: 2, line: 3 }
const wider = (a: Gap, b: Gap): Gap => (WIDTH[a] >= WIDTH[b] ? a : b)

/** A part of some letters, offsets in UTF-16 units. */
export const sliceLetters = ({ text, gaps, owners }: Letters, start: number, end: number): Letters => ({
  text: text.slice(start, end),
  gaps: gaps.slice(start, end),
  owners: owners.slice(start, end),
})

/** The first place where the characters differ; whitespace does not count. */
export function firstDifference(expected: Letters, found: Letters): Difference | undefined {
  if (expected.text === found.text) return undefined
  const end = Math.min(expected.text.length, found.text.length)
  let at = 0
  while (at < end && expected.text[at] === found.text[at]) at++
  return differenceAt(at, expected, found)
}

/**
 * The first place where words are glued or split; call it only where {@link firstDifference} finds none.
 * Whitespace of the source must come back as whitespace. Where the source has none, the reader may give a line break
 * (lines break after hyphens and between Chinese characters), but no space. The gaps before the first character
 * are not compared: they belong to whatever stands before.
 */
export function firstSpaceDifference(expected: Letters, found: Letters): Difference | undefined {
  for (let at = 1; at < expected.gaps.length; at++) {
    if (!mayRead(expected.gaps[at]!, found.gaps[at]!)) return differenceAt(at, expected, found)
  }
  return undefined
}

function mayRead(source: Gap, reader: Gap): boolean {
  if (source === 'any') return true
  return source === 'none' ? reader !== 'space' : reader !== 'none'
}

const differenceAt = (at: number, expected: Letters, found: Letters): Difference => ({
  at,
  expected: around(expected, at),
  found: around(found, at),
})

function around({ text, gaps }: Letters, at: number): string {
  const start = Math.max(0, at - CONTEXT)
  const end = Math.min(text.length, at + CONTEXT)
  let out = start > 0 ? '…' : ''
  for (let i = start; i < end; i++) {
    const spaced = i > start && (gaps[i] === 'space' || gaps[i] === 'line')
    out += (spaced ? ' ' : '') + text[i]!
  }
  // A cut may fall between the halves of a surrogate pair.
  return (end < text.length ? `${out}…` : out).toWellFormed()
}
