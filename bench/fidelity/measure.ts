import { compare, sumOf, type Score } from './compare.js'
import { expectationsOf } from './expected.js'
import type { BenchLanguage } from './languages.js'
import { print } from './print.js'
import type { Reader, ReaderName } from './readers.js'
import { declaration, type Half } from './udhr.js'

/** What each reader got from one language's text. */
export interface TextScores {
  readonly language: BenchLanguage
  readonly half: Half
  readonly scores: Readonly<Partial<Record<ReaderName, Score>>>
}

/** One half of the declaration in one language, printed and read again by all readers. */
export async function measureText(
  language: BenchLanguage,
  half: Half,
  readers: readonly Reader[],
): Promise<TextScores> {
  const { document, pages, pdf } = print(declaration(language, half), language)
  const expected = expectationsOf(document, pages)
  const scores: Partial<Record<ReaderName, Score>> = {}
  for (const reader of readers) {
    const texts = await reader.read(pdf)
    const wanted = reader.name === 'tags' ? [expected.tags] : expected.pages
    scores[reader.name] = sumOf(wanted.map((page, i) => compare(page, texts[i] ?? '')))
  }
  return { language, half, scores }
}
