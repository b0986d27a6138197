import { finding, type Finding, type Place } from '../report/index.js'
import { homeText, piecesOf, type Dialect, type Manner, type Piece } from './inline-reader.js'
import { shortKey, type HomeText } from './unit.js'
import { childrenOf, type XmlElement } from './xml-tree.js'

/** An XLIFF file that is being read, of either version. */
export interface XliffFile {
  readonly root: XmlElement
  /** The place of an offset. */
  place(at: number): Place
  /** The English of today, by key: what else could codes without any data stand for? */
  readonly english: (key: string) => string | undefined
  readonly findings: Finding[]
}

/** A source or target: its text, and where it is if it cannot be read. */
export interface Part {
  readonly element: XmlElement
  readonly dialect: Dialect
}

/** All units within an element, in order, through what may hold them. */
export const unitsIn = (parent: XmlElement, unit: string, holders: readonly string[]): XmlElement[] =>
  childrenOf(parent).flatMap((child) => {
    if (child.name === unit) return [child]
    return holders.includes(child.name) ? unitsIn(child, unit, holders) : []
  })

/** The English and the translation of one unit, each put together of its segments. */
export function readTexts(
  file: XliffFile,
  key: string,
  { sources, targets, at }: { sources: readonly Part[]; targets: readonly Part[]; at: number },
): { english?: HomeText; translation?: HomeText } {
  const place = (offset: number): Place => ({ ...file.place(offset), key })
  const all = (parts: readonly Part[]): Piece[] | undefined => {
    const read = parts.map(({ element, dialect }) => piecesOf(element, dialect))
    const problem = read.find((r) => r.problem)?.problem
    if (!problem) return read.flatMap((r) => r.pieces)
    file.findings.push(finding('exchange-broken', place(problem.at), { problem: problem.words }))
    return undefined
  }
  const [english, translation] = [all(sources), all(targets)]
  const manner = mannerOf(english, file.english(key))
  const start = (parts: readonly Part[]): number => parts[0]?.element.inside ?? at
  return {
    ...(english && sources.length > 0 ? { english: textAt(english, start(sources)) } : {}),
    ...(translation && targets.length > 0 ? { translation: textAt(translation, start(targets)) } : {}),
  }

  function textAt(pieces: readonly Piece[], from: number): HomeText {
    return homeText(pieces.length > 0 ? pieces : [{ kind: 'text', text: '', at: from }], manner, place)
  }
}

/** As people read it, unless only the other way gives the English of today. */
function mannerOf(english: readonly Piece[] | undefined, today: string | undefined): Manner {
  const reads = (manner: Manner): boolean => homeText(english ?? [], manner, nowhere).text === today
  return reads('verbatim') && !reads('plain') ? 'verbatim' : 'plain'
}
const nowhere = (): Place => ({ file: '', line: 1, column: 1 })

/** Keys have a colon; which of a unit's names is the key depends on the tool that made the file. */
export const keyAmong = (...names: readonly (string | undefined)[]): string => {
  const given = names.filter((n) => n !== undefined)
  return shortKey(given.find((n) => n.includes(':')) ?? given[0] ?? '')
}
