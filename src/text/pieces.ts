import { Kept } from '../memory/index.js'
import type { Face } from './face.js'
import { graphemesOf } from './graphemes.js'
import { isSquare, opensNext } from './opening-marks.js'
import { isNeutral, scriptOf } from './script.js'
import type { ShapedWord } from './word-shaper.js'
import { endOfWord } from './words.js'

const ISOLATE = /^[\u2066-\u2068]$/
const PDI = '\u2069'
const BIDI_CONTROL = /^\p{Bidi_Control}$/u
const isBlank = (text: string): boolean => /^[\t-\r\u0085\u2028\u2029]+$/.test(text)
/** A control has no picture, though fonts have an empty glyph for some; half of a surrogate pair is no character. */
const NO_LETTER = /^[\p{Cc}\p{Cs}]/u

/** A grapheme or a word, with its script. */
export interface Piece {
  readonly text: string
  /** UTF-16 offset. */
  readonly start: number
  /** `word`: all of a word whose letters are of one script, with what follows them; else one grapheme. */
  readonly kind: Grapheme['kind'] | 'word'
  script: string
  /** Of a word. */
  readonly known?: Word
}

/**
 * The parts of a text with their script. Neutral ones take the script before them, leading ones and opening marks that
 * stand close to a letter the script after them; each isolate starts anew, so that the brackets of "(GDPR)" in Arabic go
 * with the Latin letters (UAX #24 §5.2).
 */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  let script: string | undefined
  let waiting: Piece[] = []
  let opening: Piece[] = []
  /** Han or Kana: the script of a quotation mark that is open. The one that closes it fills a square too. */
  let quoted: string | undefined
  const outer: (string | undefined)[] = []
  const letters = (own: string): void => {
    script = own
    for (const w of waiting) w.script = own
    for (const o of opening) o.script = own
    if (waiting.length > 0) waiting = []
    if (opening.length > 0) opening = []
  }
  for (let start = 0; start < text.length;) {
    const end = endOfWord(text, start)
    const known = knownWord(text.slice(start, end))
    if (known.script !== undefined && !(quoted !== undefined && known.text.includes('”'))) {
      letters(known.script)
      pieces.push({ text: known.text, start, kind: 'word', script: known.script, known })
      start = end
      continue
    }
    for (const { text: grapheme, at, kind, script: own } of known.graphemes) {
      const piece: Piece = { text: grapheme, start: start + at, kind, script: 'Zyyy' }
      const opens = kind === 'neutral' && opensNext(grapheme, { text: pieces.at(-1)?.text ?? '', script })
      pieces.push(piece)
      if (kind === 'control') {
        opening = []
        if (ISOLATE.test(grapheme)) {
          // What waits in an isolate around this one, as the bracket of "([GDPR])", goes with what is in here.
          if (outer.length === 0) waiting = []
          outer.push(script)
          script = undefined
        } else if (grapheme === PDI) {
          // Nothing stood before the isolate: what comes after it goes with what is in it.
          script = outer.pop() ?? script
          waiting = []
        }
        continue
      }
      if (kind === 'letter') letters(own)
      if (grapheme === '”' && quoted !== undefined) script = quoted
      if (grapheme === '“' || grapheme === '”') quoted = grapheme === '“' && isSquare(script) ? script : undefined
      piece.script = script ?? 'Zyyy'
      if (script === undefined) waiting.push(piece)
      if (opens) opening.push(piece)
      else if (opening.length > 0) opening = []
    }
    start = end
  }
  return pieces
}

/** A word taken apart, where it cannot be set as one. */
export const graphemesOfPiece = ({ start, script, known }: Piece): Piece[] =>
  (known?.graphemes ?? []).map(({ text, at, kind }) => ({ text, start: start + at, kind, script }))

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

/** A word with the spaces after it. Tens of thousands are kept: of one that is set as a whole, no more than that asks for. */
export class Word {
  readonly text: string
  /** The script of all its letters, where it starts with one and holds nothing but letters and neutral characters. */
  readonly script: string | undefined
  /** Of a word that is never set as a whole. */
  readonly #apart: readonly Grapheme[] | undefined
  /** Texts of the graphemes of one that is. */
  readonly #parts: readonly string[] = []
  /** The face that was found to have it last, and all that were. */
  #lastIn: Face | undefined
  #in: readonly Face[] = NO_FACES
  #notIn: readonly Face[] = NO_FACES
  #shapes: readonly Shape[] = NO_SHAPES

  constructor(text: string, graphemes: readonly Grapheme[]) {
    this.text = text
    const [first] = graphemes
    const whole = graphemes.every(
      ({ kind, script }) => kind === 'neutral' || (kind === 'letter' && script === first?.script),
    )
    this.script = first?.kind === 'letter' && whole ? first.script : undefined
    if (this.script === undefined) this.#apart = graphemes
    else this.#parts = graphemes.map((g) => g.text)
  }

  get graphemes(): readonly Grapheme[] {
    return this.#apart ?? readWord(this.text)
  }

  /** Whether a face has all of it; to be asked of words with one script. */
  isIn(face: Face): boolean {
    if (this.#lastIn === face) return true
    if (this.#notIn.includes(face)) return false
    if (!this.#in.includes(face)) {
      if (!this.#parts.every((part) => face.covers(part))) {
        this.#notIn = [...this.#notIn, face]
        return false
      }
      this.#in = [...this.#in, face]
    }
    this.#lastIn = face
    return true
  }

  /** What a font makes of it: `by` stands for the font and for all else that it depends on. */
  shapedBy(by: object): ShapedWord | undefined {
    for (const shape of this.#shapes) if (shape.by === by) return shape.shaped
    return undefined
  }

  /** Keeps the last few. */
  keepShape(by: object, shaped: ShapedWord): ShapedWord {
    this.#shapes = [{ by, shaped }, ...this.#shapes.slice(0, 3)]
    return shaped
  }
}
interface Shape {
  readonly by: object
  readonly shaped: ShapedWord
}
const NO_FACES: readonly Face[] = []
const NO_SHAPES: readonly Shape[] = []

/** Finding graphemes costs more than all else here, and most words come again. */
const words = new Kept<string, Word>(20_000)
/** UTF-16 units. Where no spaces stand between words, a whole sentence comes as one, and hardly any comes again. */
const LONGEST = 40
export const forgetPieces = (): void => {
  words.clear()
}
const knownWord = (word: string): Word => words.get(word) ?? keepWord(word)

function keepWord(word: string): Word {
  const graphemes = readWord(word)
  // V8 cuts a word out of its text by pointing into it: kept so, it would keep the whole text.
  const own = graphemes.map((g) => word.slice(g.at, g.at + g.text.length)).join('')
  const known = new Word(own, graphemes)
  return own.length > LONGEST ? known : words.set(own, known)
}

const readWord = (word: string): Grapheme[] =>
  graphemesOf(word).map(({ segment, index: at }) => {
    const { text, kind, script } = keptTraits(segment)
    return { text, at, kind, script }
  })

type Traits = Omit<Grapheme, 'at'>
const traits = new Kept<string, Traits>(2000)
/** Of short ones only: a letter with a dozen marks points into its text, and would keep it. */
const keptTraits = (grapheme: string): Traits =>
  grapheme.length > 8 ? traitsOf(grapheme) : (traits.get(grapheme) ?? traits.set(grapheme, traitsOf(grapheme)))

function traitsOf(text: string): Traits {
  if (BIDI_CONTROL.test(text)) return { text, kind: 'control', script: 'Zyyy' }
  if (isBlank(text)) return { text: ' '.repeat(text.length), kind: 'neutral', script: 'Zyyy' }
  if (NO_LETTER.test(text)) return { text, kind: 'none', script: 'Zyyy' }
  const script = [...text].map(scriptOf).find((s) => !isNeutral(s))
  return script === undefined ? { text, kind: 'neutral', script: 'Zyyy' } : { text, kind: 'letter', script }
}
