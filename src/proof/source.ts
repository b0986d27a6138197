import { outlineOf, withoutControls, type Document, type Element, type Span, type Text } from '../document/index.js'
import { fileStart, type Place } from '../report/index.js'
import { lettersOf, type Letters, type Stretch } from './compare-text.js'

/** A stretch of the source, and where a person can open it. */
export interface SourceStretch extends Stretch {
  /** Undefined for what Doorstep generates, such as a bullet. */
  readonly span?: Span
}
export interface Source {
  readonly stretches: readonly SourceStretch[]
  readonly letters: Letters
}

export function sourceOf(stretches: readonly SourceStretch[]): Source {
  return { stretches, letters: lettersOf(stretches) }
}

/** The span that a place in the letters came from; for generated text the next one. */
export function spanAt(source: Source, at: number): Span | undefined {
  const owner = source.letters.owners[Math.min(at, source.letters.owners.length - 1)] ?? 0
  const { stretches } = source
  return stretches.slice(owner).find((s) => s.span)?.span ?? stretches.findLast((s) => s.span)?.span
}

/**
 * The painted text of an element and its children, in order. Between elements there is a space, except after a
 * generated bullet: it may be glued to its sentence, nobody reads "•We" as a word.
 */
export function stretchesOfElement(element: Element): SourceStretch[] {
  const own: SourceStretch[] = element.generated ? [{ text: element.generated, before: 'space' }] : []
  const text = stretchesOfText(element.text ?? [])
  return [...own, ...text, ...element.children.flatMap((child, i) => followed(element.children[i - 1], child))]
}

function followed(previous: Element | undefined, element: Element): SourceStretch[] {
  const [first, ...rest] = stretchesOfElement(element)
  if (first === undefined) return []
  return [{ ...first, before: previous?.generated ? 'any' : 'space' }, ...rest]
}

/** One text: its first span starts a new block, the others join on. */
export const stretchesOfText = (text: Text): SourceStretch[] =>
  text.map((span, i) => ({ text: span.text, before: i === 0 ? 'space' : 'none', span }))

/** The text of an element on one line, for people. */
export const saidBy = (element: Element): string =>
  withoutControls(
    stretchesOfElement(element)
      .map((s) => (s.before === 'space' ? ` ${s.text}` : s.text))
      .join(''),
  )
    .replace(/\s+/g, ' ')
    .trim()

/** Where to open a leaflet as a whole: at its first words, for its file is not written when the proof fails. */
export function placeOf(document: Document, fileName: string): Place {
  const first = stretchesOfElement(outlineOf(document)).find((s) => s.span)
  return first?.span?.origin.place ?? fileStart(fileName)
}
