import type { Span, Text } from '../document/index.js'
import { levelsOf } from './bidi.js'
import { faceFor, type FontSet, type ScaledFace } from './fonts.js'
import { graphemesOf } from './graphemes.js'
import { isNeutral, scriptOf } from './script.js'

/** UTF-16 offsets into the paragraph's text, end exclusive. */
export interface TextRange {
  readonly start: number
  readonly end: number
}

/** A stretch of one paragraph in one font, script, language and direction. Not shaped yet. */
export interface Run {
  readonly range: TextRange
  readonly text: string
  /** UAX #9 embedding level; odd is right-to-left. */
  readonly level: number
  /** ISO 15924 code for HarfBuzz. */
  readonly script: string
  readonly font: ScaledFace
  readonly span: Span
}

/** A letter that no font of the language has. */
export interface MissingLetter {
  readonly grapheme: string
  readonly span: Span
  /** UTF-16 offset within the span's text. */
  readonly offset: number
}

export interface Itemised {
  /** The paragraph's text: all spans joined, isolates included. */
  readonly text: string
  readonly levels: Uint8Array
  /** Logical order; bidi controls belong to no run. */
  readonly runs: readonly Run[]
  readonly missing: readonly MissingLetter[]
}

const CONTROL = /^[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]$/

/** Cuts a paragraph into runs: by level (UAX #9), script (UAX #24), font, language and span. */
export function itemise(spans: Text, fonts: FontSet, direction: 'ltr' | 'rtl'): Itemised {
  const text = spans.map((s) => s.text).join('')
  const levels = levelsOf(text, direction)
  const owner = ownerOf(spans)
  const runs: Run[] = []
  const missing: MissingLetter[] = []
  for (const piece of piecesOf(text)) {
    if (CONTROL.test(piece.text)) continue
    const { span, start: base } = owner(piece.start)
    const open = runs.at(-1)
    const joins = open?.range.end === piece.start && open.span === span && open.script === piece.script
    // Neutral characters stay with the letters before them; a full stop doesn't change the font.
    const kept = joins && isNeutral(scriptOf(piece.text)) && open.font.face.covers(piece.text)
    const font = kept ? open.font : faceFor(fonts, span.weight, { grapheme: piece.text, script: piece.script })
    if (!font) {
      missing.push({ grapheme: piece.text, span, offset: piece.start - base })
      continue
    }
    const level = levels[piece.start] ?? 0
    const end = piece.start + piece.text.length
    if (joins && open.level === level && open.font === font) {
      runs[runs.length - 1] = { ...open, range: { start: open.range.start, end }, text: open.text + piece.text }
    } else runs.push({ range: { start: piece.start, end }, text: piece.text, level, script: piece.script, font, span })
  }
  return { text, levels, runs, missing }
}

/** Finds the span that an offset of the joined text lies in; offsets must be asked for in ascending order. */
function ownerOf(spans: Text): (offset: number) => { span: Span; start: number } {
  let index = 0
  let start = 0
  return (offset) => {
    while (index < spans.length - 1 && offset >= start + spans[index]!.text.length) start += spans[index++]!.text.length
    return { span: spans[index]!, start }
  }
}

interface Piece {
  readonly text: string
  readonly start: number
  readonly script: string
}

/**
 * Graphemes with their script. Neutral ones take the script before them, leading ones the script after them; each
 * isolate starts anew, so that the brackets of "(GDPR)" in Arabic go with the Latin letters (UAX #24 §5.2).
 */
function piecesOf(text: string): Piece[] {
  const pieces: { text: string; start: number; script: string }[] = []
  let script: string | undefined
  let waiting: (typeof pieces)[number][] = []
  const outer: (string | undefined)[] = []
  for (const { segment, index } of graphemesOf(text)) {
    // A control may share a grapheme with its neighbour only when malformed; it always stands alone here.
    const piece = { text: segment, start: index, script: 'Zyyy' }
    pieces.push(piece)
    if (CONTROL.test(segment)) {
      // Nothing stood before the isolate: what comes after it goes with what is in it.
      if (segment === '\u2069') script = outer.pop() ?? script
      else {
        outer.push(script)
        script = undefined
      }
      waiting = []
      continue
    }
    const own = [...segment].map(scriptOf).find((s) => !isNeutral(s))
    if (own !== undefined) {
      script = own
      for (const w of waiting) w.script = own
      waiting = []
    }
    piece.script = script ?? 'Zyyy'
    if (script === undefined) waiting.push(piece)
  }
  return pieces
}
