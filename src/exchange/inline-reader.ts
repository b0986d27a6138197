import type { Place } from '../report/index.js'
import { messageText } from './inline.js'
import type { HomeText } from './unit.js'
import { isElement, type XmlElement, type XmlProblem } from './xml-tree.js'

/** A stretch of the content of a `<source>` or `<target>`: text for people, or what a code stands for. */
export interface Piece {
  readonly kind: 'text' | 'code'
  readonly text: string
  /** Offset in the file. */
  readonly at: number
}

/** What an inline element stands for. */
export type Meaning =
  /** A code, or two around what is inside. */
  | { readonly before: string; readonly after?: string }
  /** Only what is inside counts, or nothing at all. */
  | 'inside'
  | 'nothing'
/** Tells what inline elements of a version of XLIFF stand for; of those it cannot, it says why. */
export type Dialect = (element: XmlElement) => Meaning | { readonly problem: string }

/** The content of an element, in reading order; or why it cannot be read. */
export function piecesOf(element: XmlElement, dialect: Dialect): { pieces: Piece[]; problem?: XmlProblem } {
  const pieces: Piece[] = []
  let problem: XmlProblem | undefined
  const code = (text: string, at: number): unknown => pieces.push({ kind: 'code', text, at })
  const walk = (parent: XmlElement): void => {
    for (const child of parent.children) {
      if (!isElement(child)) {
        pieces.push({ kind: 'text', text: child.text, at: child.at })
        continue
      }
      const meaning = dialect(child)
      if (meaning === 'nothing') continue
      if (meaning === 'inside') walk(child)
      else if ('problem' in meaning) problem ??= { words: meaning.problem, at: child.at }
      else {
        code(meaning.before, child.at)
        if (meaning.after === undefined) continue
        walk(child)
        code(meaning.after, child.at)
      }
    }
  }
  walk(element)
  return problem ? { pieces, problem } : { pieces }
}

/**
 * How text stands for a message: as people read it ("&" for "&amp;"), or as the message itself has it, in files that
 * some other tool made of the JSON.
 */
export type Manner = 'plain' | 'verbatim'

/** The message that pieces make, with the place of each of its characters, as near as may be. */
export function homeText(pieces: readonly Piece[], manner: Manner, place: (at: number) => Place): HomeText {
  const joined: Piece[] = []
  for (const piece of pieces) {
    const last = joined.at(-1)
    // A bracket and the name after it may have come in two: only together do they show whether they are a mark.
    if (last?.kind === 'text' && piece.kind === 'text')
      joined[joined.length - 1] = { ...last, text: last.text + piece.text }
    else joined.push(piece)
  }
  const written = joined.map((p) => ({
    ...p,
    text: p.kind === 'text' && manner === 'plain' ? messageText(p.text) : p.text,
  }))
  return {
    text: written.map((p) => p.text).join(''),
    placeOf(offset) {
      let left = offset
      for (const { kind, text, at } of written) {
        // XML escapes what a message escapes, so that both count alike but for rare references.
        if (left < text.length) return place(kind === 'text' ? at + left : at)
        left -= text.length
      }
      return place(written.at(-1)?.at ?? 0)
    },
  }
}
