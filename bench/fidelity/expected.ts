import type { Document } from '../../src/document/index.js'
import type { Page } from '../../src/layout/index.js'
import { lettersOf, type Letters } from '../../src/proof/index.js'
import { expectedPages } from '../expected-text.js'
import type { Expected } from './compare.js'

/** What readers should give for each page, and what the tags should give for the whole file. */
export function expectationsOf(document: Document, pages: readonly Page[]): { pages: Expected[]; tags: Expected } {
  const letters = expectedPages(document, pages)
  const expected = pages.map((page, i) => expectedOf(letters[i]!, linesOf(page, 'all'), document.lang))
  const content = pages.map((page, i) => {
    const lines = linesOf(page, 'all')
    const inside = lines.map((l, n) => (page.items.filter((x) => x.kind === 'text')[n]!.element === null ? null : l))
    return contentOf(letters[i]!, lines, inside)
  })
  const tags: Letters = {
    text: content.map((c) => c.text).join(''),
    gaps: content.flatMap((c) => c.gaps),
    owners: content.flatMap((c) => c.owners),
  }
  return {
    pages: expected,
    tags: expectedOf(
      tags,
      pages.flatMap((p) => linesOf(p, 'content')),
      document.lang,
    ),
  }
}

/** The text of each line, in painting order. */
const linesOf = (page: Page, which: 'all' | 'content'): string[] =>
  page.items.flatMap((item) =>
    item.kind === 'text' && (which === 'all' || item.element !== null)
      ? [item.runs.map((r) => r.shaped.run.text).join('')]
      : [],
  )

/** The letters of those lines that are content. */
function contentOf(letters: Letters, lines: readonly string[], content: readonly (string | null)[]): Letters {
  const kept = { text: '', gaps: [] as Letters['gaps'][number][], owners: [] as number[] }
  let at = 0
  lines.forEach((line, i) => {
    const end = at + lettersOf([{ text: line, before: 'none' }]).text.length
    if (content[i] !== null) {
      kept.text += letters.text.slice(at, end)
      kept.gaps.push(...letters.gaps.slice(at, end))
      kept.owners.push(...letters.owners.slice(at, end))
    }
    at = end
  })
  return kept
}

function expectedOf(letters: Letters, lines: readonly string[], lang: string): Expected {
  const lineStarts = new Set<number>()
  let at = 0
  let joiners = 0
  for (const line of lines) {
    lineStarts.add(at)
    at += lettersOf([{ text: line, before: 'none' }]).text.length
    joiners += [...line.matchAll(/[\u200C\u200D]/g)].length
  }
  if (at !== letters.text.length) throw new RangeError(`Lines hold ${at} letters, the text has ${letters.text.length}`)
  return { ...letters, lineStarts, wordStarts: wordStartsOf(letters, lang), joiners }
}

const UNSPACED = /^(?:th|lo|km|my|zh|ja)\b/

/** Words are apart by spaces; in languages without them, by ICU's dictionaries as well. */
function wordStartsOf({ text, gaps }: Letters, lang: string): number[] {
  const starts = new Set([0])
  gaps.forEach((gap, i) => {
    if (gap !== 'none') starts.add(i)
  })
  if (UNSPACED.test(lang)) {
    for (const { index } of new Intl.Segmenter(lang, { granularity: 'word' }).segment(text)) starts.add(index)
  }
  return [...starts].sort((a, b) => a - b)
}
