import type { Span, Text } from '../document/index.js'
import { levelsOf } from './bidi.js'
import { spacingOf, type Spacing } from './east-asian-spacing.js'
import { facesFor, type FontSet, type ScaledFace } from './fonts.js'
import { latinFigures } from './latin-figures.js'
import { graphemesOfPiece, piecesOf, type Piece, type Word } from './pieces.js'
import { isNeutral } from './script.js'

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
  /** Its words, where it is made of whole ones. */
  readonly words?: readonly Word[] | undefined
  /** Of the paragraph, where a language asks for any. */
  readonly spacing?: Spacing | undefined
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

/** Tab, and what breaks a line (UAX #14, LB4 and LB5): printed as spaces, though no mark stands on them. */
const BLANK_CONTROL = /[\t-\r\u0085\u2028\u2029]/g

/** Cuts a paragraph into runs: by level (UAX #9), script (UAX #24), font, language and span. */
export function itemise(spans: Text, fonts: FontSet, direction: 'ltr' | 'rtl'): Itemised {
  const text = spans.map((s) => s.text).join('')
  const levels = levelsOf(text, direction)
  const owner = ownerOf(spans)
  // U+FEFF joins words, but PDF/UA-1 §7.21.7 allows none in the text of a code; U+2060 says the same.
  const printed = text.replace(BLANK_CONTROL, ' ').replaceAll('\uFEFF', '\u2060')
  const runs: Run[] = []
  const missing: MissingLetter[] = []
  let open: OpenRun | undefined
  let letters: Letters | undefined

  const add = ({ start, end, level, script, font, span }: Omit<OpenRun, 'words'>, word?: Word): void => {
    if (
      open?.end === start &&
      open.span === span &&
      open.script === script &&
      open.level === level &&
      open.font === font
    ) {
      open.end = end
      if (word) open.words?.push(word)
      else open.words = undefined
    } else {
      if (open) runs.push(closed(open, printed))
      open = { start, end, level, script, font, span, words: word && [word] }
    }
  }
  let asked: { span: Span; script: string; faces: readonly ScaledFace[] } | undefined
  const facesOf = (span: Span, script: string): readonly ScaledFace[] => {
    if (asked?.span !== span || asked.script !== script)
      asked = { span, script, faces: facesFor(fonts, span.weight, { script, language: span.lang }) }
    return asked.faces
  }

  const isFigure = latinFigures(text, levels, direction)
  const isOwn = (script: string): boolean => isNeutral(script) || script === fonts.script
  /** The script whose fonts set a piece. */
  const setAs = ({ kind, script, start }: Piece): string =>
    kind === 'neutral' && isOwn(script) && isFigure(start) ? 'Latn' : script

  /** The font of what comes after a space, as far as it shows at the space. */
  function fontAfter(pieces: readonly Piece[], at: number, span: Span): ScaledFace | undefined {
    const next = pieces.slice(at + 1, at + LOOKED_AT).find((p) => p.kind !== 'control' && p.text !== ' ')
    return next && facesOf(span, setAs(next)).find((f) => f.face.covers(next.text))
  }

  /** A word as one, where all of it is in one span, on one level, and in the first font of its script. */
  function addWhole(i: number): boolean {
    const { start, text: word, script, known } = pieces[i]!
    const { span, start: base } = owner(start)
    const end = start + word.length
    const level = levels[start]!
    if (end > base + span.text.length || !isLevel(levels, { start, end }, level)) return false
    const font = facesOf(span, script)[0]
    if (!font || !known?.isIn(font.face)) return false
    const next = pieces[i + 1]
    // Most words stand before one of their kind, which has their font.
    const atEdge = word.endsWith(' ') && (next?.kind !== 'word' || next.script !== script)
    if (atEdge && spaceBetween(font, fontAfter(pieces, i, span)) !== font) return false
    add({ start, end, level, script, font, span }, known)
    return true
  }

  function addGrapheme(pieces: readonly Piece[], i: number): void {
    const { text: grapheme, start, kind } = pieces[i]!
    if (kind === 'control') return
    const script = setAs(pieces[i]!)
    const { span, start: base } = owner(start)
    // Neutral characters stay with the letters before them; a full stop doesn't change the font.
    const joins = open?.end === start && open.span === span && open.script === script
    const kept = joins && kind === 'neutral' && open!.font.face.covers(grapheme)
    if (kind === 'letter' && !(letters?.pieces === pieces && i < letters.end))
      letters = lettersAt(pieces, i, { faces: facesOf(span, script), limit: base + span.text.length })
    const whole = kept ? open!.font : kind === 'letter' ? letters!.font : undefined
    let font = whole ?? facesOf(span, script).find((f) => f.face.covers(grapheme))
    if (font && grapheme === ' ') font = spaceBetween(spaceBetween(font, open?.font), fontAfter(pieces, i, span))
    if (!font || kind === 'none') missing.push({ grapheme, span, offset: start - base })
    else add({ start, end: start + grapheme.length, level: levels[start] ?? 0, script, font, span })
  }

  const pieces = piecesOf(text)
  pieces.forEach((piece, i) => {
    if (piece.kind !== 'word') addGrapheme(pieces, i)
    else if (!addWhole(i)) {
      const own = graphemesOfPiece(piece)
      const apart = [...own, ...pieces.slice(i + 1, i + LOOKED_AT)]
      for (let k = 0; k < own.length; k++) addGrapheme(apart, k)
    }
  })
  if (open) runs.push(closed(open, printed))
  const spacing = direction === 'ltr' ? spacingOf(spans) : undefined
  return { text, levels, runs: spacing ? runs.map((run) => ({ ...run, spacing })) : runs, missing }
}

/** Pieces after a space: more controls than this stand nowhere before a letter. */
const LOOKED_AT = 8

/**
 * The font of a space between two fonts is that with the wider space, where a reader would see the difference: the space
 * of Nastaliq is half as wide as that of Noto Sans, for words that hang over each other, as no Latin word does.
 */
function spaceBetween(font: ScaledFace, other: ScaledFace | undefined): ScaledFace {
  if (other === undefined || other.face === font.face) return font
  return other.face.space * other.scale > font.face.space * font.scale * 1.2 ? other : font
}

function isLevel(levels: Uint8Array, { start, end }: TextRange, level: number): boolean {
  for (let i = start + 1; i < end; i++) if (levels[i] !== level) return false
  return true
}

/** A run that may still grow. */
interface OpenRun extends Omit<Run, 'range' | 'text' | 'words' | 'spacing'> {
  readonly start: number
  end: number
  words: Word[] | undefined
}

const closed = ({ start, end, level, script, font, span, words }: OpenRun, text: string): Run => ({
  range: { start, end },
  text: text.slice(start, end),
  level,
  script,
  font,
  span,
  words,
})

/** Letters that follow each other: they look like one word only in one font. */
interface Letters {
  readonly pieces: readonly Piece[]
  /** Index of the piece after its last. */
  readonly end: number
  /** The first face that has all its letters, if there is one. */
  readonly font: ScaledFace | undefined
}

/** Scripts whose letters stand each for itself: one rare letter may come from another font. */
const SEPARATE = new Set(['Hani', 'Hira', 'Kana', 'Bopo', 'Hang', 'Yiii'])

/** `limit`: UTF-16 offset of the span's end; what comes after it may be in another weight or language. */
function lettersAt(
  pieces: readonly Piece[],
  start: number,
  { faces, limit }: { faces: readonly ScaledFace[]; limit: number },
): Letters {
  const { script } = pieces[start]!
  let end = start + 1
  if (!SEPARATE.has(script)) {
    for (let p = pieces[end]; p?.kind === 'letter' && p.script === script && p.start < limit; p = pieces[end]) end++
  }
  const letters = pieces.slice(start, end)
  return { pieces, end, font: faces.find(({ face }) => letters.every((letter) => face.covers(letter.text))) }
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
