import { outlineOf, plain, type Document, type Element } from '../document/index.js'
import { finding, type Finding, type Place } from '../report/index.js'
import { checkMarks, structure } from './check-marks.js'
import { compareTexts } from './check-text.js'
import { lettersOf } from './compare-text.js'
import type { ReadBack, Tag } from './read-back.js'
import { saidBy, sourceOf, stretchesOfElement } from './source.js'
import { childrenOf, isInline, piecesOf, stretchesOf, textOf } from './tags.js'

/**
 * Compares the tag tree with the tags that the document asks for: the same roles in the same order and nesting
 * (Matterhorn 09), each with its own text, pictures with their descriptions (Matterhorn 13-004).
 */
export function checkTags(back: ReadBack, document: Document, place: Place): Finding[] {
  const outline = outlineOf(document)
  const [root, ...more] = back.roots
  if (root?.role !== 'Document' || more.length > 0) {
    const roles = back.roots.map((tag) => tag.role).join(', ')
    return [structure(place, 'one Document', roles === '' ? 'nothing' : roles)]
  }
  return checkElement(outline, root, place)
}

function checkElement(expected: Element, found: Tag, outer: Place): Finding[] {
  const place = placeIn(expected) ?? outer
  if (expected.role !== found.role) return [structure(place, named(expected), namedTag(found))]
  // A screen reader says ActualText in place of the text; the writer never needs it on an element of the document.
  if (found.actualText !== undefined) {
    return [structure(place, named(expected), `${found.role} replaced by "${found.actualText}"`)]
  }
  if (expected.alt) return checkFigure(expected, found, place)
  if (expected.text || expected.generated) return checkText(expected, found, place)
  if (piecesOf(found).length > 0) return [structure(place, named(expected), `text directly in ${found.role}`)]
  return checkChildren(expected, found, place)
}

/** Element by element; where one is lost, added or out of place, its siblings say nothing more, so this stops. */
function checkChildren(expected: Element, found: Tag, place: Place): Finding[] {
  const findings: Finding[] = []
  const tags = childrenOf(found)
  for (let i = 0; i < Math.max(expected.children.length, tags.length); i++) {
    const element = expected.children[i]
    const tag = tags[i]
    if (element === undefined || tag === undefined) {
      const at = (element && placeIn(element)) ?? place
      return [...findings, structure(at, element ? named(element) : `the end of ${expected.role}`, namedTag(tag))]
    }
    const inside = checkElement(element, tag, place)
    if (inside.length > 0 && isSibling(tag, expected.children, i)) {
      return [...findings, structure(placeIn(element) ?? place, named(element), namedTag(tag))]
    }
    findings.push(...inside)
    if (element.role !== tag.role) return findings
  }
  return findings
}

/** Whether a tag says what another sibling should say: then it is out of order, not misread. */
function isSibling(tag: Tag, siblings: readonly Element[], at: number): boolean {
  const { text } = lettersOf(stretchesOf(tag))
  if (text === '') return false
  return siblings.some(
    (s, i) => i !== at && s.role === tag.role && sourceOf(stretchesOfElement(s)).letters.text === text,
  )
}

/** Alternative text is compared as it is: no reader takes it apart. */
function checkFigure(expected: Element, found: Tag, place: Place): Finding[] {
  const alt = plain(expected.alt ?? []).normalize('NFC')
  const given = found.alt?.normalize('NFC') ?? ''
  const findings: Finding[] = []
  if (given !== alt) findings.push(finding('proof-alt', place, { expected: alt, found: given }))
  if (!piecesOf(found).some((piece) => (piece.paints ?? 0) > 0)) {
    findings.push(structure(place, named(expected), 'Figure without a picture'))
  }
  const lang = expected.alt?.[0]?.lang
  if (lang !== undefined && lang.toLowerCase() !== found.lang.toLowerCase()) {
    findings.push(finding('proof-language', place, { expected: lang, found: found.lang, text: alt }))
  }
  return findings
}

/** Text in tag order; once it agrees, the languages and links of its marks can be compared letter by letter. */
function checkText(expected: Element, found: Tag, place: Place): Finding[] {
  const stranger = childrenOf(found).find((tag) => !isInline(tag))
  if (stranger) return [structure(place, named(expected), `${namedTag(stranger)} inside ${found.role}`)]
  const source = sourceOf(stretchesOfElement(expected))
  const stretches = stretchesOf(found)
  const read = lettersOf(stretches)
  const findings = compareTexts({ source, read, reader: 'pdf.js', place })
  if (source.letters.text !== read.text) return findings
  return [...findings, ...checkMarks({ source, read, stretches, tag: found, place })]
}

/** Where its first words are; a picture is found by its description. */
function placeIn(element: Element): Place | undefined {
  const first = stretchesOfElement(element).find((s) => s.span)
  return first?.span?.origin.place ?? element.alt?.[0]?.origin.place
}

const quoted = (role: string, text: string): string => {
  if (text === '') return role
  const start = Array.from(text).slice(0, 40).join('')
  return `${role} "${start === text ? text : `${start}…`}"`
}
const named = (element: Element): string => quoted(element.role, element.alt ? plain(element.alt) : saidBy(element))
const namedTag = (tag: Tag | undefined): string => (tag ? quoted(tag.role, tag.alt ?? textOf(tag)) : 'nothing')
