import { furnitureOn, withoutControls, type Document } from '../document/index.js'
import { finding, type Finding, type Place } from '../report/index.js'
import { structure } from './check-marks.js'
import { compareTexts } from './check-text.js'
import { lettersOf } from './compare-text.js'
import type { PageBack, ReadBack, Tag } from './read-back.js'
import { sourceOf, stretchesOfText, type Source } from './source.js'
import { glyphOf } from './pdf-lib-fonts.js'
import { annotationsOf, piecesOf, tagsOf } from './tags.js'

/**
 * Compares what is painted with who owns it: each piece of paint belongs to exactly one tag or is an artifact
 * (ISO 32000-1 §14.8.2.2; Matterhorn 01-003 to 01-005), and the artifacts are the furniture and nothing else.
 */
export function checkPaint(back: ReadBack, document: Document, place: Place): Finding[] {
  const tags = [...tagsOf(back.roots)]
  return [
    ...back.pages.flatMap((page, i) => checkContent(page, i + 1, place)),
    ...back.pages.flatMap((page, i) => checkArtifacts(page, furnitureOf(document, i + 1, back.pages.length), place)),
    ...checkOwners(back, tags, place),
    ...checkAnnotations(back, tags, place),
  ]
}

function checkContent({ content }: PageBack, number: number, place: Place): Finding[] {
  return content.faults.map((fault) => structure(place, `only tagged content and artifacts on page ${number}`, fault))
}

function furnitureOf(document: Document, page: number, pages: number): Source {
  const { head, tail } = furnitureOn(document, page, pages)
  return sourceOf([...head, ...tail].flatMap(stretchesOfText))
}

/**
 * Words put into an artifact are lost for a screen reader, so the artifacts say what the furniture says. Where they
 * say more or less, something was moved; where they say as much, it was misread.
 */
function checkArtifacts(page: PageBack, source: Source, place: Place): Finding[] {
  const text = page.artifacts.join('\n')
  const read = lettersOf([{ text, before: 'none' }])
  if (read.text.length === source.letters.text.length) return compareTexts({ source, read, reader: 'pdf.js', place })
  const furniture = oneLine(source.stretches.map((s) => (s.before === 'space' ? ` ${s.text}` : s.text)).join(''))
  return [structure(place, `the artifacts "${furniture}"`, `the artifacts "${oneLine(text)}"`)]
}

const oneLine = (text: string): string => withoutControls(text).replace(/\s+/g, ' ').trim()

/** Each piece of marked content is owned once, by the tag that the parent tree names (§14.7.4.4). */
function checkOwners(back: ReadBack, tags: readonly Tag[], place: Place): Finding[] {
  const findings: Finding[] = []
  const owned = new Set<string>()
  for (const tag of tags)
    for (const { page, mcid, inParentTree, paints } of piecesOf(tag)) {
      const id = `${page} ${mcid}`
      const name = `marked content ${mcid} of page ${page}`
      if (owned.has(id)) findings.push(structure(place, `one owner of ${name}`, 'two'))
      else if (paints === undefined) findings.push(structure(place, name, `${tag.role} with content that is not there`))
      else if (!inParentTree) findings.push(structure(place, `${tag.role} in the parent tree for ${name}`, 'another'))
      owned.add(id)
    }
  back.pages.forEach((page, i) => {
    for (const [mcid, mark] of page.content.marks) {
      if (owned.has(`${i + 1} ${mcid}`) || mark.paints === 0) continue
      const text = page.tagged.get(mcid)?.trim() ?? ''
      findings.push(structure(place, `a tag for marked content ${mcid} of page ${i + 1}`, `none, for "${text}"`))
    }
  })
  return findings
}

/** An annotation without a tag is a target that a screen reader cannot reach (Matterhorn 28-010, 28-011). */
function checkAnnotations(back: ReadBack, tags: readonly Tag[], place: Place): Finding[] {
  const reached = tags.flatMap(annotationsOf).filter((a) => a.index > 0)
  return back.pages.flatMap((page, i) => {
    const count = new Set(reached.filter((a) => a.page === i + 1).map((a) => a.index)).size
    const painted = page.annotations.length
    if (count === painted) return []
    return [structure(place, `tags for ${painted} links on page ${i + 1}`, `tags for ${count}`)]
  })
}

/**
 * No glyph 0 (Matterhorn 31-030) and no text that is no text (Matterhorn 10-001): U+FFFD, control characters and
 * private use characters that the source does not have.
 */
export function checkGlyphs(back: ReadBack, source: string, place: Place): Finding[] {
  return back.pages.flatMap((page, i) => {
    const problems = [...boxesOf(page), ...strangersOf(page, source)]
    return [...new Set(problems)].map((problem) => finding('proof-glyph', place, { page: i + 1, problem }))
  })
}

/** Codes shown that lead to glyph 0. Type0 fonts of Doorstep have two-byte codes (Identity-H): code = CID. */
function* boxesOf({ content, fonts }: PageBack): Generator<string> {
  for (const [name, strings] of content.shown) {
    const font = fonts.get(name)
    if (font === undefined) yield `font ${name} is not in the file`
    if (font === undefined || font.kind === 'simple') continue
    for (const bytes of strings)
      for (let i = 0; i < bytes.length; i += 2) {
        const code = bytes.charCodeAt(i) * 256 + (bytes.charCodeAt(i + 1) || 0)
        if (glyphOf(font, code) === 0) yield `code ${code} of font ${name} is glyph 0`
      }
  }
}

function* strangersOf(page: PageBack, source: string): Generator<string> {
  // Noncharacters and lone surrogates count too: no ToUnicode of ours may give them.
  const strange = /[\p{Co}\p{Cs}\uFFFD\uFFFE\uFFFF]|(?![\t\n\f\r])\p{Cc}/gu
  for (const text of [page.plain, ...page.tagged.values()]) {
    for (const [char] of text.matchAll(strange)) {
      if (source.includes(char)) continue
      yield `a glyph stands for U+${char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
    }
  }
}
