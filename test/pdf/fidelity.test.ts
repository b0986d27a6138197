import { beforeAll, describe, expect, test } from 'vitest'
import { languages } from '../../bench/fidelity/languages.js'
import { measureText } from '../../bench/fidelity/measure.js'
import { openReaders, type Reader } from '../../bench/fidelity/readers.js'

/** A language for each thing that readers get wrong, by the readers that npm has; all languages are in the bench. */
const few = ['ar', 'fa', 'ur', 'yi', 'bn', 'ml', 'th', 'my', 'ko', 'ja', 'vi']

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
