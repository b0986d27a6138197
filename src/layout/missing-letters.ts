import { elementsOf, outlineOf, type Document } from '../document/index.js'
import { finding, type Finding } from '../report/index.js'
import {
  isolate,
  itemise,
  lostLetters,
  shapeRun,
  type FontSet,
  type MissingLetter,
  type Weight,
} from '../text/index.js'

/** The letters of a document that no font has, without setting it: for one that has lost texts and cannot be set. */
export function missingLetters(document: Document, fonts: FontSet): MissingLetter[] {
  const { draft, tab, foot, folio } = document.furniture
  const content = [...elementsOf(outlineOf(document))].flatMap((e) => (e.text ? [e.text] : []))
  return [...content, ...draft, ...tab, ...foot, folio].flatMap((text) => {
    const { runs, missing } = itemise(isolate(text, document.direction), fonts, document.direction)
    return [...missing, ...runs.map(shapeRun).flatMap(lostLetters)]
  })
}

/** `language`: its English name. */
export function letterFinding({ grapheme, span, offset }: MissingLetter, fonts: FontSet, language: string): Finding {
  const characters = [...grapheme.slice(0, 2 * MOST_SHOWN)].slice(0, MOST_SHOWN)
  const more = characters.join('').length < grapheme.length
  const codePoints = characters.map((c) => `U+${c.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`)
  const { place: start } = span.origin
  const { excerpt, column } = start
  // The span may start inside its message; the letter itself is easier to find than its offset.
  const at = excerpt === undefined ? -1 : excerpt.indexOf(grapheme, column - 1)
  const place = { ...start, column: at >= 0 ? at + 1 : column + offset }
  const facts = {
    // A control would do to the terminal what it is for.
    character: characters.map((c) => c.replace(CONTROL, '▯')).join('') + (more ? '…' : ''),
    codePoint: codePoints.join(' ') + (more ? ' …' : ''),
  }
  const hasIn = (weight: Weight): boolean => fonts[weight].some((f) => f.face.covers(grapheme))
  const lacking = WEIGHTS.filter((weight) => !hasIn(weight))
  // What all weights lack is said once, wherever it stands.
  const name = lacking.length === 1 ? (face: string) => face : familyOf
  const named = [...new Set(fonts[span.weight].map((f) => name(f.face.id)))].join(' or ')
  const has = hasIn(span.weight) && !CONTROL.test(grapheme)
  return has
    ? finding('glyph-unusable', place, { ...facts, fonts: named })
    : finding('glyph-missing', place, { ...facts, fonts: named, language })
}
const WEIGHTS: readonly Weight[] = ['regular', 'bold']
/** `NotoSans_400Regular` → `NotoSans` */
const familyOf = (face: string): string => /^[^_-]*/.exec(face)![0] || face
/** Characters of a letter that a finding shows: an emoji of a family has 7, a pile of marks has no end. */
const MOST_SHOWN = 10
const CONTROL = /[\p{Cc}\p{Cs}]/u
