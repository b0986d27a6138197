import type { Span, Text } from '../document/index.js'
import { Kept } from '../memory/index.js'
import { levelsOf } from './bidi.js'
import { facesFor, type FontSet, type ScaledFace } from './fonts.js'
import { graphemesOf } from './graphemes.js'
import { isNeutral, scriptOf } from './script.js'
import { endOfWord } from './words.js'

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
  /** Logical order; bidi controls belong to no run. What breaks a line, and a tab, is a space in its run. */
  readonly runs: readonly Run[]
  readonly missing: readonly MissingLetter[]
}

const BIDI_CONTROL = /^[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]$/
/** Tab, and what breaks a line (UAX #14, LB4 and LB5): printed as spaces, though no mark stands on them. */
const BLANK_CONTROL = /[\t-\r\u0085\u2028\u2029]/g
const isBlank = (text: string): boolean => /^[\t-\r\u0085\u2028\u2029]+$/.test(text)
/** A control has no picture, though fonts have an empty glyph for some; half of a surrogate pair is no character. */
const NO_LETTER = /^[\p{Cc}\p{Cs}]/u

/** Cuts a paragraph into runs: by level (UAX #9), script (UAX #24), font, language and span. */
export function itemise(spans: Text, fonts: FontSet, direction: 'ltr' | 'rtl'): Itemised {
  const text = spans.map((s) => s.text).join('')
  const levels = levelsOf(text, direction)
  const owner = ownerOf(spans)
  // U+FEFF joins words, but PDF/UA-1 §7.21.7 allows none in the text of a code; U+2060 says the same.
  const printed = text.replace(BLANK_CONTROL, ' ').replaceAll('\uFEFF', '\u2060')
  const runs: Run[] = []
  const missing: MissingLetter[] = []
  const pieces = piecesOf(text)
  let open: OpenRun | undefined
  let word: Word = { end: 0, font: undefined }
  for (const [i, { text: grapheme, start, script, kind }] of pieces.entries()) {
    if (kind === 'control') continue
    const { span, start: base } = owner(start)
    const joins = open?.end === start && open.span === span && open.script === script
    // Neutral characters stay with the letters before them; a full stop doesn't change the font.
    const kept = joins && kind === 'neutral' && open!.font.face.covers(grapheme)
    const faces = (): readonly ScaledFace[] => facesFor(fonts, span.weight, { script, language: span.lang })
    if (kind === 'letter' && i >= word.end) word = wordAt(pieces, i, { faces: faces(), limit: base + span.text.length })
    const whole = kept ? open!.font : kind === 'letter' ? word.font : undefined
    const font = whole ?? faces().find((f) => f.face.covers(grapheme))
    if (!font || kind === 'none') {
      missing.push({ grapheme, span, offset: start - base })
      continue
    }
    const level = levels[start] ?? 0
    if (joins && open!.level === level && open!.font === font) open!.end = start + grapheme.length
    else {
      if (open) runs.push(closed(open, printed))
      open = { start, end: start + grapheme.length, level, script, font, span }
    }
  }
  if (open) runs.push(closed(open, printed))
  return { text, levels, runs, missing }
}

/** A run that may still grow. */
interface OpenRun extends Omit<Run, 'range' | 'text'> {
  readonly start: number
  end: number
}

const closed = ({ start, end, ...run }: OpenRun, text: string): Run => ({
  ...run,
  range: { start, end },
  text: text.slice(start, end),
})

/** Letters that follow each other: they look like one word only in one font. */
interface Word {
  /** Index of the piece after its last. */
  readonly end: number
  /** The first face that has all its letters, if there is one. */
  readonly font: ScaledFace | undefined
}

/** Scripts whose letters stand each for itself: one rare letter may come from another font. */
const SEPARATE = new Set(['Hani', 'Hira', 'Kana', 'Bopo', 'Hang', 'Yiii'])

/** `limit`: UTF-16 offset of the span's end; what comes after it may be in another weight or language. */
function wordAt(
  pieces: readonly Piece[],
  start: number,
  { faces, limit }: { faces: readonly ScaledFace[]; limit: number },
): Word {
  const { script } = pieces[start]!
  let end = start + 1
  if (!SEPARATE.has(script)) {
    for (let p = pieces[end]; p?.kind === 'letter' && p.script === script && p.start < limit; p = pieces[end]) end++
  }
  const letters = pieces.slice(start, end)
  return { end, font: faces.find(({ face }) => letters.every((letter) => face.covers(letter.text))) }
}

/** Finds the span that an offset of the joined text lies in; offsets must be asked for in ascending order. */
function ownerOf(spans: Text): (offset: number) => { readonly span: Span; readonly start: number } {
  let index = 0
  let owner = { span: spans[0]!, start: 0 }
  return (offset) => {
    while (index < spans.length - 1 && offset >= owner.start + owner.span.text.length) {
      owner = { start: owner.start + owner.span.text.length, span: spans[++index]! }
    }
    return owner
  }
}

interface Piece {
  readonly text: string
  readonly start: number
  readonly kind: Grapheme['kind']
  script: string
}

/**
 * Graphemes with their script. Neutral ones take the script before them, leading ones the script after them; each
 * isolate starts anew, so that the brackets of "(GDPR)" in Arabic go with the Latin letters (UAX #24 §5.2).
 */
function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  let script: string | undefined
  let waiting: Piece[] = []
  const outer: (string | undefined)[] = []
  for (let word = 0; word < text.length;) {
    const end = endOfWord(text, word)
    for (const { text: grapheme, at, kind, script: own } of knownWord(text.slice(word, end))) {
      const piece: Piece = { text: grapheme, start: word + at, kind, script: 'Zyyy' }
      pieces.push(piece)
      if (kind === 'control') {
        // Nothing stood before the isolate: what comes after it goes with what is in it.
        if (grapheme === '\u2069') script = outer.pop() ?? script
        else {
          outer.push(script)
          script = undefined
        }
        waiting = []
        continue
      }
      if (kind === 'letter') {
        script = own
        for (const w of waiting) w.script = own
        waiting = []
      }
      piece.script = script ?? 'Zyyy'
      if (script === undefined) waiting.push(piece)
    }
    word = end
  }
  return pieces
}

/** A grapheme of a word, as far as it can be known without its neighbours. */
interface Grapheme {
  readonly text: string
  /** UTF-16 offset within the word. */
  readonly at: number
  /** `neutral`: in any script; `none`: nothing that a font can have. A control may share a grapheme only when malformed; it always stands alone here. */
  readonly kind: 'letter' | 'neutral' | 'none' | 'control'
  /** Of a letter. */
  readonly script: string
}

/** Finding graphemes costs more than all else here, and most words come again. */
const words = new Kept<string, readonly Grapheme[]>(20_000)
const knownWord = (word: string): readonly Grapheme[] => words.get(word) ?? words.set(word, readWord(word))

function readWord(word: string): Grapheme[] {
  return Array.from(graphemesOf(word), ({ segment: text, index: at }): Grapheme => {
    if (BIDI_CONTROL.test(text)) return { text, at, kind: 'control', script: 'Zyyy' }
    if (isBlank(text)) return { text: ' '.repeat(text.length), at, kind: 'neutral', script: 'Zyyy' }
    if (NO_LETTER.test(text)) return { text, at, kind: 'none', script: 'Zyyy' }
    const script = [...text].map(scriptOf).find((s) => !isNeutral(s))
    return script === undefined ? { text, at, kind: 'neutral', script: 'Zyyy' } : { text, at, kind: 'letter', script }
  })
}
