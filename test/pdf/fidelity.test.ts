import { beforeAll, describe, expect, test } from 'vitest'
import { compare } from '../../bench/fidelity/compare.js'
import { expectationsOf } from '../../bench/fidelity/expected.js'
import { languages } from '../../bench/fidelity/languages.js'
import { measureText } from '../../bench/fidelity/measure.js'
import { print } from '../../bench/fidelity/print.js'
import { openReaders, type Reader } from '../../bench/fidelity/readers.js'
import { say } from '../text/helpers/spans.js'

/** A language for each thing that readers get wrong, by the readers that npm has; all languages are in the bench. */
const few = ['ar', 'fa', 'ur', 'yi', 'bn', 'ml', 'th', 'my', 'ko', 'ja', 'vi']

/** Each line of the theme's measure holds some; where one ends the line, its hyphen stays. */
const hyphens = 'a well-known self-made co-operative '.repeat(40).trim()

test('a hyphen where a line ends comes back', async () => {
  const language = languages.find(({ tag }) => tag === 'en')!
  const paragraph = { kind: 'paragraph', style: 'body', id: 'n1', text: say(hyphens) } as const
  const { document, pages, pdf } = print([paragraph], language)
  const ends = pages[0]!.items.flatMap((i) => (i.kind === 'text' ? [i.runs.at(-1)!.shaped.run.text.at(-1)] : []))
  expect(ends).toContain('-')
  for (const { name, read } of await openReaders()) {
    if (name === 'tags') continue
    const [text] = await read(pdf)
    const score = compare(expectationsOf(document, pages).pages[0]!, text!)
    expect([name, score.wrongCharacters, score.wrongWords]).toEqual([name, 0, 0])
  }
})

describe('articles 1 to 15 of the Declaration of Human Rights come back, each word', () => {
  let readers: Reader[]
  beforeAll(async () => {
    readers = (await openReaders()).filter(({ name }) => name !== 'Poppler')
    expect(readers.map(({ name }) => name)).toEqual(['pdf.js', 'PDFium', 'MuPDF', 'tags'])
  })

  test.each(few)('%s', async (tag) => {
    const { scores } = await measureText(
      languages.find((l) => l.tag === tag)!,
      'tuning',
      readers,
    )
    const wrong = Object.entries(scores).map(([reader, s]) => [reader, s.wrongCharacters, s.wrongWords, s.lostJoiners])
    expect(wrong).toEqual(readers.map(({ name }) => [name, 0, 0, 0]))
    expect(scores.tags?.words).toBeGreaterThan(250)
  })
})
