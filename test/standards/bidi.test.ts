import { describe, expect, test } from 'vitest'
import { levelsOf, startOfTail, visualOrder } from '../../src/text/index.js'
import { unicodeLines } from './unicode-file.js'

type Base = 'ltr' | 'rtl'

/**
 * Unicode's tests of UAX #9 through the functions that set our lines. Nothing deviates but what the house doesn't have:
 * the direction of a paragraph is its language's, never guessed (P2, P3), so that cases for "auto" are run with the
 * direction that the file says comes of it (BidiCharacterTest), or left out (BidiTest, which has each case for the two
 * others too).
 */

/** A case on one line: levels by code point, `x` for what X9 removes, and the others in printed order. */
function set(text: string, base: Base, removed: readonly boolean[]): { levels: string; order: string } {
  const levels = levelsOf(text, base)
  levels.fill(base === 'rtl' ? 1 : 0, startOfTail(text, { start: 0, end: text.length }))
  const byCodePoint: number[] = []
  for (let i = 0; i < text.length; i += text.codePointAt(i)! > 0xffff ? 2 : 1) byCodePoint.push(levels[i]!)
  const pieces = byCodePoint.map((level, at) => ({ level, at })).filter(({ at }) => !removed[at])
  return {
    levels: byCodePoint.map((level, i) => (removed[i] ? 'x' : level)).join(' '),
    order: visualOrder(pieces).map((p) => p.at).join(' '), // prettier-ignore
  }
}

test('BidiCharacterTest: levels and printed order of every case', () => {
  const wrong: string[] = []
  let cases = 0
  for (const line of unicodeLines('BidiCharacterTest.txt')) {
    const [codePoints, , resolved, levels, order] = line.split(';')
    const text = String.fromCodePoint(...codePoints!.split(' ').map((hex) => parseInt(hex, 16)))
    const removed = levels!.split(' ').map((level) => level === 'x')
    const got = set(text, resolved === '1' ? 'rtl' : 'ltr', removed)
    if (got.levels !== levels || got.order !== order) wrong.push(`${line} but ${got.levels};${got.order}`)
    cases++
  }
  expect(wrong.slice(0, 10)).toEqual([])
  expect(cases).toBe(91_707)
})

describe('BidiTest: every sequence of up to four classes, and some longer ones', () => {
  // One character of each class; brackets are not among them.
  const characters: Readonly<Record<string, string>> = {
    L: 'a', R: '\u05D0', AL: '\u0627', EN: '1', ES: '-', ET: '%', AN: '\u0661', CS: ',', NSM: '\u0300', BN: '\u00AD',
    B: '\u2029', S: '\t', WS: ' ', ON: '!', LRE: '\u202A', LRO: '\u202D', RLE: '\u202B', RLO: '\u202E', PDF: '\u202C',
    LRI: '\u2066', RLI: '\u2067', FSI: '\u2068', PDI: '\u2069',
  } // prettier-ignore

  const lines = unicodeLines('BidiTest.txt')

  test.each([
    ['ltr', 2],
    ['rtl', 4],
  ] as const)('in a paragraph that runs %s', (base, bit) => {
    const wrong: string[] = []
    let cases = 0
    let levels = ''
    let removed: boolean[] = []
    let order = ''
    for (const line of lines) {
      if (line.startsWith('@Levels:')) {
        levels = line.slice(8).trim()
        removed = levels.split(' ').map((level) => level === 'x')
      } else if (line.startsWith('@Reorder:')) order = line.slice(9).trim()
      else {
        const [classes, bits] = line.split(';') as [string, string]
        if ((Number(bits) & bit) === 0) continue
        const got = set(
          classes.replace(/\w+ ?/g, (name) => characters[name.trimEnd()]!),
          base,
          removed,
        )
        if (got.levels !== levels || got.order !== order) wrong.push(`${line} ${JSON.stringify(got)}`)
        cases++
      }
    }
    expect(wrong.slice(0, 10)).toEqual([])
    expect(cases).toBeGreaterThan(200_000)
  })
})
