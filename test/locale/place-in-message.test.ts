import { describe, expect, test } from 'vitest'
import type { Message } from '../../src/locale/index.js'
import { placeInMessage } from '../../src/locale/place-in-message.js'
import { processorTime } from '../helpers/processor-time.js'

/** A text as it stands in its file, in a line of nothing else: its quotation mark is in column 1. */
const messageOf = (text: string, inFile: string): Message => ({
  key: 'visit:title',
  text,
  place: { file: 'locales/tr/visit.json', line: 1, column: 1, excerpt: `"${inFile}"` },
})

describe('the column of a letter in its file', () => {
  test.each([[0, 2], [1, 3], [2, 5], [3, 7], [4, 13]])('%i letters on, it is %i, whatever was asked before', (offset, column) => {
    const message = messageOf('a\n"\u0041b', 'a\\n\\"\\u0041b')
    for (const before of [4, 0, offset]) placeInMessage(message, before)
    expect(placeInMessage(message, offset).column).toBe(column)
  }) // prettier-ignore

  test('is found in a moment for each of fifty thousand', () => {
    const braces = '{{'.repeat(50_000)
    const message = messageOf(braces, braces)
    const work = (): void => {
      for (let i = 0; i < 50_000; i++) if (placeInMessage(message, i * 2).column !== i * 2 + 2) throw new Error()
    }
    expect(processorTime(work)).toBeLessThan(1)
  })
})
