import { finding, type Finding, type Place } from '../report/index.js'
import { readFontProgram } from './font-program.js'
import { glyphOf, type CompositeFont, type FontBack } from './pdf-lib-fonts.js'
import type { ReadBack } from './read-back.js'

/** Fonts are embedded whole, as wide as the file says, and each code that is shown has its text (ISO 14289-1 §7.21). */
export function checkFonts(back: ReadBack, place: Place): Finding[] {
  return [...codesShown(back)].flatMap(([font, codes]) =>
    problemsOf(font, codes).map(({ rule, problem }) =>
      finding('proof-standard', place, { rule, problem: `font ${font.name}: ${problem}` }),
    ),
  )
}

interface Problem {
  readonly rule: string
  readonly problem: string
}

/** The codes of each font over all pages. */
function codesShown({ pages }: ReadBack): Map<FontBack, Set<number>> {
  const shown = new Map<FontBack, Set<number>>()
  for (const { content, fonts } of pages)
    for (const [name, strings] of content.shown) {
      const font = fonts.get(name)
      if (!font) continue
      const codes = shown.get(font) ?? new Set<number>()
      shown.set(font, codes)
      for (const bytes of strings)
        for (let i = 0; i < bytes.length; i += 2) codes.add(bytes.charCodeAt(i) * 256 + (bytes.charCodeAt(i + 1) || 0))
    }
  return shown
}

function problemsOf(font: FontBack, codes: ReadonlySet<number>): Problem[] {
  // Doorstep writes Type 0 fonts only; another kind would be unchecked here.
  if (font.kind === 'simple') return [{ rule: 'PDF/UA-1 7.21', problem: 'it is no Type 0 font' }]
  if (font.encoding !== 'Identity-H') return [{ rule: 'Matterhorn 31-006', problem: `its codes are ${font.encoding}` }]
  return [...programProblems(font, codes), ...textProblems(font, codes)]
}

function programProblems(font: CompositeFont, codes: ReadonlySet<number>): Problem[] {
  const { program, otherProgram } = font
  // A program of another kind (CFF) has its widths inside its outlines: that is veraPDF's to read.
  if (!program) return otherProgram ? [] : [{ rule: 'Matterhorn 31-009', problem: 'it is not embedded' }]
  if (font.glyphs === undefined) return [{ rule: 'Matterhorn 31-005', problem: 'no CIDToGIDMap' }]
  try {
    const { glyphCount, advanceOf } = readFontProgram(program)
    for (const code of codes) {
      const glyph = glyphOf(font, code)
      if (glyph === 0) continue // check-paint.ts says so
      if (glyph >= glyphCount) return [{ rule: 'Matterhorn 31-011', problem: `code ${code} leads to no glyph` }]
      const [said, is] = [font.widthOf(code), advanceOf(glyph)]
      // Written to a thousandth; the standard lets a whole unit pass (ISO 32000-1 is silent).
      if (Math.abs(said - is) < 0.01) continue
      const problem = `code ${code} is ${round(said)} wide for the file and ${round(is)} in the font`
      return [{ rule: 'Matterhorn 31-016', problem }]
    }
    return []
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return [{ rule: 'PDF/UA-1 7.21.4.1', problem: error.message }]
  }
}

const round = (n: number): number => Math.round(n * 100) / 100

function textProblems({ toUnicode }: CompositeFont, codes: ReadonlySet<number>): Problem[] {
  if (toUnicode === undefined) return [{ rule: 'Matterhorn 31-027', problem: 'no ToUnicode map' }]
  const texts = textsOf(toUnicode)
  for (const code of codes) {
    if (code === 0) continue
    const text = texts.get(code)
    if (text === undefined || text === '') return [{ rule: 'Matterhorn 10-001', problem: `code ${code} has no text` }]
    const [bad] = /[\0\uFEFF\uFFFE]/.exec(text) ?? []
    if (bad === undefined) continue
    const problem = `code ${code} stands for U+${bad.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
    return [{ rule: bad === '\0' ? 'Matterhorn 31-028' : 'Matterhorn 31-029', problem }]
  }
  return []
}

/** A ToUnicode CMap as a map (ISO 32000-1 §9.10.3): single codes, ranges with a first text, ranges with a list. */
export function textsOf(map: string): Map<number, string> {
  const texts = new Map<number, string>()
  for (const [, kind, block] of map.matchAll(/beginbf(char|range)([^]*?)endbf/g)) {
    if (kind === 'char')
      for (const [, code, text] of block!.matchAll(/<(\w+)>\s*<(\w*)>/g)) texts.set(parseInt(code!, 16), utf16(text!))
    else
      for (const [, from, to, first, list] of block!.matchAll(/<(\w+)>\s*<(\w+)>\s*(?:<(\w*)>|\[([^\]]*)\])/g)) {
        const [start, end] = [parseInt(from!, 16), Math.min(parseInt(to!, 16), 0xffff)]
        const listed = list?.match(/\w+/g)
        for (let code = start; code <= end; code++)
          texts.set(code, listed ? utf16(listed[code - start] ?? '') : nth(utf16(first!), code - start))
      }
  }
  return texts
}

const utf16 = (hex: string): string => String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((h) => parseInt(h, 16)))
/** The text of the n-th code of a range: its last unit counts on. */
const nth = (text: string, n: number): string =>
  text.slice(0, -1) + String.fromCharCode(text.charCodeAt(text.length - 1) + n)
