import { compare, sumOf, type Score } from './compare.js'
import { expectationsOf } from './expected.js'
import type { BenchLanguage } from './languages.js'
import type { MixedLine } from './mixed-lines.js'
import { printLines } from './mixed.js'
import { print, type Printed } from './print.js'
import type { Reader, ReaderName } from './readers.js'
import { declaration, type Half } from './udhr.js'

export type Scores = Readonly<Partial<Record<ReaderName, Score>>>

/** What each reader got from one language's text. */
export interface TextScores {
  readonly language: BenchLanguage
  readonly half: Half
  readonly scores: Scores
}

/** One half of the declaration in one language, printed and read again by all readers. */
export async function measureText(
  language: BenchLanguage,
  half: Half,
  readers: readonly Reader[],
): Promise<TextScores> {
  const printed = print(declaration(language, half), language)
  return { language, half, scores: await scoresOf(printed, readers) }
}

/** Lines of both directions, those of one language on one page, printed and read again by all readers. */
export async function measureLines(lines: readonly MixedLine[], readers: readonly Reader[]): Promise<Scores> {
  const scores: Scores[] = []
  for (const lang of new Set(lines.map((line) => line.lang))) {
    scores.push(await scoresOf(printLines(lines.filter((line) => line.lang === lang)), readers))
  }
  return Object.fromEntries(readers.map(({ name }) => [name, sumOf(scores.map((s) => s[name]!))]))
}

async function scoresOf({ document, pages, pdf }: Printed, readers: readonly Reader[]): Promise<Scores> {
  const expected = expectationsOf(document, pages)
  const scores: Partial<Record<ReaderName, Score>> = {}
  for (const reader of readers) {
    const texts = await reader.read(pdf)
    const wanted = reader.name === 'tags' ? [expected.tags] : expected.pages
    scores[reader.name] = sumOf(wanted.map((page, i) => compare(page, texts[i] ?? '')))
  }
  return scores
}
