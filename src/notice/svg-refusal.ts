import type { XmlElement } from './xml.js'

/** Thrown within the reading of an SVG; becomes a finding. Its message goes on "The picture … cannot be drawn: ". */
export class SvgRefusal extends Error {
  /** The element that it is about, as soon as somebody knows. */
  element?: XmlElement

  constructor(
    problem: string,
    /** The attribute that it is about. */
    public attribute?: string,
    /** Offset in the attribute's value. */
    readonly within = 0,
    /** Words in the element that it is about. */
    readonly words = '',
  ) {
    super(problem)
  }
}

/** Reads an attribute; what is refused then is so because of it. */
export function readingOf<T>(attribute: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof SvgRefusal) error.attribute ??= attribute
    throw error
  }
}

/** Where in the text of an SVG the cause of a refusal stands. */
export function offsetOf({ element, attribute, within, words }: SvgRefusal, svg: string): number {
  const at = element?.at ?? 0
  // With an entity in them they are written otherwise there.
  if (words !== '') return Math.max(at, svg.indexOf(words, at))
  if (!element || attribute === undefined) return at
  const pair = /\s+([^\s=]+)\s*=\s*(?:"\s*([^"]*)"|'\s*([^']*)')/y
  pair.lastIndex = at + 1 + element.name.length
  for (let found = pair.exec(svg); found; found = pair.exec(svg)) {
    if (found[1] !== attribute) continue
    const value = found[2] ?? found[3] ?? ''
    return within > 0 ? pair.lastIndex - 1 - value.length + within : found.index + found[0].indexOf(attribute)
  }
  return at
}
